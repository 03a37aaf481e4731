/* The folds of the margin: open where there is a margin, folded into the text's flow where there is none. */
"use strict";
customElements.define(
  "reading-margin",
  class extends HTMLElement {
    connectedCallback() {
      const wide = matchMedia("(min-width: 70rem)");
      const folds = [...this.querySelectorAll("details")];
      const fold = () => {
        for (const details of folds) {
          details.open = wide.matches;
          details.querySelector("summary").tabIndex = wide.matches ? -1 : 0;
        }
      };
      wide.addEventListener("change", fold);
      fold();
    }
  },
);
