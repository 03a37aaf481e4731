/* The reader's choice of light or dark: kept before the page is drawn, changed by a button. */
"use strict";
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");

  const remember = (scheme) => {
    try {
      localStorage.setItem("dossier-scheme", scheme);
    } catch {
      // a page opened from a disk may have no storage
    }
  };
  const remembered = () => {
    try {
      return localStorage.getItem("dossier-scheme");
    } catch {
      return null;
    }
  };
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);

  if (["light", "dark"].includes(remembered())) root.dataset.scheme = remembered();

  class SchemeSwitch extends HTMLElement {
    connectedCallback() {
      const button = this.querySelector("button");
      if (!button) return;
      const show = () => (button.textContent = isDark() ? button.dataset.light : button.dataset.dark);
      button.addEventListener("click", () => {
        root.dataset.scheme = isDark() ? "light" : "dark";
        remember(root.dataset.scheme);
        show();
      });
      system.addEventListener("change", show);
      show();
    }
  }
  document.addEventListener("DOMContentLoaded", () => customElements.define("scheme-switch", SchemeSwitch));
})();
