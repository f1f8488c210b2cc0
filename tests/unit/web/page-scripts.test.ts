import { expect, test } from "vitest";
import { inlineScripts, isInPieces, withoutScripts } from "@/lib/web/page-scripts";

const page = `<!DOCTYPE html><html><head>
<link rel="stylesheet" href="/a.css"/><link rel="preload" as="script" nonce="" href="/a.js"/>
<link rel="preload" href="/a.woff2" as="font"/><script src="/a.js" async="" nonce=""></script></head>
<body><h1>Luzech</h1><script nonce="">(self.__next_f=[]).push([0])</script>
<script type="application/ld+json">{"@type":"Place"}</script>
<script>self.__next_f.push([1,"\\u003cscript>\\n"])</script><p>Fin</p></body></html>`;

test("nothing is left to run or to fetch for it, everything else is", () => {
  const still = withoutScripts(page);
  expect(still.match(/<script[^>]*>/g)).toEqual(['<script type="application/ld+json">']);
  expect(still).not.toContain("a.js");
  for (const kept of ["/a.css", "/a.woff2", "<h1>Luzech</h1>", '{"@type":"Place"}', "<p>Fin</p>"]) {
    expect(still).toContain(kept);
  }
});

test("the scripts in the page are read to the letter, as a browser hashes them", () => {
  expect(inlineScripts(page)).toEqual([
    "(self.__next_f=[]).push([0])",
    'self.__next_f.push([1,"\\u003cscript>\\n"])',
  ]);
  expect(inlineScripts(withoutScripts(page))).toEqual([]);
});

test("a page whose parts come later is known by the places it leaves for them", () => {
  expect(isInPieces(page)).toBe(false);
  expect(isInPieces('<main><!--$?--><template id="B:0"></template></main>')).toBe(true);
});
