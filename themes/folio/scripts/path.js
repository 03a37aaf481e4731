/* A path: its links lead on along it, and what was read is marked. What was read is kept in this browser alone. */
"use strict";
customElements.define(
  "path-steps",
  class extends HTMLElement {
    connectedCallback() {
      const stops = [...this.querySelectorAll("[data-stop]")];
      const status = this.querySelector("[role=status]");
      const { path } = this.dataset;
      if (!stops.length || !status || !path) return;
      const seen = this.seen(path);
      for (const stop of stops) {
        for (const link of stop.querySelectorAll(".stop-card a")) {
          const [page, place] = link.getAttribute("href").split("#");
          link.href = `${page}?path=${encodeURIComponent(path)}&stop=${stop.dataset.stop}${place ? `#${place}` : ""}`;
        }
        if (!seen.has(stop.dataset.stop)) continue;
        const mark = document.createElement("span");
        mark.className = "stop-seen";
        mark.textContent = status.dataset.seen;
        stop.querySelector(".path-line")?.append(" · ", mark);
      }
      const count = stops.filter((stop) => seen.has(stop.dataset.stop)).length;
      if (count) status.textContent = status.dataset.words.replace("{count}", count).replace("{stops}", stops.length);
    }
    seen(path) {
      const root = new URL(this.dataset.root || "./", location.href).pathname;
      try {
        return new Set(JSON.parse(localStorage.getItem(`dossier-path ${root} ${path}`)) ?? []);
      } catch {
        return new Set();
      }
    }
  },
);
