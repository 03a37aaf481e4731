/* Opens search: at "/", at a link to the search page, on that page at once. All else of search loads only then. */
"use strict";
(() => {
  const panel = document.getElementById("_search");
  if (!panel) return;
  const dialog = panel.closest("dialog");
  const { root, scripts, style } = panel.dataset;
  const names = ["load", "fold", "terms", "entries", "forms", "query", "rank", "texts", "hits", "ways", "panel"];
  let loaded;

  const add = (name, attributes) =>
    new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement(name), attributes);
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });

  const load = () => {
    const parts = names.map((name) => add("script", { src: `${scripts}search-${name}.js`, async: false }));
    const sheet = add("link", { rel: "stylesheet", href: style });
    return Promise.all([...parts, sheet]).then(() => window.dossierSearch.panel(panel, root, dialog));
  };

  const open = async () => {
    try {
      (await (loaded ??= load())).open();
    } catch {
      loaded = undefined;
      if (dialog) location.href = `${root}search/index.html`;
    }
  };

  if (!dialog) open();
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a.menu-search, a[data-search]");
    if (!link || !dialog || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
})();
