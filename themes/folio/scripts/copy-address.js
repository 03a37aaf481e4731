/* The address of a passage, and, of words chosen in it, with a text fragment that names them and no others. */
"use strict";
(() => {
  const copy = (window.dossierCopy ??= {});
  const LONGEST = 100;
  const NAMED = 5;
  const AROUND = 3;
  const LAST = /[\p{L}\p{M}\p{N}_'’-]+$/u;
  const FIRST = /^[\p{L}\p{M}\p{N}_'’-]+/u;

  const encoded = (text) => encodeURIComponent(text).replace(/[-!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const first = (text, count) => text.trim().split(/\s+/).slice(0, count).join(" ");
  const last = (text, count) => text.trim().split(/\s+/).slice(-count).join(" ");
  const isOnce = (text) => {
    const page = document.body.textContent.replace(/\s+/g, " ").toLowerCase();
    return page.split(text.toLowerCase()).length === 2;
  };

  /* Words before, in and after the part; a word cut in two belongs to the part, since browsers find whole words. */
  const around = ({ whole, part }) => {
    const before = document.createRange();
    const after = document.createRange();
    before.setStart(whole.startContainer, whole.startOffset);
    before.setEnd(part.startContainer, part.startOffset);
    after.setStart(part.endContainer, part.endOffset);
    after.setEnd(whole.endContainer, whole.endOffset);
    const [head, words, tail] = [before, part, after].map(copy.shown);
    const start = FIRST.test(words) ? (head.match(LAST)?.[0] ?? "") : "";
    const end = LAST.test(words) ? (tail.match(FIRST)?.[0] ?? "") : "";
    return [head.slice(0, head.length - start.length), (start + words + end).trim(), tail.slice(end.length)];
  };

  const directive = (ranges) => {
    const [head, words, tail] = around(ranges);
    const rows = words.split("\n");
    const isLong = words.length > LONGEST || rows.length > 1;
    const start = isLong ? first(rows[0], NAMED) : words;
    const end = isLong ? last(rows.at(-1), NAMED) : "";
    const isClear = isOnce(start) && (!end || isOnce(end));
    const prefix = isClear ? "" : last(head.split("\n").at(-1), AROUND);
    const suffix = isClear ? "" : first(tail.split("\n")[0], AROUND);
    const parts = [prefix && `${encoded(prefix)}-`, encoded(start), end && encoded(end), suffix && `-${encoded(suffix)}`];
    return `:~:text=${parts.filter(Boolean).join(",")}`;
  };

  /* The published address if the dossier knows it, else the page's own. */
  copy.address = (link, ranges) => {
    const page = document.querySelector("link[rel=canonical]")?.href ?? location.href;
    return page.split(/[?#]/)[0] + link.hash + (ranges.part ? directive(ranges) : "");
  };
})();
