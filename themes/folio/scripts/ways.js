/* On a reading that was reached along a path (?path=ID&stop=3) the bar of that path is taken in; else nothing is. */
"use strict";
if (new URLSearchParams(location.search).has("path")) {
  const src = document.currentScript.src.replace(/ways\.js$/, "path-bar.js");
  document.head.append(Object.assign(document.createElement("script"), { src }));
}
