/* A passage's ¶ is its link, and opens the menu for copying; all else of copying loads only then. */
"use strict";
customElements.define(
  "passage-copy",
  class extends HTMLElement {
    connectedCallback() {
      for (const link of document.querySelectorAll("a.passage-link")) link.setAttribute("aria-haspopup", "menu");
      const selected = () => (getSelection().isCollapsed ? null : getSelection().getRangeAt(0).cloneRange());
      document.addEventListener("pointerdown", () => (this.range = selected()), true);
      document.addEventListener("keydown", () => (this.range = selected()), true);
      document.addEventListener("click", (event) => {
        const link = event.target.closest?.("a.passage-link");
        if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        location.hash = link.hash;
        this.open(link, this.range);
      });
    }

    async open(link, range) {
      const { theme } = this.dataset;
      const parts = ["words", "address", "menu"].map((name) => ["script", { src: `${theme}scripts/copy-${name}.js`, async: false }]);
      try {
        await (this.loaded ??= Promise.all([...parts, ["link", { rel: "stylesheet", href: `${theme}styles/copy.css` }]].map((part) => this.load(...part))));
        window.dossierCopy.open(this, link, range);
      } catch {
        this.loaded = undefined; // the link has been followed all the same
      }
    }

    load(name, attributes) {
      return new Promise((onload, onerror) => {
        document.head.append(Object.assign(document.createElement(name), attributes, { onload, onerror }));
      });
    }
  },
);
