/* The field above a list of entries: hides what does not have the words typed in its names. */
"use strict";
customElements.define(
  "entry-filter",
  class extends HTMLElement {
    connectedCallback() {
      const field = this.querySelector("input");
      const status = this.querySelector("[role=status]");
      const items = [...document.querySelectorAll("[data-filter]")];
      if (!field || !items.length) return;
      const folded = (text) =>
        text
          .normalize("NFKD")
          .replace(/[\p{M}'’‘ʼʾʿ]/gu, "")
          .toLowerCase();
      const names = items.map((item) => folded(item.dataset.filter));
      const show = () => {
        const wanted = folded(field.value).trim().split(/\s+/);
        let count = 0;
        items.forEach((item, index) => {
          item.hidden = !wanted.every((word) => names[index].includes(word));
          count += item.hidden ? 0 : 1;
        });
        for (const section of document.querySelectorAll("section.letter")) {
          section.hidden = !section.querySelector("[data-filter]:not([hidden])");
        }
        status.textContent = count ? "" : status.dataset.none;
      };
      field.addEventListener("input", show);
      field.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !field.value) return;
        field.value = "";
        show();
      });
      if (field.value) show();
    }
  },
);
