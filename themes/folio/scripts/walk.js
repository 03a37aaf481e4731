/* "In this reading": choosing a name walks through the passages that mention it. */
"use strict";
customElements.define(
  "named-walk",
  class extends HTMLElement {
    connectedCallback() {
      this.bar = this.querySelector(".walk");
      if (!this.bar) return;
      this.addEventListener("click", (event) => this.choose(event));
      const on = (name, act) => this.bar.querySelector(name).addEventListener("click", act);
      on(".walk-previous", () => this.step(-1));
      on(".walk-next", () => this.step(1));
      on(".walk-close", () => this.close());
      document.addEventListener("focusin", ({ target }) => this.uncover(target));
      addEventListener("keydown", (event) => {
        if (event.key === "Escape" && !event.defaultPrevented && !this.bar.hidden) this.close();
      });
    }

    /** What the keyboard leads to is not left under the bar. */
    uncover(target) {
      if (this.bar.hidden || this.bar.contains(target) || !target.matches(":focus-visible")) return;
      if (target.getBoundingClientRect().bottom > this.bar.offsetTop) target.scrollIntoView({ block: "center" });
    }

    choose(event) {
      const name = event.target.closest("a[data-entry]");
      if (!name || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (name === this.name) return this.step(1);
      this.leave();
      this.name = name;
      this.passages = (name.dataset.passages ?? decodeURIComponent(name.hash.slice(1)))
        .split(" ")
        .map((id) => document.getElementById(id))
        .filter(Boolean);
      this.place = -1;
      name.setAttribute("aria-current", "true");
      const entry = this.bar.querySelector(".walk-entry");
      entry.textContent = name.textContent;
      const mention = document.querySelector(`a.mention[data-entry="${CSS.escape(name.dataset.entry)}"]`);
      if (mention) entry.href = mention.href;
      else entry.removeAttribute("href");
      this.bar.hidden = false;
      this.step(1);
    }

    step(by) {
      const count = this.passages.length;
      if (!count) return;
      this.passages[this.place]?.classList.remove("is-walked");
      this.place = (this.place + by + count) % count;
      const passage = this.passages[this.place];
      passage.classList.add("is-walked");
      passage.scrollIntoView({ block: "center" });
      const place = this.bar.querySelector(".walk-place");
      place.textContent = place.dataset.words.replace("{place}", this.place + 1).replace("{count}", count);
    }

    leave() {
      this.passages?.[this.place]?.classList.remove("is-walked");
      this.name?.removeAttribute("aria-current");
    }

    close() {
      this.leave();
      const { name } = this;
      this.name = null;
      const hadFocus = this.bar.contains(document.activeElement);
      this.bar.hidden = true;
      if (hadFocus) name.focus({ preventScroll: true });
    }
  },
);
