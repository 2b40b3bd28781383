// Every page works without this file. It improves some components, and loads htmx on pages that ask for it.
import { initAll } from "./govuk-frontend.min.js";

document.documentElement.classList.add("js-enabled");
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("govuk-frontend-supported");
initAll();

if (document.querySelector("[hx-get], [hx-post], [hx-boost]")) await import("./htmx.min.js");

// A part that htmx has put into the page holds components that nobody has started yet.
document.addEventListener("htmx:after:swap", (event) => {
  const scope = event.detail?.ctx?.target ?? event.target;
  if (scope instanceof Element && scope.isConnected) initAll({ scope });
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
