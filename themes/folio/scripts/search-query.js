/* From what was typed to clauses: entries, words, beginnings of words, exact phrases. */
"use strict";
(() => {
  const search = (window.dossierSearch ??= {});
  const EXACT = 1;
  const KIN = 0.6;
  const BEGINS = 0.35;
  const ENTRY = 1.2;

  /* [{words, isPhrase, isOpen}]: open is what the reader may still be typing. */
  const partsOf = (text) => {
    const { wordsOf } = search.fold;
    const pieces = text.replace(/[“”„«»]/g, '"').split('"');
    return pieces.flatMap((piece, at) => {
      const isPhrase = at % 2 === 1;
      const isLast = at === pieces.length - 1;
      const words = wordsOf(piece);
      return words.length ? [{ words, isPhrase, isOpen: isLast && !/\s$/.test(piece) }] : [];
    });
  };

  const rangesOf = ({ words, isPhrase, isOpen }) =>
    words.flatMap((word, at) => {
      const opens = isOpen && at === words.length - 1;
      const terms = search.fold.terms(word, true);
      const ranges = [...terms.map((term) => [term, term]), [`${word}_`, `${word}_\uffff`]];
      if (!isPhrase) ranges.push(...search.kinOf(word).map((kin) => [kin, kin]));
      if (opens && (word.length > 1 || search.fold.isUnspaced(word))) ranges.push(search.rangeOf(terms.at(-1)));
      return ranges;
    });

  const termClause = (word, { isOpen, isPhrase }) => {
    const found = new Map();
    const add = (term, weight) => {
      const posting = search.valueOf(term);
      if (posting !== undefined && !found.has(term)) found.set(term, { posting, weight });
    };
    add(word, EXACT);
    if (!isPhrase) for (const kin of search.kinOf(word)) add(kin, KIN);
    if (isOpen && (word.length > 1 || search.fold.isUnspaced(word)))
      search.eachKey(...search.rangeOf(word), (term, posting) => {
        if (!term.includes("_") && !found.has(term)) found.set(term, { posting, weight: BEGINS });
      });
    return { terms: [...found.values()], words: [...found.keys()] };
  };

  const clausesOfWord = (word, part) => {
    const terms = search.fold.terms(word, true);
    return terms.map((term, at) => termClause(term, { ...part, isOpen: part.isOpen && at === terms.length - 1 }));
  };

  const entryClause = async (numbers, words) => {
    const heads = new Set();
    const found = [];
    for (const number of numbers) {
      const entry = await search.entry(number);
      found.push(entry);
      heads.add(entry.head);
    }
    const terms = [];
    const forms = [];
    for (const number of heads) {
      const head = await search.entry(number);
      if (!found.includes(head)) found.push(head);
      terms.push({ posting: head.posting, weight: ENTRY });
    }
    for (const head of heads) for (const entry of await search.group(head)) forms.push(...entry.forms);
    if (words.length === 1) terms.push(...termClause(words[0], { isOpen: false, isPhrase: false }).terms);
    return { terms, words: [], forms, entries: found };
  };

  const clausesOfWords = async (part) => {
    const clauses = [];
    const { words } = part;
    for (let at = 0; at < words.length; ) {
      const form = await search.formAt(words, at);
      const length = form?.length ?? 1;
      const isOpen = part.isOpen && at + length === words.length;
      if (form) clauses.push(await entryClause(form.numbers, words.slice(at, at + length)));
      else clauses.push(...clausesOfWord(words[at], { isOpen, isPhrase: false }));
      at += length;
    }
    return clauses;
  };

  /* {clauses, phrases, entries, above}: every clause must hold; of phrases, the words are clauses and the text decides. */
  search.resolve = async (text) => {
    const parts = partsOf(text);
    const whole = parts.flatMap((part) => part.words).join("_");
    await search.fetchKeys([...parts.flatMap(rangesOf), ...(whole ? [search.rangeOf(whole)] : [])]);
    const clauses = [];
    const phrases = [];
    for (const part of parts)
      if (part.isPhrase) {
        phrases.push({ words: part.words.join(" "), isOpen: part.isOpen });
        part.words.forEach((word, at) =>
          clauses.push(...clausesOfWord(word, { isPhrase: true, isOpen: part.isOpen && at === part.words.length - 1 })),
        );
      } else clauses.push(...(await clausesOfWords(part)));
    return { clauses, phrases, ...(await search.entriesFor(whole, clauses)) };
  };
})();
