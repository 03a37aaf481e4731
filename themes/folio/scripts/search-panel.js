/* The panel of search: what is typed and chosen, and what is shown for it. */
"use strict";
(() => {
  const search = (window.dossierSearch ??= {});
  const PAGE = 8;

  /* What other pages than that of search take in only when it is wanted: the dialog, as the theme writes it. */
  search.dialog = (markup) => document.body.insertAdjacentHTML("beforeend", markup);

  search.panel = (panel, root) => {
    search.root = root;
    const dialog = panel.closest("dialog");
    const find = (name) => panel.querySelector(name);
    const input = find("input");
    const status = find("[role=status]");
    const [entries, hits] = [find(".search-entries"), find(".search-hits")];
    const more = find(".search-more");
    const selects = [...panel.querySelectorAll("select")];
    const facets = find(".search-facets");
    const own = find(".search-link");
    let turn = 0;
    let shown = null;

    const chosen = () => Object.fromEntries(selects.map((select) => [select.dataset.facet, select.value]));

    const say = (words, values = {}) => {
      status.textContent = (panel.dataset[words] ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
    };

    const page = async (mine, isMore) => {
      const { found, next } = await search.take(shown.items, shown.query.phrases, shown.next, PAGE);
      if (mine !== turn) return;
      shown.next = next;
      shown.count += found.length;
      search.showHits(hits, found, shown.query, isMore);
      const isAll = next === shown.items.length;
      more.hidden = isAll;
      const count = shown.query.phrases.length ? shown.count : shown.items.length;
      const words = !count && !entries.children.length ? "none" : shown.isSome ? "some" : isAll || !shown.query.phrases.length ? "found" : "least";
      say(words, { count: count.toLocaleString(document.documentElement.lang) });
    };

    const options = async (mine, picked) => {
      for (const select of selects) {
        const its = await shown.options(select.dataset.facet);
        if (mine !== turn) return;
        search.showOptions(select, its, picked[select.dataset.facet]);
      }
      const isPicked = Object.values(picked).some(Boolean);
      facets.hidden = !shown.items.length && !isPicked;
      facets.open ||= isPicked;
    };

    const clear = () => {
      search.showEntries(entries, []);
      search.showHits(hits, [], null, false);
      more.hidden = facets.hidden = true;
      panel.dataset.shown = "";
      say("");
    };

    const run = async () => {
      const mine = ++turn;
      const picked = chosen();
      search.keep(own, input.value.trim(), picked, !dialog);
      if (!input.value.trim() && !Object.values(picked).some(Boolean)) return clear();
      try {
        await search.ready();
        const query = await search.resolve(input.value);
        const ranked = await search.rank(query, picked);
        if (mine !== turn) return;
        const items = ranked.items.filter((item) => !query.above.has(search.index.documentOf[item]));
        shown = { ...ranked, items, query, next: 0, count: 0 };
        search.showEntries(entries, query.entries);
        await page(mine, false);
        if (mine === turn) await options(mine, picked);
        if (mine === turn) panel.dataset.shown = input.value.trim();
      } catch {
        if (mine === turn) say("broken");
      }
    };

    input.addEventListener("input", () => (search.stir(), run()));
    for (const select of selects) select.addEventListener("change", run);
    more.addEventListener("click", async () => {
      const at = hits.children.length;
      await page(turn, true);
      hits.children[at]?.querySelector("a")?.focus();
    });
    panel.addEventListener("keydown", (event) => search.walk(event, panel, dialog));
    find(".search-close")?.addEventListener("click", () => dialog.close());
    dialog?.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("li a")) dialog.close();
    });

    search.keep(own, "", {}, false);
    if (!dialog) {
      search.recall(input, selects);
      run();
    }

    const open = () => {
      if (dialog && !dialog.open) dialog.showModal();
      input.focus();
      input.select();
      search.ready().catch(() => say("broken"));
    };
    return { open };
  };
})();
