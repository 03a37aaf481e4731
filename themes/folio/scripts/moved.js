/* At an address that was left: goes on to where its page is now, and takes the fragment along. */
"use strict";
{
  const to = new URL(document.currentScript.dataset.to, location.href);
  if (location.protocol !== "file:") to.pathname = to.pathname.replace(/index\.html$/, "");
  if (location.search) to.search = location.search;
  if (location.hash) to.hash = location.hash;
  location.replace(to);
}
