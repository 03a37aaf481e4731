/* Entries that words stand for: the longest form that begins at a word, or the beginning of one. */
"use strict";
(() => {
  const search = (window.dossierSearch ??= {});
  const MOST_WORDS = 6;
  const NEARLY = 0.8;

  /* Whether words that begin a form are hardly ever written but for its entry. */
  const isNearly = (words, head) => {
    const postings = words.map(search.valueOf);
    if (postings.includes(undefined)) return false;
    const members = new Set();
    search.posting(head.posting, (item) => members.add(item));
    const counts = new Map();
    for (const posting of postings) search.posting(posting, (item) => counts.set(item, (counts.get(item) ?? 0) + 1));
    const all = [...counts.keys()].filter((item) => counts.get(item) === words.length);
    return all.length > 0 && all.filter((item) => members.has(item)).length >= NEARLY * all.length;
  };

  const begun = async (words) => {
    const heads = new Set();
    search.eachKey(...search.rangeOf(words.join("_") + "_"), (_, value) => search.membersOf(value).forEach(({ head }) => heads.add(head)));
    const [head] = heads;
    return heads.size === 1 && isNearly(words, await search.entry(head)) ? [head] : null;
  };

  /* The longest form of an entry that begins at a word, or the beginning of one: {length, numbers}. */
  search.formAt = async (words, at) => {
    const longest = Math.min(MOST_WORDS, words.length - at);
    for (let length = longest; length; length--) {
      const value = search.valueOf(words.slice(at, at + length).join("_") + "_");
      if (value !== undefined) return { length, numbers: search.membersOf(value).map(({ number }) => number) };
    }
    for (let length = longest; length; length--) {
      const numbers = await begun(words.slice(at, at + length));
      if (numbers) return { length, numbers };
    }
    return null;
  };
})();
