/* Notes on the text: beside their words where there is room, unfolded below them where there is none. */
"use strict";
customElements.define(
  "side-notes",
  class extends HTMLElement {
    connectedCallback() {
      this.wide = matchMedia("(min-width: 90rem)");
      this.marks = [...document.querySelectorAll(".noted-mark > a")];
      if (!this.marks.length) return;
      for (const mark of this.marks) {
        mark.addEventListener("click", (event) => this.click(event, mark));
        mark.addEventListener("focus", () => this.point(mark, true));
        mark.addEventListener("blur", () => this.point(mark, false));
      }
      document.addEventListener("keydown", (event) => event.key === "Escape" && this.escape(event));
      this.wide.addEventListener("change", () => this.arrange());
      addEventListener("resize", () => this.arrange());
      new ResizeObserver(() => this.put()).observe(document.querySelector(".text"));
      this.arrange();
    }

    arrange() {
      for (const mark of this.marks) {
        if (this.wide.matches) {
          this.fold(mark);
          mark.removeAttribute("aria-expanded");
        } else if (!mark.hasAttribute("aria-expanded")) mark.setAttribute("aria-expanded", "false");
      }
      this.classList.toggle("is-beside", this.wide.matches);
      this.put();
    }

    /** Each note at the height of its mark, or below the note before it. */
    put() {
      if (!this.classList.contains("is-beside") || document.documentElement.dataset.notes === "off") return;
      const zero = this.closest(".spread").getBoundingClientRect().top;
      let free = 0;
      for (const mark of this.marks) {
        const note = this.noteOf(mark);
        const top = Math.max(free, mark.getBoundingClientRect().top - zero - 8);
        note.style.insetBlockStart = `${top}px`;
        free = top + note.offsetHeight + 12;
      }
    }

    noteOf(mark) {
      return document.getElementById(mark.hash.slice(1));
    }

    click(event, mark) {
      if (this.wide.matches || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (!this.fold(mark)) this.unfold(mark);
    }

    unfold(mark) {
      const aside = document.createElement("aside");
      aside.className = "unfolded";
      aside.id = `_unfolded-${mark.textContent}`;
      aside.setAttribute("role", "note");
      aside.setAttribute("aria-label", mark.getAttribute("aria-label"));
      aside.lang = document.documentElement.lang;
      aside.dir = document.documentElement.dir;
      aside.append(...[...this.noteOf(mark).children].map((child) => child.cloneNode(true)));
      aside.querySelector(".side-note-back")?.remove();
      const block = mark.closest("p, h2, h3, h4, h5, h6, figure") ?? mark.closest("li, blockquote, div");
      if (block.matches("li, blockquote")) block.append(aside);
      else block.after(aside);
      mark.setAttribute("aria-expanded", "true");
      mark.setAttribute("aria-controls", aside.id);
    }

    /** Whether there was something to fold. */
    fold(mark) {
      const aside = document.getElementById(`_unfolded-${mark.textContent}`);
      if (!aside) return false;
      if (aside.contains(document.activeElement)) mark.focus();
      aside.remove();
      mark.setAttribute("aria-expanded", "false");
      mark.removeAttribute("aria-controls");
      return true;
    }

    escape(event) {
      const aside = document.activeElement?.closest(".unfolded");
      const mark = this.marks.find((each) => each === document.activeElement || (aside && each.getAttribute("aria-controls") === aside.id));
      if (mark && this.fold(mark)) event.preventDefault();
    }

    /** Show which words a mark stands for. */
    point(mark, isOn) {
      for (const words of document.querySelectorAll(`.noted[data-note~="${mark.textContent}"]`)) words.classList.toggle("is-shown", isOn);
    }
  },
);
