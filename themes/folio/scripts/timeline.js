/* The timeline narrowed down and drawn by day to decade, as the address says (?entry=kirby&scale=month). */
"use strict";
customElements.define(
  "timeline-view",
  class extends HTMLElement {
    connectedCallback() {
      this.fields = [...this.querySelectorAll("select[data-name]")];
      this.events = [...document.querySelectorAll("li.event[data-first]")];
      const first = document.querySelector(".timeline-year");
      if (!this.fields.length || !this.events.length || !first) return;
      this.place = document.createElement("div");
      first.before(this.place);
      this.take();
      this.addEventListener("change", () => this.tell());
    }
    /* The state is in the address alone. */
    take() {
      const asked = new URLSearchParams(location.search);
      for (const field of this.fields) {
        const wanted = asked.get(field.dataset.name) ?? "";
        const known = [...field.options].some((option) => option.value === wanted);
        field.value = known && wanted ? wanted : field.dataset.name === "scale" ? "year" : "";
      }
      this.show();
    }
    tell() {
      const asked = new URLSearchParams(location.search);
      for (const { value, dataset } of this.fields) {
        if (value && !(dataset.name === "scale" && value === "year")) asked.set(dataset.name, value);
        else asked.delete(dataset.name);
      }
      const query = asked.toString();
      try {
        history.replaceState(null, "", query ? `?${query}` : location.pathname);
      } catch {
        /* where the address cannot change, the page still does */
      }
      this.show();
    }
    show() {
      const wanted = this.fields.filter((field) => field.dataset.name !== "scale" && field.value);
      const has = (event, { dataset, value }) => (event.getAttribute(`data-by-${dataset.name}`) ?? "").split(" ").includes(value);
      const shown = this.events.filter((event) => wanted.every((field) => has(event, field)));
      const scale = this.fields.find((field) => field.dataset.name === "scale")?.value ?? "year";
      const groups = [];
      for (const event of shown) {
        const key = this.key(event, scale);
        if (groups.at(-1)?.key !== key) groups.push({ key, events: [] });
        groups.at(-1).events.push(event);
      }
      for (const old of document.querySelectorAll(".timeline-year, ol.timeline")) old.remove();
      this.place.replaceChildren(...groups.flatMap(({ key, events }) => this.drawn(key, events, scale)));
      const status = this.querySelector("[role=status]");
      const words = shown.length ? this.dataset.shown : this.dataset.none;
      status.textContent = wanted.length ? words.replace("{count}", shown.length) : "";
    }
    key(event, scale) {
      const length = { day: 10, month: 7, year: 4, decade: 3 }[scale];
      return event.dataset.first.slice(0, length);
    }
    drawn(key, events, scale) {
      const heading = document.createElement("h2");
      heading.className = "timeline-year";
      const own = events[0].querySelector(".event-date")?.firstChild?.textContent.trim();
      heading.textContent = (scale === "day" ? own : this.words(key, scale)) || this.dataset.undated;
      const list = document.createElement("ol");
      list.className = "timeline";
      list.append(...events);
      return [heading, list];
    }
    words(key, scale) {
      if (scale === "decade") return key && this.dataset.decade.replace("{year}", `${key}0`);
      const [year, month] = key.split("-");
      if (!month) return key;
      const style = { year: "numeric", month: "long", timeZone: "UTC" };
      return new Date(Date.UTC(year, month - 1)).toLocaleDateString(document.documentElement.lang, style);
    }
  },
);
