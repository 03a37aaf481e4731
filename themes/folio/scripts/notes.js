/* Definitions in place: a mention opens what the page says of it, and keeps its link for everything else. */
"use strict";
customElements.define(
  "definition-notes",
  class extends HTMLElement {
    connectedCallback() {
      this.templates = new Map();
      for (const template of this.querySelectorAll("template:is([data-entry], [data-href])")) {
        this.templates.set(template.dataset.entry ?? template.dataset.href, template);
      }
      if (!this.templates.size) return;
      this.page = this.closest("main");
      this.mentions = [...this.page.querySelectorAll("a.mention[data-entry], .prose a[href]")].filter((link) => this.templateOf(link));
      for (const link of this.mentions) link.setAttribute("aria-haspopup", "dialog");
      this.page.addEventListener("click", (event) => this.click(event));
      document.addEventListener("pointerover", (event) => this.hover(event));
      document.addEventListener("pointerdown", (event) => {
        if (this.note && !this.note.contains(event.target) && !this.mention.contains(event.target)) this.close();
      });
      document.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !this.note) return;
        event.preventDefault();
        this.close();
      });
      addEventListener("resize", () => this.note && this.put());
    }

    templateOf(link) {
      return this.templates.get(link.dataset.entry ?? link.getAttribute("href").replace(/#.*/, ""));
    }

    mentionAt(target) {
      const link = target.closest?.("a[aria-haspopup=dialog]");
      return link && !this.contains(link) ? link : null;
    }

    click(event) {
      const mention = this.mentionAt(event.target);
      if (!mention || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.open(mention);
      this.note.focus({ preventScroll: true });
    }

    hover(event) {
      if (event.pointerType !== "mouse") return;
      clearTimeout(this.waiting);
      const mention = this.mentionAt(event.target);
      if (this.note?.contains(event.target) || (mention && mention === this.mention)) return;
      if (mention) this.waiting = setTimeout(() => this.open(mention), 350);
      else if (this.note && !this.note.contains(document.activeElement)) this.waiting = setTimeout(() => this.close(), 300);
    }

    open(mention) {
      clearTimeout(this.waiting);
      if (this.mention === mention) return;
      this.close();
      this.mention = mention;
      this.note = document.createElement("div");
      this.note.className = "note";
      this.note.tabIndex = -1;
      this.note.setAttribute("role", "dialog");
      this.note.setAttribute("aria-label", mention.textContent);
      const button = document.createElement("button");
      button.type = "button";
      button.className = "note-close";
      button.textContent = "×";
      button.setAttribute("aria-label", this.dataset.close);
      button.addEventListener("click", () => this.close());
      this.note.append(button, this.contentOf(this.templateOf(mention)));
      this.note.addEventListener("keydown", (event) => this.tab(event));
      mention.setAttribute("aria-expanded", "true");
      this.append(this.note);
      this.put();
    }

    /** What a template holds; the newest readings, which stand once for all in a template of their own, before its last link. */
    contentOf(template) {
      const content = template.content.cloneNode(true);
      const readings = this.querySelector("template[data-latest]:not([data-entry])")?.content;
      if (!readings || !template.dataset.latest) return content;
      const links = readings.querySelectorAll("a");
      const list = document.createElement("ul");
      for (const index of template.dataset.latest.split(" ")) {
        list.appendChild(document.createElement("li")).append(links[index].cloneNode(true));
      }
      content.lastElementChild.before(readings.querySelector("p").cloneNode(true), list);
      return content;
    }

    /** Tab past either end leads back to the mention. */
    tab(event) {
      if (event.key !== "Tab") return;
      const stops = this.note.querySelectorAll("a[href], button");
      const end = event.shiftKey ? stops[0] : stops[stops.length - 1];
      if (document.activeElement !== end && !(event.shiftKey && document.activeElement === this.note)) return;
      event.preventDefault();
      this.close();
    }

    /** Below the mention, or above it where there is more room; as tall as the room, never over the mention. */
    put() {
      const { note } = this;
      const { top, bottom, left, right } = this.mention.getBoundingClientRect();
      const width = document.documentElement.clientWidth;
      note.style.maxHeight = "none";
      const below = innerHeight - bottom - 14;
      const isBelow = note.offsetHeight <= below || below >= top;
      note.style.maxHeight = `${Math.max(96, isBelow ? below : top - 14)}px`;
      const start = getComputedStyle(note).direction === "rtl" ? right - note.offsetWidth : left;
      note.style.left = `${scrollX + Math.max(8, Math.min(start, width - note.offsetWidth - 8))}px`;
      note.style.top = `${scrollY + (isBelow ? bottom + 6 : top - note.offsetHeight - 6)}px`;
    }

    close() {
      clearTimeout(this.waiting);
      if (!this.note) return;
      const { mention, note } = this;
      const hadFocus = note.contains(document.activeElement);
      this.mention = null;
      this.note = null;
      note.remove();
      mention.removeAttribute("aria-expanded");
      if (hadFocus) mention.focus({ preventScroll: true });
    }
  },
);
