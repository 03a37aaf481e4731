/* Entries and hits as elements. Words of the index only ever become text, never markup. */
"use strict";
(() => {
  const search = (window.dossierSearch ??= {});

  const made = (name, className, ...children) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };

  const speaking = (element, { language, direction }) => {
    element.lang = language;
    element.dir = direction;
    return element;
  };

  const marked = (text, marks, [start, end]) => {
    const parts = start > 0 ? ["… "] : [];
    let at = start;
    for (const [from, to] of marks) {
      if (to <= at || from >= end) continue;
      parts.push(text.slice(at, Math.max(from, at)), made("mark", "", text.slice(Math.max(from, at), Math.min(to, end))));
      at = Math.min(to, end);
    }
    parts.push(text.slice(at, end));
    if (end < text.length) parts.push(" …");
    return parts;
  };

  const entryItem = (entry) => {
    const link = speaking(made("a", "search-name", entry.name), entry);
    link.href = search.root + entry.address;
    const kind = search.index.names.kind.find(([key]) => key === entry.kind)?.[1] ?? entry.kind;
    const lines = [made("span", "search-about", kind), link];
    const about = [entry.expansion, entry.about].filter((words) => words && words !== entry.name).join(" · ");
    if (about) lines.push(speaking(made("span", "search-words", about), entry));
    return made("li", "search-entry", ...lines);
  };

  const hitItem = (hit, query) => {
    const marks = search.marksOf(hit.text, query);
    const link = made("a", "search-words", ...marked(hit.text, marks, search.windowOf(hit.text, marks)));
    link.href = search.root + hit.address + (hit.id && `#${encodeURIComponent(hit.id)}`);
    speaking(link, hit);
    if (hit.isTitle) link.classList.add("search-title");
    const about = made("span", "search-about");
    if (!hit.isTitle) about.append(speaking(made("bdi", "search-reading", hit.title), hit));
    for (const words of [hit.source, hit.date || hit.source ? "" : hit.kind, hit.date].filter(Boolean)) {
      if (about.childNodes.length) about.append(" · ");
      about.append(made("bdi", "", words));
    }
    return made("li", "search-hit", link, ...(about.childNodes.length ? [about] : []));
  };

  search.showEntries = (list, entries) => {
    list.hidden = !entries.length;
    list.replaceChildren(...entries.map(entryItem));
  };

  search.showHits = (list, hits, query, isMore) => {
    const items = hits.map((hit) => hitItem(hit, query));
    isMore ? list.append(...items) : list.replaceChildren(...items);
    list.hidden = !list.children.length;
  };

  /* Options of a facet with what each would leave; the first, any, stays. */
  search.showOptions = (select, options, chosen) => {
    const items = options.map(({ key, words, count }) => {
      const option = made("option", "", `${words} (${count})`);
      option.value = key;
      return option;
    });
    if (chosen && !options.some(({ key }) => key === chosen)) {
      const option = made("option", "", chosen);
      option.value = chosen;
      items.unshift(option);
    }
    select.replaceChildren(select.options[0], ...items);
    select.value = chosen;
    select.parentElement.hidden = !items.length;
  };
})();
