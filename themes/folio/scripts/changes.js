/* What is new since a day: the one named in the address (?since=2026-10-01), or that of the reader's last visit. */
"use strict";
customElements.define(
  "new-since",
  class extends HTMLElement {
    connectedCallback() {
      const days = [...document.querySelectorAll(".change-day[data-date]")];
      const said = new URLSearchParams(location.search).get("since") ?? "";
      const since = /^\d{4}-\d\d-\d\d$/.test(said) ? said : this.lastVisit(days);
      const status = this.querySelector("[role=status]");
      if (!since || !status) return;
      const isNew = (day) => (said ? day.dataset.date >= since : day.dataset.date > since);
      const fresh = days.filter(isNew);
      if (said) days.forEach((day) => (day.hidden = !isNew(day)));
      fresh.forEach((day) => day.classList.add("is-new"));
      if (!said && !fresh.length) return;
      const language = document.documentElement.lang;
      const words = new Date(`${since}T00:00:00Z`).toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" });
      status.textContent = (fresh.length ? this.dataset.since : this.dataset.none)
        .replace("{date}", words)
        .replace("{count}", fresh.reduce((sum, day) => sum + day.querySelectorAll(".change").length, 0));
      this.querySelector("a").hidden = !said;
      this.hidden = false;
    }
    /* The newest day that the reader has seen, kept in this browser alone. */
    lastVisit(days) {
      const newest = days.map((day) => day.dataset.date).sort().at(-1) ?? "";
      const name = `dossier-seen ${new URL("../", location.href).pathname}`;
      try {
        const seen = localStorage.getItem(name) ?? "";
        if (newest > seen) localStorage.setItem(name, newest);
        return seen;
      } catch {
        return "";
      }
    }
  },
);
