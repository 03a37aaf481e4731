/* Opens search: at "/", at a link to the search page, on that page at once. All else of search loads only then. */
"use strict";
(() => {
  const { root } = document.currentScript.dataset;
  const names = ["load", "fold", "terms", "entries", "forms", "query", "rank", "texts", "hits", "ways", "panel"];
  const onPage = document.getElementById("_search");
  let loaded;

  const add = (name, attributes) =>
    new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement(name), attributes);
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });

  const load = async () => {
    const scripts = names.map((name) => `${root}assets/theme/scripts/search-${name}.js`);
    if (!onPage) scripts.push(`${root}search/dialog.js`);
    const parts = scripts.map((src) => add("script", { src, async: false }));
    await Promise.all([...parts, add("link", { rel: "stylesheet", href: `${root}assets/theme/styles/search.css` })]);
    return window.dossierSearch.panel(onPage ?? document.getElementById("_search"), root);
  };

  const open = async () => {
    try {
      (await (loaded ??= load())).open();
    } catch {
      loaded = undefined;
      if (!onPage) location.href = `${root}search/index.html`;
    }
  };

  if (onPage) open();
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a.menu-search, a[data-search]");
    if (!link || onPage || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
})();
