/* The dictionary: keys in order, in shards; a term is found as it is, by its beginning, or by its English kin. */
"use strict";
(() => {
  const search = (window.dossierSearch ??= {});
  const LAST = "\uffff";
  const MOST_SHARDS = 3;
  const shards = new Map();

  /* "front coded": signs shared with the key before, the rest of the key, a space, the value, a space. */
  const parsed = (text) => {
    const cells = text.split(" ");
    const keys = [];
    const values = [];
    for (let at = 0, key = ""; at + 1 < cells.length; at += 2) {
      key = key.slice(0, search.numbers(cells[at][0])[0]) + cells[at].slice(1);
      keys.push(key);
      values.push(cells[at + 1]);
    }
    return { keys, values };
  };

  const reach = (low, high) => {
    const { words } = search.index;
    const first = search.place(words, low);
    return [first, Math.max(first, search.place(words, high))];
  };

  /* Load what may hold the keys from low to high; of many shards, the first few. */
  search.fetchKeys = (ranges) => {
    const wanted = new Set();
    if (search.index.words.length)
      for (const [low, high] of ranges) {
        const [from, to] = reach(low, high);
        for (let at = from; at <= Math.min(to, from + MOST_SHARDS - 1); at++) wanted.add(at);
      }
    return Promise.all(
      [...wanted].map(async (at) => {
        const text = await search.load(`words-${at}`);
        if (!shards.has(at)) shards.set(at, parsed(text));
      }),
    );
  };

  /* visit(key, value) for the loaded keys from low to high. */
  search.eachKey = (low, high, visit) => {
    if (!search.index.words.length) return;
    const [from, to] = reach(low, high);
    for (let shard = from; shard <= to; shard++) {
      const { keys, values } = shards.get(shard) ?? { keys: [], values: [] };
      let at = keys.length && keys[0] < low ? search.place(keys, low) : 0;
      if (keys[at] < low) at++;
      for (; at < keys.length && keys[at] <= high; at++) visit(keys[at], values[at]);
    }
  };

  search.valueOf = (wanted) => {
    let found;
    search.eachKey(wanted, wanted, (key, value) => (found = value));
    return found;
  };

  search.rangeOf = (prefix) => [prefix, prefix + LAST];

  const vowel = /[aeiouy]/;
  const doubled = /([bdgklmnprt])\1$/;

  const basesOf = (word) => {
    const bases = [word];
    const add = (base) => base.length > 2 && vowel.test(base) && bases.push(base);
    if (/(ies|ied)$/.test(word)) add(word.slice(0, -3) + "y");
    if (/[^aius]s$/.test(word)) add(word.slice(0, -1));
    if (/(s|x|z|ch|sh)es$/.test(word)) add(word.slice(0, -2));
    const ending = word.match(/(ed|ing)$/)?.[0];
    if (ending) {
      const base = word.slice(0, -ending.length);
      if (vowel.test(base)) {
        add(base);
        add(base + "e");
        if (doubled.test(base)) add(base.slice(0, -1));
      }
    }
    return bases;
  };

  const formsOf = (base) => {
    const forms = [base, base + "s"];
    if (/(s|x|z|ch|sh)$/.test(base)) forms.push(base + "es");
    if (/[^aeiou]y$/.test(base)) forms.push(base.slice(0, -1) + "ies", base.slice(0, -1) + "ied");
    const open = base.endsWith("e") ? base.slice(0, -1) : base;
    forms.push(open + "ed", open + "ing");
    if (/[^aeiou][aeiou][bdgklmnprt]$/.test(base)) forms.push(...["ed", "ing"].map((end) => base + base.at(-1) + end));
    return forms;
  };

  /* Other forms of an English word: attack, attacks, attacked, attacking. Which of them occur, the index knows. */
  search.kinOf = (word) => {
    if (!/^[a-z]{3,}$/.test(word)) return [];
    const kin = new Set(basesOf(word).flatMap(formsOf));
    kin.delete(word);
    return [...kin];
  };
})();
