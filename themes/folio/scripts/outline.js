/* The outline of a reading: marks the heading under which the reader is. */
"use strict";
customElements.define(
  "reading-outline",
  class extends HTMLElement {
    connectedCallback() {
      const links = [...this.querySelectorAll("a[href^='#']")];
      const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
      if (!links.length || headings.includes(null)) return;
      const mark = () => {
        const line = innerHeight / 3;
        const here = headings.findLastIndex((heading) => heading.getBoundingClientRect().top < line);
        links.forEach((link, index) => {
          if (index === here) link.setAttribute("aria-current", "location");
          else link.removeAttribute("aria-current");
        });
        const box = this.closest(".margin");
        const link = links[here];
        if (!box || !link) return;
        const isSeen = link.offsetTop > box.scrollTop && link.offsetTop + link.offsetHeight < box.scrollTop + box.clientHeight;
        if (!isSeen) box.scrollTop = link.offsetTop - box.clientHeight / 2;
      };
      let isWaiting = false;
      addEventListener(
        "scroll",
        () => {
          if (isWaiting) return;
          isWaiting = true;
          requestAnimationFrame(() => {
            isWaiting = false;
            mark();
          });
        },
        { passive: true },
      );
      mark();
    }
  },
);
