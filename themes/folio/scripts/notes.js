/* Definitions in place: a mention opens what the page says of it, and keeps its link for everything else. */
"use strict";
customElements.define(
  "definition-notes",
  class extends HTMLElement {
    connectedCallback() {
      this.note = this.querySelector(".note");
      this.templates = new Map();
      for (const template of this.querySelectorAll("template:is([data-entry], [data-href])")) {
        this.templates.set(template.dataset.entry ?? template.dataset.href, template);
      }
      if (!this.note || !this.templates.size) return;
      for (const link of document.querySelectorAll("main a.mention, .prose a[href]")) {
        if (this.templateOf(link)) link.setAttribute("aria-haspopup", "dialog");
      }
      this.note.querySelector("button").addEventListener("click", () => this.close());
      this.note.addEventListener("keydown", (event) => this.tab(event));
      document.addEventListener("click", (event) => this.click(event));
      document.addEventListener("pointerover", (event) => this.hover(event));
      document.addEventListener("pointerup", ({ target }) => {
        if (this.mention && !this.note.contains(target) && !this.mention.contains(target)) this.close();
      });
      document.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !this.mention) return;
        event.preventDefault();
        this.close();
      });
      addEventListener("resize", () => this.mention && this.put());
    }

    templateOf(link) {
      return this.templates.get(link.dataset.entry ?? link.getAttribute("href").replace(/#.*/, ""));
    }

    click(event) {
      const mention = event.target.closest?.("a[aria-haspopup=dialog]");
      if (!mention || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.open(mention);
      this.note.focus({ preventScroll: true });
    }

    hover({ pointerType, target }) {
      if (pointerType !== "mouse") return;
      clearTimeout(this.waiting);
      const mention = target.closest?.("a[aria-haspopup=dialog]");
      if (this.note.contains(target) || (mention && mention === this.mention)) return;
      if (mention) this.waiting = setTimeout(() => this.open(mention), 350);
      else if (this.mention && !this.note.contains(document.activeElement)) this.waiting = setTimeout(() => this.close(), 300);
    }

    open(mention) {
      clearTimeout(this.waiting);
      if (this.mention === mention) return;
      this.close();
      this.mention = mention;
      mention.setAttribute("aria-expanded", "true");
      this.note.setAttribute("aria-label", mention.textContent);
      this.note.lastElementChild.replaceChildren(...this.words(this.templateOf(mention)));
      this.note.hidden = false;
      this.put();
    }

    /** What a template holds, the newest readings (whose links stand once, in a template of their own), the way on. */
    words(template) {
      const list = document.createElement("ul");
      const readings = this.querySelector("template[data-latest]:not([data-entry])")?.content;
      for (const index of template.dataset.latest?.split(" ") ?? []) {
        list.appendChild(document.createElement("li")).append(readings.querySelectorAll("a")[index].cloneNode(true));
      }
      const latest = list.firstChild ? [readings.querySelector("p").cloneNode(true), list] : [];
      const way = Object.assign(document.createElement("a"), { href: this.mention.href });
      way.textContent = template.dataset.entry ? this.dataset.entry : this.dataset.reading;
      return [template.content.cloneNode(true), ...latest, way];
    }

    /** Tab past either end leads back to the mention. */
    tab(event) {
      if (event.key !== "Tab") return;
      const stops = [...this.note.querySelectorAll("a[href], button")];
      const ends = event.shiftKey ? [stops[0], this.note] : [stops.at(-1)];
      if (!ends.includes(document.activeElement)) return;
      event.preventDefault();
      this.close();
    }

    /** Below the mention, or above it where there is more room; as tall as the room, never over the mention. */
    put() {
      const { note } = this;
      const { top, bottom, left, right } = this.mention.getBoundingClientRect();
      note.style.maxHeight = "none";
      const below = innerHeight - bottom - 14;
      const isBelow = note.offsetHeight <= below || below >= top;
      note.style.maxHeight = `${Math.max(96, isBelow ? below : top - 14)}px`;
      const start = getComputedStyle(note).direction === "rtl" ? right - note.offsetWidth : left;
      const end = document.documentElement.clientWidth - note.offsetWidth - 8;
      note.style.left = `${scrollX + Math.max(8, Math.min(start, end))}px`;
      note.style.top = `${scrollY + (isBelow ? bottom + 6 : top - note.offsetHeight - 6)}px`;
    }

    close() {
      clearTimeout(this.waiting);
      if (!this.mention) return;
      const { mention, note } = this;
      const hadFocus = note.contains(document.activeElement);
      this.mention = null;
      note.hidden = true;
      mention.removeAttribute("aria-expanded");
      if (hadFocus) mention.focus({ preventScroll: true });
    }
  },
);
