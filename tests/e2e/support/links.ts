import { existsSync } from "node:fs";
import path from "node:path";
import type { APIRequestContext } from "@playwright/test";

const app = path.resolve(import.meta.dirname, "../../../app");

type Link = { from: string; href: string; words: string };
type Answer = { status: number; isPage: boolean; heading: string; ids: Set<string>; links: Link[] };

/**
 * Where links of these pages do not lead where they say, for whoever asks: nothing there, a part of the page
 * that is not in it, or, of a link that bears the heading of one of these pages, a page of another heading.
 * Read as text, without drawing; of links that differ by a number, a day or a name alone, one is followed.
 */
export async function strayLinks(
  request: APIRequestContext,
  addresses: readonly string[],
): Promise<string[]> {
  const read = new Map<string, Promise<Answer>>();
  const ask = (address: string) => {
    const [page = ""] = address.split("#");
    const known = read.get(page) ?? answerAt(request, page);
    read.set(page, known);
    return known;
  };
  const pages = await inBatches(addresses, ask);
  const headings = new Set(pages.map(({ heading }) => heading).filter(Boolean));
  const followed = chosen(pages.flatMap(({ links }) => links));
  const found = await inBatches(followed, async (link) => ({ link, at: await ask(link.href) }));
  return found.flatMap(({ link, at }) => faultOf(link, at, headings));
}

function faultOf({ from, href, words }: Link, at: Answer, headings: Set<string>): string[] {
  const said = `${from}: « ${words} » leads to ${href}`;
  if (at.status !== 200) return [`${said}, ${at.status}`];
  const [, part] = href.split("#");
  if (part && at.isPage && !at.ids.has(part)) return [`${said}, no such part`];
  if (at.isPage && at.heading === "") return [`${said}, a page without a heading`];
  // A part of a page has a heading of its own.
  const isAnother = !part && at.isPage && headings.has(words) && !at.heading.includes(words);
  return isAnother ? [`${said}, which is « ${at.heading} »`] : [];
}

/** Of links that lead to one kind of address by the same words, the first. */
function chosen(links: Link[]): Link[] {
  const known = new Set<string>();
  return links.filter(({ href, words }) => {
    const isNamed = /\d|-/.test(href);
    const kind = `${kindOf(href)} ${isNamed ? "" : words}`;
    const isNew = !known.has(kind);
    known.add(kind);
    return isNew;
  });
}

/** An address without what is numbered, dated or named in it. */
function kindOf(href: string): string {
  const { pathname, searchParams, hash } = new URL(href, "http://here");
  const parts = pathname.split("/").filter(Boolean);
  const walked = parts.map((part, index) => {
    const isOurs = existsSync(path.join(app, ...parts.slice(0, index).map(asFolder), part));
    return isOurs || index === 0 ? part : asFolder(part, index);
  });
  return [walked.join("/"), [...searchParams.keys()].sort().join(), hash].join(" ");
}

const asFolder = (part: string, index: number) =>
  index > 0 && (/\d/.test(part) || part.includes("-")) ? "*" : part;

async function answerAt(request: APIRequestContext, address: string): Promise<Answer> {
  const answer = await request.get(address, { maxRetries: 2 });
  const isPage = answer.headers()["content-type"]?.startsWith("text/html") ?? false;
  const html = isPage ? (await answer.text()).replaceAll(/<script[\s\S]*?<\/script>/g, "") : "";
  const heading = seen(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? "");
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? ""));
  return { status: answer.status(), isPage, heading, ids, links: linksIn(html, address) };
}

function linksIn(html: string, from: string): Link[] {
  return [...html.matchAll(/<a\s([^>]*)>([\s\S]*?)<\/a>/g)].flatMap(
    ([, given = "", inner = ""]) => {
      const href = seen(/href="([^"]*)"/.exec(given)?.[1] ?? "");
      const label = seen(/aria-label="([^"]*)"/.exec(given)?.[1] ?? "");
      if (!/^[/?#]/.test(href) || href.startsWith("//")) return [];
      const url = new URL(href, `http://here${from}`);
      const own = url.pathname + url.search + url.hash;
      return [{ from, href: own, words: label || seen(inner) }];
    },
  );
}

/** What is read of a piece of a page. */
function seen(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ")
    .trim();
}

async function inBatches<Item, Value>(
  items: readonly Item[],
  each: (item: Item) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = [];
  for (let from = 0; from < items.length; from += 8) {
    values.push(...(await Promise.all(items.slice(from, from + 8).map(each))));
  }
  return values;
}
