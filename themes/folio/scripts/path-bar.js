/* On a reading that was reached along a path (?path=ID&stop=3): a quiet bar that leads on, and the stop is noted as read. */
"use strict";
customElements.define(
  "path-ways",
  class extends HTMLElement {
    connectedCallback() {
      const asked = new URLSearchParams(location.search);
      const ways = [...this.querySelectorAll("[data-path]")].filter((way) => way.dataset.path === asked.get("path"));
      const way = ways.find((each) => each.dataset.stop === asked.get("stop")) ?? ways[0];
      if (!way) return;
      const { path, stop } = way.dataset;
      const bar = document.createElement("nav");
      bar.className = "path-bar";
      bar.setAttribute("aria-label", this.dataset.label);
      bar.append(...[...way.childNodes].map((node) => node.cloneNode(true)));
      for (const [rel, step] of [["prev", -1], ["next", 1]]) {
        const link = bar.querySelector(`a[rel=${rel}]`);
        if (!link) continue;
        const [page, place] = link.getAttribute("href").split("#");
        const there = page || location.pathname;
        link.href = `${there}?path=${encodeURIComponent(path)}&stop=${Number(stop) + step}${place ? `#${place}` : ""}`;
      }
      document.body.append(bar);
      document.documentElement.classList.add("has-path-bar");
      this.note(path, stop);
    }
    note(path, stop) {
      const root = new URL(this.dataset.root || "./", location.href).pathname;
      const name = `dossier-path ${root} ${path}`;
      try {
        const seen = new Set(JSON.parse(localStorage.getItem(name)) ?? []);
        localStorage.setItem(name, JSON.stringify([...seen.add(stop)]));
      } catch {
        /* a browser that keeps nothing still leads on */
      }
    }
  },
);
