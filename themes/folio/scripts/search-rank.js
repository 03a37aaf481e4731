/* Items that hold what was asked for, best first (BM25 with the title's words counted in), and what facets count. */
"use strict";
(() => {
  const search = (window.dossierSearch ??= {});
  const K1 = 1.2;
  const B = 0.6;
  const TITLE = 1.5;
  const IN_TITLE = 0.4;
  const SINGLE = ["kind", "source", "topic", "year"];

  const weigh = ({ terms }) => {
    const held = new Float32Array(search.index.documentOf.length);
    for (const { posting, weight } of terms)
      search.posting(posting, (item, times) => (held[item] += weight * times));
    return held;
  };

  const scored = (clauses, needsAll) => {
    const { first, documentOf, sizes, average } = search.index;
    const all = documentOf.length;
    const scores = new Float32Array(all);
    const has = new Uint8Array(all);
    const own = new Uint8Array(all);
    for (const held of clauses.map(weigh)) {
      let count = 0;
      for (let item = 0; item < all; item++) if (held[item]) count++;
      const rarity = Math.log(1 + (all - count + 0.5) / (count + 0.5));
      const worth = (item) => {
        const often = held[item];
        return often && (rarity * often * (K1 + 1)) / (often + K1 * (1 - B + (B * sizes[item]) / average));
      };
      for (let item = 0; item < all; item++) {
        const title = first[documentOf[item]];
        if (!held[item] && !held[title]) continue;
        has[item]++;
        if (held[item]) own[item] = 1;
        scores[item] += title === item ? TITLE * worth(item) : worth(item) + IN_TITLE * worth(title);
      }
    }
    const found = [];
    for (let item = 0; item < all; item++) if (own[item] && (!needsAll || has[item] === clauses.length)) found.push(item);
    return found.sort((one, other) => scores[other] - scores[one] || one - other);
  };

  const passages = () => {
    const { first, documentOf } = search.index;
    return Array.from(documentOf.keys()).filter((item) => first[documentOf[item]] !== item);
  };

  const memberOf = (posting) => {
    const members = new Uint8Array(search.index.documentOf.length);
    search.posting(posting, (item) => (members[item] = 1));
    return members;
  };

  /* Facet to a question about an item, for the facets that are chosen. */
  const questions = async (chosen) => {
    const { facets, names, documentOf } = search.index;
    const asked = {};
    for (const facet of SINGLE)
      if (chosen[facet]) {
        const number = names[facet].findIndex(([key]) => key === chosen[facet]) + 1;
        asked[facet] = (item) => number > 0 && facets[facet][documentOf[item]].includes(number);
      }
    if (chosen.entry) {
      const entry = await search.entryById(chosen.entry);
      const members = memberOf(entry ? (await search.headOf(entry)).posting : "");
      asked.entry = (item) => members[item] === 1;
    }
    return asked;
  };

  const without = (items, asked, facet) => {
    const others = Object.keys(asked).filter((name) => name !== facet);
    return others.length ? items.filter((item) => others.every((name) => asked[name](item))) : items;
  };

  const countOf = (items, facet) => {
    const { facets, names, documentOf } = search.index;
    const counts = new Map();
    for (const item of items) for (const number of facets[facet][documentOf[item]]) if (number) counts.set(number, (counts.get(number) ?? 0) + 1);
    return names[facet].flatMap(([key, words], at) => (counts.has(at + 1) ? [{ key, words, count: counts.get(at + 1) }] : []));
  };

  /* {items, isSome, options(facet)}: `isSome` when no item has all that was asked, and these have some of it. */
  search.rank = async ({ clauses, phrases }, chosen) => {
    const asked = await questions(chosen);
    let found = clauses.length ? scored(clauses, true) : passages();
    const isSome = !found.length && clauses.length > 1 && !phrases.length;
    if (isSome) found = scored(clauses, false);
    const optionsOfEntries = async () => {
      const rest = without(found, asked, "entry");
      const entries = await search.frequent();
      const chosenEntry = chosen.entry && (await search.entryById(chosen.entry));
      const all = new Set([...(chosenEntry ? [await search.headOf(chosenEntry)] : []), ...entries]);
      const counted = [...all].map((entry) => {
        const members = memberOf(entry.posting);
        return { key: entry.id, words: entry.name, count: rest.reduce((sum, item) => sum + members[item], 0) };
      });
      return counted.filter(({ key, count }) => count || key === chosen.entry).sort((one, other) => other.count - one.count).slice(0, 30);
    };
    const options = async (facet) => (facet === "entry" ? optionsOfEntries() : countOf(without(found, asked, facet), facet));
    return { items: without(found, asked), isSome, options };
  };
})();
