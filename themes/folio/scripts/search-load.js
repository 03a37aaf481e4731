/* Loads the index piece by piece through script elements: from a folder on disk too, and under script-src 'self'. */
"use strict";
(() => {
  const search = (window.dossierSearch ??= {});
  const pieces = new Map();
  let alphabet;
  let final;
  let version = "";
  const REST = 150;

  search.put = (from, name, value) => {
    const piece = pieces.get(name);
    if (name === "manifest") version = from;
    if (piece) from === version ? piece.resolve(value) : piece.reject(new Error("the index has changed"));
  };

  /* While the reader types, nothing new is fetched: only what is still wanted after a short rest. */
  let rest = Promise.resolve();
  let wake = () => {};
  search.stir = () => {
    wake(new Error("stale"));
    rest = new Promise((resolve, reject) => {
      wake = reject;
      setTimeout(resolve, REST);
    });
    rest.catch(() => {});
  };

  search.load = async (name) => {
    if (!pieces.has(name)) await rest;
    if (!pieces.has(name)) {
      const piece = {};
      piece.promise = new Promise((resolve, reject) => Object.assign(piece, { resolve, reject }));
      pieces.set(name, piece);
      piece.promise.catch(() => pieces.delete(name));
      const script = document.createElement("script");
      script.src = `${search.root}search/${name}.js${version && `?v=${version}`}`;
      script.onload = () => script.remove();
      script.onerror = () => piece.reject(new Error(`${name} is missing`));
      document.head.append(script);
    }
    return pieces.get(name).promise;
  };

  /* Whole numbers: the first signs of the alphabet end one, the others say that it goes on. */
  search.numbers = (text) => {
    const found = [];
    let more = 0;
    for (let at = 0; at < text.length; at++) {
      const digit = alphabet[text.charCodeAt(at)];
      if (digit < final) {
        found.push(more * final + digit);
        more = 0;
      } else more = more * (alphabet.size - final) + digit - final + 1;
    }
    return found;
  };

  /* A posting: visit(item, 1 or, for more, 2), items in order. */
  search.posting = (text, visit) => {
    const { first } = search.index;
    const numbers = search.numbers(text);
    for (let at = 0, number = -1; at < numbers.length; ) {
      number += numbers[at++] + 1;
      for (let item = -1, last = 0; !last; ) {
        const step = numbers[at++];
        item += (step >> 2) + 1;
        last = step & 1;
        visit(first[number] + item, step & 2 ? 2 : 1);
      }
    }
  };

  const sums = (counts) => counts.reduce((all, count) => (all.push(all.at(-1) + count), all), [0]);

  /* Which of the rising numbers the last not above a number is. */
  search.place = (rising, number) => {
    let low = 0;
    let high = rising.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (rising[middle] <= number) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  search.ready = async () => {
    const manifest = await search.load("manifest");
    if (search.index) return search.index;
    alphabet = [];
    [...manifest.alphabet].forEach((sign, digit) => (alphabet[sign.charCodeAt(0)] = digit));
    alphabet.size = manifest.alphabet.length;
    final = manifest.final;
    const { numbers } = search;
    const first = sums(numbers(manifest.documents));
    const sizes = numbers(manifest.items).map((size) => manifest.sizes[size]);
    const documentOf = new Int32Array(sizes.length);
    for (let number = 0; number + 1 < first.length; number++) documentOf.fill(number, first[number], first[number + 1]);
    const topics = numbers(manifest.topic);
    const facets = {
      kind: numbers(manifest.kind).map((number) => [number]),
      source: numbers(manifest.source).map((number) => [number]),
      year: numbers(manifest.year).map((number) => [number]),
      topic: [],
    };
    for (let at = 0; at < topics.length; at += topics[at] + 1) facets.topic.push(topics.slice(at + 1, at + 1 + topics[at]));
    const names = {
      kind: manifest.kinds,
      source: manifest.sources.map((name) => [name, name]),
      year: manifest.years.map((name) => [name, name]),
      topic: manifest.topics.map((name) => [name, name]),
    };
    const average = sizes.reduce((sum, size) => sum + size, 0) / (sizes.length || 1) || 1;
    const texts = sums(numbers(manifest.texts));
    const entries = sums(numbers(manifest.entries));
    search.fold = search.foldWith(manifest.fold, numbers);
    search.index = { words: manifest.words, first, sizes, documentOf, facets, names, average, texts, entries };
    return search.index;
  };
})();
