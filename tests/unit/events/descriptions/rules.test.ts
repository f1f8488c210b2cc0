import { check, property, string } from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EventDescription } from "@/components/events/event-description";
import { isOpenLink, plainDescription, readDescription } from "@/lib/events/descriptions/rules";
import { longest } from "@/lib/events/schema";
import { hostileAddresses, hostileTexts } from "@/tests/support/hostile-texts";

const drawn = (text: string) => renderToStaticMarkup(EventDescription({ text }));

/** All that a description may become. */
const allowed = /^<\/?(div|p|h[345]|ul|ol|li|strong|em|br|a)( [^<>]*)?\/?>$/;
const tagsOf = (html: string) => html.match(/<[^>]*>/g) ?? [];

test("paragraphs, lists, bold, italic, headings and links are drawn", () => {
  const text =
    "Une **vraie** *consultation*\nlue ensemble\n\n# Après\n\n1. un\n2. [deux](https://lot.fr)";
  expect(drawn(text)).toBe(
    '<div class="prose event-text"><p>Une <strong>vraie</strong> <em>consultation</em><br/>lue ensemble</p>' +
      '<h3>Après</h3><ol start="1"><li><p>un</p></li>' +
      '<li><p><a href="https://lot.fr" rel="nofollow ugc noopener">deux</a></p></li></ol></div>',
  );
});

test("a list in a list stays in it, and a number goes on from where it was begun", () => {
  expect(readDescription("- a\n  - b\n- c")).toMatchObject([
    { kind: "list", items: [[{ kind: "paragraph" }, { kind: "list", items: [[{}]] }], [{}]] },
  ]);
  expect(readDescription("4. d\n5. e")).toMatchObject([
    { kind: "list", isOrdered: true, start: 4 },
  ]);
});

test("headings open below those of the page and skip none, however their author began", () => {
  const levels = (text: string) =>
    readDescription(text).flatMap((block) => (block.kind === "heading" ? [block.level] : []));
  expect(levels("## a\n\n#### b\n\n## c")).toEqual([3, 4, 3]);
  expect(levels("###### a\n\n# b")).toEqual([3, 3]);
  expect(levels("# a\n\n## b\n\n### c\n\n#### d")).toEqual([3, 4, 5, 5]);
});

test("a link leads to a page or to a mail, never to what runs or to what is ours", () => {
  for (const address of ["https://lot.fr", "http://lot.fr/a?b=c", "mailto:sylvie@exemple.test"]) {
    expect(isOpenLink(address), address).toBe(true);
  }
  const closed = [...hostileAddresses, "/mon-espace", "//lot.fr", "ftp://lot.fr", "tel:0565", ""];
  for (const address of closed) expect(isOpenLink(address), address).toBe(false);
  for (const address of closed) {
    const html = drawn(`[ici](${address}) [ici](<${address}>) <${address}>`);
    expect(html, address).not.toMatch(/href="(?!https?:|mailto:)/i);
  }
});

test("nothing anybody types becomes more than these few elements", () => {
  const written = hostileTexts.flatMap((text) => [text, `- ${text}`, `# ${text}`, `**${text}**`]);
  for (const text of [
    ...written,
    ...hostileTexts.map((each) => `[${each}](https://a.test "${each}")`),
  ]) {
    const html = drawn(text);
    expect(
      tagsOf(html).filter((tag) => !allowed.test(tag)),
      text,
    ).toEqual([]);
    expect(html.match(/<a /g) ?? [], text).toHaveLength(
      html.match(/rel="nofollow ugc noopener"/g)?.length ?? 0,
    );
    expect(html, text).not.toMatch(/href="(?!https?:|mailto:)/i);
  }
});

test("an element of another kind would be seen", () => {
  expect(tagsOf('<p><img src="x"/></p>').filter((tag) => !allowed.test(tag))).toHaveLength(1);
  expect(tagsOf("<p><script>").filter((tag) => !allowed.test(tag))).toHaveLength(1);
});

test("tables, code and HTML stay the text they are, a picture is a link to it", () => {
  const text =
    "![vue](https://a.test/x.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n`code`\n\n<b>gras</b>";
  const html = drawn(text);
  expect(html).toContain('!<a href="https://a.test/x.png"');
  expect(html).not.toMatch(/<(img|table|code|b)\b/);
  for (const said of ["| 1 | 2 |", "`code`", "&lt;b&gt;gras&lt;/b&gt;"])
    expect(html).toContain(said);
});

test.each([
  [
    "a thousand lists in each other",
    Array.from({ length: 1_000 }, (_, deep) => `${"  ".repeat(deep)}- a`).join("\n"),
  ],
  ["a thousand brackets", `${"[".repeat(3_000)}${"]".repeat(3_000)}`],
  ["a thousand links in each other", `${"[".repeat(1_000)}a${"](https://a.test)".repeat(300)}`],
  ["stars without end", "*".repeat(longest.description)],
  ["stars and letters", "**a *b ".repeat(850)],
  [
    "a table of a thousand columns",
    `${"|a".repeat(1_000)}|\n${"|-".repeat(1_000)}|\n${"|1".repeat(900)}|`,
  ],
  ["a thousand quotes", `${"> ".repeat(2_000)}a`],
  ["lines without end", "a\n".repeat(3_000)],
])("%s are read and drawn all the same", (_what, text) => {
  const html = drawn(text.slice(0, longest.description));
  expect(tagsOf(html).filter((tag) => !allowed.test(tag))).toEqual([]);
  expect(html.length).toBeGreaterThan(20);
});

test("whatever is typed, nothing else is drawn", () => {
  const ran = check(
    property(string({ unit: "grapheme", maxLength: 200 }), (text) => {
      const html = drawn(text);
      return tagsOf(html).every((tag) => allowed.test(tag));
    }),
    { numRuns: 500 },
  );
  expect(ran.counterexample).toBeNull();
});

test("without its marks it is a block a line, links said in full", () => {
  const text =
    "Une **vraie** [page](https://lot.fr).\n\n## Après\n\n- un\n- deux\n  - trois\n\n<https://lot.fr>";
  expect(plainDescription(text)).toBe(
    "Une vraie page (https://lot.fr).\nAprès\n- un\n- deux\n  - trois\nhttps://lot.fr",
  );
});
