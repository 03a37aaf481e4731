/* The layer of notes, on or off: kept before the page is drawn, changed by a button. */
"use strict";
(() => {
  const root = document.documentElement;
  const stored = (value) => {
    try {
      if (value) localStorage.setItem("dossier-notes", value);
      return localStorage.getItem("dossier-notes");
    } catch {
      return null; // a page opened from a disk may have no storage
    }
  };
  if (stored() === "off") root.dataset.notes = "off";

  class NotesSwitch extends HTMLElement {
    connectedCallback() {
      const button = this.querySelector("button");
      if (!button) return;
      const show = () => {
        button.textContent = root.dataset.notes === "off" ? button.dataset.show : button.dataset.hide;
      };
      button.addEventListener("click", () => {
        root.dataset.notes = root.dataset.notes === "off" ? "on" : "off";
        stored(root.dataset.notes);
        show();
        dispatchEvent(new Event("resize"));
      });
      show();
    }
  }
  document.addEventListener("DOMContentLoaded", () => customElements.define("notes-switch", NotesSwitch));
})();
