/* What is quoted of a passage: the source's words without the layer's, and the line that says where they stand. */
"use strict";
(() => {
  const copy = (window.dossierCopy ??= {});
  const BREAK = "\ue000";
  const KEPT = "em, strong, b, i, s, code, sub, sup";

  /* From the beginning of a passage to its ¶; `selected` cut to that, or null if nothing of it is inside. */
  copy.rangesOf = (link, selected) => {
    const passage = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const whole = document.createRange();
    whole.setStart(passage, 0);
    whole.setEndBefore(link);
    const part = selected?.cloneRange();
    if (!part?.intersectsNode(passage)) return { passage, whole, part: null };
    if (part.compareBoundaryPoints(Range.START_TO_START, whole) < 0) part.setStart(whole.startContainer, whole.startOffset);
    if (part.compareBoundaryPoints(Range.END_TO_END, whole) > 0) part.setEnd(whole.endContainer, whole.endOffset);
    return { passage, whole, part: part.toString().trim() ? part : null };
  };

  const lines = (text) =>
    text
      .replace(/\s+/g, " ")
      .replace(new RegExp(` ?${BREAK}[ ${BREAK}]*`, "g"), "\n")
      .replace(/^\n|\n$/g, "");

  const contents = (range, layer) => {
    const content = range.cloneContents();
    for (const its of content.querySelectorAll(layer)) its.remove();
    for (const end of content.querySelectorAll("br, p, li, tr, dd, dt")) end.after(BREAK);
    for (const cell of content.querySelectorAll("td, th")) cell.after(" ");
    const holder = range.commonAncestorContainer;
    const isCode = (holder.closest ? holder : holder.parentElement).closest("pre");
    for (const pre of isCode ? [content] : content.querySelectorAll("pre")) pre.textContent = pre.textContent.replaceAll("\n", BREAK);
    return content;
  };

  /* The words as they stand on the page: those of notes' numbers too. Ends keep their spaces. */
  copy.shown = (range) => lines(contents(range, "[data-web]").textContent);

  const htmlOf = (content) => {
    for (const node of content.querySelectorAll("*")) {
      if (!node.matches(KEPT)) node.replaceWith(...node.childNodes);
      else for (const { name } of [...node.attributes]) node.removeAttribute(name);
    }
    const box = document.createElement("div");
    box.append(content);
    return lines(box.innerHTML).trim().replaceAll("\n", "<br>");
  };

  const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const marked = (text) => text.replace(/[\\`*_[\]<>~|#]|^(?=[+=-])|(?<=^\d+)(?=[.)])|&(?=[#\w])/gm, "\\$&");

  /* A quotation as {plain, markdown, html}. `host` says what the page is; `number` is the paragraph's. */
  copy.quotation = (host, ranges, number, address) => {
    const content = contents(ranges.part ?? ranges.whole, "[data-web], .note-ref");
    const words = lines(content.textContent).trim();
    const { by, from } = host.dataset;
    const title = document.querySelector("h1").textContent.trim();
    const place = `¶${number ? ` ${number}` : ""}`;
    const source = (name, link) => [by && name(by, ""), name(title, "cite"), from && name(from, ""), link].filter(Boolean).join(", ");
    const { lang, dir } = ranges.passage.closest("[lang]");
    return {
      plain: `“${words}”\n${source((text) => text, place)}\n${address}`,
      markdown: [...marked(words).split("\n").join("  \n").split("\n"), "", source((text, tag) => (tag ? `*${marked(text)}*` : marked(text)), `[${place}](${address})`)]
        .map((line) => `> ${line}`.trimEnd())
        .join("\n"),
      html:
        `<blockquote lang="${escaped(lang)}" dir="${escaped(dir || "auto")}"><p>${htmlOf(content)}</p></blockquote>` +
        `<p>${source((text, tag) => (tag ? `<cite>${escaped(text)}</cite>` : escaped(text)), `<a href="${escaped(address)}">${place}</a>`)}</p>`,
    };
  };
})();
