/* A page of the preview keeps up with its sources: it loads again when it is another one, takes new styles in place,
   and shows what is wrong. It stands in answers of the preview only, never in a site. */
"use strict";
(() => {
  const { base, state } = document.currentScript.dataset;
  const shown = JSON.parse(state);
  const MEMORY = "dossier-preview";
  const expanded = () => [...document.querySelectorAll("main a[aria-expanded]")];
  const openable = () => [...document.querySelectorAll("main a[aria-haspopup=dialog]")];
  const nameOf = (link) => link.dataset.entry ?? link.getAttribute("href");

  /** The block at the top of what is seen: its id, or its place among all, and where on the screen it is. */
  function anchor() {
    for (const block of document.querySelectorAll("main [id]")) {
      const { top, bottom } = block.getBoundingClientRect();
      if (bottom > 0 && bottom - top < innerHeight * 2) return { id: block.id, top };
    }
    return null;
  }

  function remember() {
    const link = expanded().find((each) => each.getAttribute("aria-expanded") === "true");
    const alike = link ? openable().filter((each) => nameOf(each) === nameOf(link)) : [];
    const note = link && { name: nameOf(link), number: alike.indexOf(link) };
    const place = { page: location.pathname, x: scrollX, y: scrollY, anchor: scrollY ? anchor() : null, note };
    sessionStorage.setItem(MEMORY, JSON.stringify(place));
  }

  function recall() {
    const place = JSON.parse(sessionStorage.getItem(MEMORY) ?? "null");
    sessionStorage.removeItem(MEMORY);
    if (place?.page !== location.pathname) return;
    history.scrollRestoration = "manual";
    const put = () => {
      const block = place.anchor && document.getElementById(place.anchor.id);
      const y = block ? scrollY + block.getBoundingClientRect().top - place.anchor.top : place.y;
      scrollTo({ left: place.x, top: y, behavior: "instant" });
    };
    const open = () => {
      put();
      const alike = place.note ? openable().filter((each) => nameOf(each) === place.note.name) : [];
      (alike[place.note?.number] ?? alike[0])?.click();
    };
    put();
    if (document.readyState === "complete") open();
    else addEventListener("load", open, { once: true });
  }

  /** The new sheet stands beside the old one until it is loaded, so that nothing flickers. */
  function restyle(styles) {
    for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
      const path = new URL(link.href).pathname;
      if (!styles[path] || styles[path] === shown.styles[path]) continue;
      const fresh = link.cloneNode();
      fresh.href = `${path}?${styles[path]}`;
      fresh.addEventListener("load", () => link.remove());
      fresh.addEventListener("error", () => fresh.remove());
      link.after(fresh);
    }
    shown.styles = styles;
  }

  function make(name, className, ...children) {
    const element = document.createElement(name);
    element.className = className;
    element.append(...children);
    return element;
  }

  function excerptOf({ excerpt, column, width }) {
    const letters = [...excerpt];
    const start = Math.min(Math.max(column, 1) - 1, letters.length);
    const text = (from, to) => letters.slice(from, to).join("");
    const marked = make("mark", "", text(start, start + width));
    const caret = make("span", "caret", `\n${" ".repeat(start)}${"^".repeat(Math.max(1, Math.min(width, letters.length - start)))}`);
    return make("pre", "excerpt", text(0, start), marked, text(start + width), caret);
  }

  function itemOf(problem) {
    const item = make("li", problem.severity);
    item.append(make("p", "place", problem.place), make("p", "message", problem.message, make("code", "", problem.code)));
    if (problem.excerpt) item.append(excerptOf(problem));
    if (problem.help) item.append(make("p", "help", problem.help));
    return item;
  }

  const count = (number, word) => (number ? [`${number} ${word}${number === 1 ? "" : "s"}`] : []);
  let told = "[]";
  let isLeaving = false;

  /** Errors lie open over the page, with the last good page underneath; warnings wait in a corner. */
  function tell(problems) {
    const news = JSON.stringify(problems);
    if (news === told) return;
    told = news;
    document.querySelector("dossier-problems")?.remove();
    if (!problems.length) return;
    const errors = problems.filter(({ severity }) => severity === "error");
    const others = problems.filter(({ severity }) => severity !== "error");
    const host = document.createElement("dossier-problems");
    const sheet = make("link", "");
    sheet.rel = "stylesheet";
    sheet.href = `${base}problems.css`;
    const details = make("details", "problems");
    const words = [...count(errors.length, "error"), ...count(others.length, "warning")].join(", ");
    details.append(make("summary", errors.length ? "error" : "warning", words));
    details.append(make("ol", "", ...[...errors, ...others].slice(0, 100).map(itemOf)));
    details.open = errors.length > 0;
    details.setAttribute("role", errors.length ? "alert" : "status");
    host.attachShadow({ mode: "open" }).append(sheet, details);
    document.body.append(host);
  }

  /** Compare what is shown with what would be shown now. */
  async function compare() {
    const answer = await fetch(`${base}state?page=${encodeURIComponent(location.pathname)}`).catch(() => null);
    if (!answer?.ok || isLeaving) return;
    const news = await answer.json();
    // a page that was shown before its site was whole does not know the parts yet
    shown.parts ||= news.parts;
    if (news.page !== shown.page || (news.parts && news.parts !== shown.parts)) {
      isLeaving = true;
      remember();
      location.reload();
      return;
    }
    restyle(news.styles);
    tell(news.problems);
  }

  /** One page listens for all: a browser keeps only a few connections open to one host. */
  const others = new BroadcastChannel(MEMORY);
  others.addEventListener("message", compare);

  function listen() {
    const listener = new EventSource(`${base}events`);
    listener.addEventListener("message", () => {
      others.postMessage("");
      compare();
    });
    listener.addEventListener("error", () => {
      if (listener.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
    });
  }

  recall();
  tell(shown.problems);
  // held until this page is left; then the next one listens
  navigator.locks.request(MEMORY, () => new Promise(listen));
  compare();
})();
