/* Ways into and through search: the query in the address, the keys from hit to hit. */
"use strict";
(() => {
  const search = (window.dossierSearch ??= {});

  /* Put a query where it can be linked: into the panel's own link and, on the search page, into the address. */
  search.keep = (link, words, chosen, isPage) => {
    const asked = new URLSearchParams();
    for (const [name, value] of [["q", words], ...Object.entries(chosen)]) if (value) asked.set(name, value);
    const query = asked.size ? `?${asked}` : "";
    if (link) link.href = `${search.root}search/index.html${query}`;
    if (!isPage || query === location.search) return;
    try {
      history.replaceState(null, "", query || location.pathname);
    } catch {
      /* a browser that lets no script change an address on disk: the link has it */
    }
  };

  search.recall = (input, selects) => {
    const asked = new URLSearchParams(location.search);
    input.value = asked.get("q") ?? "";
    for (const select of selects) {
      const value = asked.get(select.dataset.facet);
      if (value) search.showOptions(select, [], value);
    }
  };

  search.walk = (event, panel, dialog) => {
    const input = panel.querySelector("input");
    const links = [...panel.querySelectorAll("li a")];
    const at = links.indexOf(document.activeElement);
    const isIn = document.activeElement === input;
    if (event.key === "Escape" && (dialog || at >= 0)) dialog ? dialog.close() : input.focus();
    else if (isIn && (event.key === "ArrowDown" || event.key === "Enter") && links.length) links[0].focus();
    else if (at >= 0 && event.key === "ArrowDown") links[Math.min(at + 1, links.length - 1)].focus();
    else if (at >= 0 && event.key === "ArrowUp") (links[at - 1] ?? input).focus();
    else return;
    event.preventDefault();
  };
})();
