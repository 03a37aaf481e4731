/* The menu that copies a passage: four forms, by pointer, touch and keys; what was copied is said aloud. */
"use strict";
(() => {
  const copy = (window.dossierCopy ??= {});
  let now = null;

  /* Both forms of one copy; the older way where the page may not use the newer one. */
  const write = async (plain, html) => {
    const forms = { "text/plain": plain, ...(html && { "text/html": html }) };
    try {
      const blobs = Object.entries(forms).map(([type, text]) => [type, new Blob([text], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      return true;
    } catch {
      const put = (event) => {
        for (const [type, text] of Object.entries(forms)) event.clipboardData.setData(type, text);
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      addEventListener("copy", put, true);
      const isDone = document.execCommand("copy");
      removeEventListener("copy", put, true);
      return isDone;
    }
  };

  /* Below the ¶, or above it where there is no room. */
  const put = (menu, link) => {
    const { top, bottom, left } = link.getBoundingClientRect();
    const room = document.documentElement.clientWidth - menu.offsetWidth - 8;
    const isBelow = bottom + menu.offsetHeight + 6 < innerHeight;
    menu.style.left = `${scrollX + Math.max(8, Math.min(left, room))}px`;
    menu.style.top = `${scrollY + (isBelow ? bottom + 4 : Math.max(0, top - menu.offsetHeight - 4))}px`;
  };

  const close = (hasFocus) => {
    if (!now) return;
    const { menu, link } = now;
    now = null;
    menu.hidden = true;
    link.removeAttribute("aria-expanded");
    if (hasFocus) link.focus({ preventScroll: true });
  };

  const choose = async (item) => {
    const { host, quotation, address } = now;
    const { plain, markdown, html } = quotation;
    const [text, rich] = { link: [address], rich: [plain, html], plain: [plain], markdown: [markdown] }[item.dataset.form];
    close(true);
    const status = host.querySelector("[role=status]");
    status.textContent = "";
    const isDone = await write(text, rich);
    setTimeout(() => (status.textContent = isDone ? host.dataset.done.replace("{what}", item.textContent) : host.dataset.failed), 50);
    clearTimeout(copy.waiting);
    copy.waiting = setTimeout(() => (status.textContent = ""), 6000);
  };

  const walk = (event) => {
    const items = [...now.menu.querySelectorAll("[role=menuitem]")];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: (at + 1) % items.length, ArrowUp: (at + items.length - 1) % items.length, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") close(true);
    if (to !== undefined) items[to].focus();
    else if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
  };

  const listen = (menu) => {
    copy.isListening = true;
    menu.addEventListener("keydown", walk);
    menu.addEventListener("click", (event) => {
      const item = event.target.closest("[role=menuitem]");
      if (item) choose(item);
    });
    menu.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !menu.contains(relatedTarget) && close(false));
    document.addEventListener("pointerdown", ({ target }) => now && !menu.contains(target) && close(false));
    addEventListener("resize", () => now && put(menu, now.link));
  };

  copy.open = (host, link, range) => {
    close(false);
    const menu = host.querySelector("[role=menu]");
    if (!copy.isListening) listen(menu);
    const ranges = copy.rangesOf(link, range);
    const address = copy.address(link, ranges);
    now = { host, menu, link, address, quotation: copy.quotation(host, ranges, link.textContent, address) };
    link.setAttribute("aria-expanded", "true");
    menu.hidden = false;
    put(menu, link);
    menu.querySelector("[role=menuitem]").focus({ preventScroll: true });
  };
})();
