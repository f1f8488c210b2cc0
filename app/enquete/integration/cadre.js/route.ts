import { apiRoute } from "@/lib/web/api-route";

/**
 * What a partner's page runs: it listens to frames of ours alone, and believes nothing but a height.
 * Written for any browser, without a build.
 */
const script = `(function () {
  "use strict";
  var origin = new URL(document.currentScript.src).origin;
  var path = origin + "/enquete/integree";
  window.addEventListener("message", function (event) {
    var said = event.data;
    if (event.origin !== origin || !said || said.kind !== "cowloting-survey") return;
    if (typeof said.height !== "number" || !(said.height > 0)) return;
    document.querySelectorAll("iframe").forEach(function (frame) {
      if (frame.contentWindow !== event.source || frame.src.indexOf(path) !== 0) return;
      frame.style.height = Math.min(Math.max(Math.ceil(said.height), 200), 20000) + "px";
      if (said.isNew && frame.getAttribute("data-seen")) frame.scrollIntoView();
      frame.setAttribute("data-seen", "1");
    });
  });
})();
`;

export const GET = apiRoute("frame-script", async () => {
  return new Response(script, {
    headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "max-age=3600" },
  });
});
