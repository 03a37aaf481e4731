/* The words of items: loaded for the hits that are shown, asked whether they hold a phrase, cut, and marked. */
"use strict";
(() => {
  const search = (window.dossierSearch ??= {});
  const LONGEST = 340;
  const BEFORE = 90;
  const documents = new Map();

  /* {item, number, kind, id, text, title, address, source, date, language, direction, isTitle} */
  search.textOf = async (item) => {
    const { texts, documentOf, first, facets, names } = search.index;
    const shard = search.place(texts, item);
    const [its, ids, words] = await search.load(`texts-${shard}`);
    for (const [number, ...rest] of its) documents.set(number, rest);
    const at = item - texts[shard];
    const number = documentOf[item];
    const [title, address, source, date, language, direction] = documents.get(number);
    const id = ids.split(" ")[at];
    const kind = names.kind[facets.kind[number][0] - 1]?.[1];
    return { item, number, kind, id, text: words[at], title, address, source, date, language, direction, isTitle: first[number] === item };
  };

  search.holds = (text, phrases) => {
    const { wordsOf, isUnspaced } = search.fold;
    const hay = ` ${wordsOf(text).join(" ")} `;
    return phrases.every(({ words, isOpen }) => {
      const before = isUnspaced(words[0]) ? "" : " ";
      const after = isOpen || isUnspaced(words.at(-1)) ? "" : " ";
      return hay.includes(before + words + after);
    });
  };

  /* The next items whose texts hold the phrases: {found, next}; `next` is where to go on. */
  search.take = async (items, phrases, from, count) => {
    const found = [];
    let next = from;
    while (next < items.length && found.length < count) {
      const batch = items.slice(next, next + count - (phrases.length ? 0 : found.length));
      for (const it of await Promise.all(batch.map(search.textOf))) {
        if (found.length === count) break;
        next++;
        if (search.holds(it.text, phrases)) found.push(it);
      }
    }
    return { found, next };
  };

  const sequences = (tokens, words, isOpen) => {
    const found = [];
    const last = words.length - 1;
    tokens.forEach((_, at) => {
      const fits = words.every((word, step) => {
        const token = tokens[at + step]?.word ?? "";
        return token === word || (step === last && (isOpen ? token.startsWith(word) : token === `${word}s`));
      });
      if (fits) found.push([tokens[at].start, tokens[at + last].end]);
    });
    return found;
  };

  const insideOf = ({ word, start, end }, wanted) => {
    if (word.length !== end - start) return [[start, end]];
    return [...wanted].flatMap((term) => {
      const at = word.indexOf(term);
      return at < 0 ? [] : [[start + at, start + at + term.length]];
    });
  };

  /* Stretches of a text that match, in order, none overlapping another. */
  search.marksOf = (text, { clauses, phrases }) => {
    const tokens = search.fold.words(text);
    const wanted = new Set(phrases.length ? [] : clauses.flatMap((clause) => clause.words));
    const spans = [];
    for (const token of tokens) {
      if (wanted.has(token.word)) spans.push([token.start, token.end]);
      else if (search.fold.isUnspaced(token.word) && search.fold.terms(token.word).some((term) => wanted.has(term)))
        spans.push(...insideOf(token, wanted));
    }
    for (const clause of clauses) for (const form of clause.forms ?? []) if (form) spans.push(...sequences(tokens, form.split(" "), false));
    for (const { words, isOpen } of phrases) spans.push(...sequences(tokens, words.split(" "), isOpen));
    spans.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    const merged = [];
    for (const [start, end] of spans)
      if (merged.length && start < merged.at(-1)[1]) merged.at(-1)[1] = Math.max(end, merged.at(-1)[1]);
      else merged.push([start, end]);
    return merged;
  };

  /* Where to begin and end, so that the first mark shows. */
  search.windowOf = (text, marks) => {
    if (text.length <= LONGEST) return [0, text.length];
    const mark = marks[0]?.[0] ?? 0;
    let start = mark > LONGEST - BEFORE ? text.indexOf(" ", mark - BEFORE) + 1 || mark : 0;
    if (start > mark) start = mark;
    const end = text.lastIndexOf(" ", start + LONGEST);
    return [start, start + LONGEST >= text.length ? text.length : end > start + BEFORE ? end : start + LONGEST];
  };
})();
