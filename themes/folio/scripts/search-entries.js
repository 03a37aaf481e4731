/* Entries of the index: by number, by id, and those that what was typed names or begins to name. */
"use strict";
(() => {
  const search = (window.dossierSearch ??= {});
  const MOST = 5;
  const known = new Map();

  search.entry = async (number) => {
    if (!known.has(number)) {
      const { entries } = search.index;
      const shard = search.place(entries, number);
      const row = (await search.load(`entries-${shard}`))[number - entries[shard]];
      const [id, name, expansion, kind, address, about, language, direction, forms, document, last] = row;
      const isHead = typeof last === "string";
      const head = isHead ? number : number - last;
      const posting = isHead ? last : "";
      known.set(number, { number, id, name, expansion, kind, address, about, language, direction, forms, document, head, posting });
    }
    return known.get(number);
  };

  search.entryById = async (id) => {
    const key = `=${id}`;
    await search.fetchKeys([[key, key]]);
    const value = search.valueOf(key);
    return value === undefined ? null : search.entry(search.numbers(value)[0]);
  };

  /* What a form leads to: [{number, head}]. */
  search.membersOf = (value) => {
    const numbers = search.numbers(value);
    return Array.from({ length: numbers.length / 2 }, (_, at) => ({ number: numbers[2 * at], head: numbers[2 * at] - numbers[2 * at + 1] }));
  };

  /* The entry that an entry's passages are kept with: itself, or what it stands for. */
  search.headOf = (entry) => search.entry(entry.head);

  /* The head with the acronyms that stand for it: they go by the numbers after its own. */
  search.group = async (head) => {
    const members = [await search.entry(head)];
    for (let number = head + 1; number < search.index.entries.at(-1); number++) {
      const entry = await search.entry(number);
      if (entry.head !== head) break;
      members.push(entry);
    }
    return members;
  };

  /* Entries most often named, heads only. */
  search.frequent = async () => {
    const { entries } = search.index;
    const count = Math.min(entries.at(-1), entries[2] ?? entries.at(-1));
    const all = await Promise.all(Array.from({ length: count }, (_, number) => search.entry(number)));
    return all.filter((entry) => entry.head === entry.number && entry.posting);
  };

  /* Those shown above the passages, with all of their kin; `above` are their numbers as documents. */
  search.entriesFor = async (whole, clauses) => {
    const exact = clauses.flatMap((clause) => clause.entries ?? []);
    const begun = [];
    if (whole)
      search.eachKey(...search.rangeOf(whole), (key, value) => {
        if (!key.includes("_")) return;
        for (const { number } of search.membersOf(value)) begun.push({ number, isWhole: key === `${whole}_` });
      });
    begun.sort((one, other) => other.isWhole - one.isWhole || one.number - other.number);
    const numbers = [...new Set(begun.map(({ number }) => number))].slice(0, MOST);
    const found = [...exact, ...(await Promise.all(numbers.map(search.entry)))];
    const entries = [...new Set(found)].slice(0, MOST);
    const heads = [...new Set(exact.map((entry) => entry.head))];
    const kin = heads.length ? (await Promise.all(heads.map(search.group))).flat() : entries;
    return { entries, above: new Set(kin.map((entry) => entry.document)) };
  };
})();
