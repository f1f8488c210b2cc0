import MarkdownIt from "markdown-it";
import type { Block, Inline } from "./schema";

/** Nothing but what is named here is read; the rest stays the text it is: HTML, pictures, tables. */
const reader = new MarkdownIt("zero", { html: false, linkify: false, maxNesting: 30 }).enable([
  ...["heading", "list", "emphasis", "link", "autolink", "escape", "newline"],
]);
reader.validateLink = isOpenLink;

/** Where a link may lead: a page, or a mail. What is hidden in an address is read as browsers read it. */
export function isOpenLink(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && ["http:", "https:", "mailto:"].includes(url.protocol);
}

type Token = ReturnType<typeof reader.parse>[number];

/**
 * A description as its page draws it, of Markdown (CommonMark) this much: paragraphs, headings, lists,
 * bold, italic and links to http, https and mailto. All else is shown as it was typed, never as HTML.
 * A line end is a line end.
 */
export function readDescription(text: string): Block[] {
  return withHeadingLevels(blocksOf(walkOf(reader.parse(text, {}))));
}

/** The same without its marks, a block a line: for calendars, feeds and search engines. */
export function plainDescription(text: string): string {
  return linesOf(readDescription(text), "").join("\n");
}

type Walk = Iterator<Token, undefined>;
const walkOf = (tokens: readonly Token[] | null): Walk => (tokens ?? []).values();
/** The next one of what is open; undefined at its end, and past what closes it. */
function nextOf(walk: Walk): Token | undefined {
  const { value } = walk.next();
  return value && value.nesting >= 0 ? value : undefined;
}

/** Until the end, or what closes the block it is in. */
function blocksOf(walk: Walk): Block[] {
  const blocks: Block[] = [];
  for (let token = nextOf(walk); token; token = nextOf(walk)) {
    if (token.type === "inline") {
      blocks.push({ kind: "paragraph", children: inlinesOf(walkOf(token.children)) });
    } else if (token.nesting === 1) {
      blocks.push(...blockOf(token, blocksOf(walk)));
    }
  }
  return blocks;
}

function blockOf(opening: Token, inside: Block[]): Block[] {
  const [first] = inside;
  switch (opening.type) {
    case "heading_open": {
      const children = first?.kind === "paragraph" ? first.children : [];
      return [{ kind: "heading", level: Number(opening.tag.slice(1)), children }];
    }
    case "bullet_list_open":
    case "ordered_list_open": {
      const isOrdered = opening.type === "ordered_list_open";
      const start = Number(opening.attrGet("start") ?? 1);
      return [{ kind: "list", isOrdered, start, items: inside.flatMap(itemsOf) }];
    }
    case "list_item_open":
      return [{ kind: "list", isOrdered: false, start: 1, items: [inside] }];
    default:
      return inside;
  }
}

/** An item of a list comes as a list of its own. */
function itemsOf(block: Block): Block[][] {
  return block.kind === "list" ? block.items : [[block]];
}

function inlinesOf(walk: Walk): Inline[] {
  const inlines: Inline[] = [];
  for (let token = nextOf(walk); token; token = nextOf(walk)) {
    inlines.push(...inlineOf(token, walk));
  }
  return inlines;
}

function inlineOf(token: Token, walk: Walk): Inline[] {
  switch (token.type) {
    case "strong_open":
      return [{ kind: "strong", children: inlinesOf(walk) }];
    case "em_open":
      return [{ kind: "emphasis", children: inlinesOf(walk) }];
    case "link_open": {
      const href = String(token.attrGet("href") ?? "");
      const children = inlinesOf(walk);
      return isOpenLink(href) ? [{ kind: "link", href, children }] : children;
    }
    case "softbreak":
    case "hardbreak":
      return [{ kind: "break" }];
    default:
      return token.content === "" ? [] : [{ kind: "text", text: token.content }];
  }
}

/** However deep their author began, headings open at 3 under the page's own and skip none. */
function withHeadingLevels(blocks: Block[]): Block[] {
  const used = blocks.flatMap((block) => (block.kind === "heading" ? [block.level] : []));
  const ranks = [...new Set(used)].sort((a, b) => a - b);
  let last = 2;
  return blocks.map((block) => {
    if (block.kind !== "heading") return block;
    last = Math.min(3 + ranks.indexOf(block.level), last + 1, 5);
    return { ...block, level: last };
  });
}

function linesOf(blocks: readonly Block[], indent: string): string[] {
  return blocks.flatMap((block) =>
    block.kind === "list"
      ? block.items.flatMap((item, place) => itemLines(block, item, place, indent))
      : [`${indent}${textOf(block.children)}`],
  );
}

function itemLines(
  { isOrdered, start }: Extract<Block, { kind: "list" }>,
  item: Block[],
  place: number,
  indent: string,
): string[] {
  const mark = isOrdered ? `${start + place}. ` : "- ";
  const [first = "", ...others] = linesOf(item, "");
  return [`${indent}${mark}${first}`, ...others.map((line) => `${indent}  ${line}`)];
}

function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === "text") return inline.text;
      if (inline.kind === "break") return "\n";
      const said = textOf(inline.children);
      return inline.kind === "link" && inline.href !== said ? `${said} (${inline.href})` : said;
    })
    .join("");
}
