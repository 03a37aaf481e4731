/* Words as search sees them: folded by the index's own table, each with its place in the text. */
"use strict";
(() => {
  const search = (window.dossierSearch ??= {});

  const tableOf = ([between, silent, letters], numbers) => {
    const table = new Map();
    for (const [text, sign] of [[between, " "], [silent, ""]]) {
      const runs = numbers(text);
      for (let at = 0, code = 0; at < runs.length; at += 2) {
        code += runs[at];
        for (const end = code + runs[at + 1]; code < end; code++) table.set(String.fromCodePoint(code), sign);
      }
    }
    let code = -1;
    for (const cell of letters.split(" ")) {
      let width = 1;
      while (!numbers(cell.slice(0, width)).length) width++;
      code += numbers(cell.slice(0, width))[0] + 1;
      table.set(String.fromCodePoint(code), cell.slice(width));
    }
    return table;
  };

  /* Functions that cut a text into its words, and a word into the terms that it is found by. */
  search.foldWith = (manifest, numbers) => {
    const table = tableOf(manifest, numbers);
    const unspaced = new RegExp(`[${manifest[3]}]`);
    const pieces = new RegExp(`[${manifest[3]}]+|[^${manifest[3]}]+`, "g");

    /* [{word, start, end}]: offsets in UTF-16 code units. */
    const words = (text) => {
      const found = [];
      let now = null;
      let at = 0;
      for (const sign of text) {
        const folded = table.get(sign) ?? sign;
        if (folded === " ") now = null;
        else if (folded) {
          if (!now) found.push((now = { word: "", start: at, end: at }));
          now.word += folded;
          now.end = at + sign.length;
        }
        at += sign.length;
      }
      return found;
    };

    /* Of scripts without spaces: pairs of letters, and the last letter where a text is cut for the index. */
    const terms = (word, isQuery = false) => {
      if (!unspaced.test(word)) return [word];
      return (word.match(pieces) ?? []).flatMap((piece) => {
        if (!unspaced.test(piece)) return [piece];
        const all = Array.from({ length: piece.length }, (_, at) => piece.slice(at, at + 2));
        return isQuery && all.length > 1 ? all.slice(0, -1) : all;
      });
    };

    return { words, terms, isUnspaced: (word) => unspaced.test(word), wordsOf: (text) => words(text).map((it) => it.word) };
  };
})();
