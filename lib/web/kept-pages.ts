import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { NextRequest } from "next/server";
import { type PageBasis, readPageBasis } from "@/lib/bookings/space-pages/queries";
import { type PublicPage, pageGoodUntil } from "@/lib/bookings/space-pages/rules";
import { now } from "@/lib/infra/clock";
import { env } from "@/lib/infra/env";
import { log } from "@/lib/infra/log";
import { ownHeaders } from "./own-headers";
import { inlineScripts, isInPieces, withoutScripts } from "./page-scripts";
import { anybodysPage, isAnybodys, makeHeader, type Visitor, visitorOf } from "./public-request";

/** A page as it goes over the wire; its policy names its inline scripts by their hashes. */
type KeptPage = { html: Uint8Array<ArrayBuffer>; etag: string; policy: string };
type Entry = { basis: PageBasis; until: Date; page: KeptPage };
type Wanted = { page: PublicPage; visitor: Visitor; basis: PageBasis; at: Date };

const mostBytes = 48_000_000;
const kept = new LRUCache<string, Entry>({
  maxSize: mostBytes,
  sizeCalculation: ({ page }) => page.html.length,
});
const inTheMaking = new Map<string, { basis: PageBasis; made: Promise<KeptPage | null> }>();

/** Longest the database is waited for before the page is made in the usual way, which says what is wrong. */
const patience = 2_000;
const longestMaking = 10_000;

/**
 * A public page from memory while all it shows is the same, which Postgres is asked at each request, in
 * one statement (docs/decisions/0013-public-pages-under-what-they-show.md); else made, once for all who
 * ask meanwhile. Null when this request is to have its page made for it: somebody known, another page,
 * no such space, Postgres away.
 */
export async function keptPage(request: NextRequest): Promise<Response | null> {
  if (!isAnybodys(request)) return null;
  const at = now();
  const { pathname, searchParams } = request.nextUrl;
  const page = anybodysPage(pathname, searchParams, at);
  const basis = page && (await basisOf(page, at));
  if (!basis) return null;
  const found = await pageOn({ page, visitor: visitorOf(request), basis, at });
  return found && responseOf(found, request.headers.get("if-none-match"));
}

function pageOn(wanted: Wanted): Promise<KeptPage | null> | KeptPage {
  const { page, visitor, basis, at } = wanted;
  const key = `${page.address} ${visitor.locale} ${visitor.theme}`;
  const known = kept.get(key);
  if (known?.basis === basis && at < known.until) return known.page;
  const making = inTheMaking.get(key);
  // Whoever has seen a change since that one was begun does not wait for it.
  if (making?.basis === basis) return making.made;
  const begun = keep(key, wanted).finally(() => {
    if (inTheMaking.get(key)?.made === begun) inTheMaking.delete(key);
  });
  inTheMaking.set(key, { basis, made: begun });
  return begun;
}

async function keep(key: string, { page, visitor, basis, at }: Wanted): Promise<KeptPage | null> {
  try {
    const found = await readMade(await made(page.address, visitor), page);
    const until = pageGoodUntil(basis.space, basis.frames, at);
    // What changed while it was made may or may not be in it: it is shown, and not kept.
    if (found && (await basisOf(page, now())) === basis)
      kept.set(key, { basis, until, page: found });
    return found;
  } catch (error) {
    log.warn({ err: error }, "a public page could not be made to be kept");
    return null;
  }
}

/** Null for a space there is not, and when Postgres does not answer. */
async function basisOf(page: PublicPage, at: Date): Promise<PageBasis | null> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null).unref());
  return Promise.race([readPageBasis(page, at), late]).catch(() => null);
}

/** What the application answers to a visitor without any cookie but these. */
function made(address: string, { locale, theme }: Visitor): Promise<Response> {
  const cookie = [`locale=${locale}`, ...(theme ? [`theme=${theme}`] : [])].join("; ");
  return fetch(`${ownOrigin()}${address}`, {
    headers: { [makeHeader]: "1", cookie },
    redirect: "manual",
    signal: AbortSignal.timeout(longestMaking),
  });
}

async function readMade(response: Response, page: PublicPage): Promise<KeptPage | null> {
  const nonce = /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
  const text = await response.text();
  if (response.status !== 200 || !nonce || isInPieces(text)) return null;
  // One nonce for all would protect nobody: its place is left empty, and the policy names the scripts.
  const whole = text.replaceAll(nonce, "");
  const html = page.isStill ? withoutScripts(whole) : whole;
  const hashes = inlineScripts(html).map((script) => `'sha256-${sha256(script)}'`);
  return {
    html: new Uint8Array(Buffer.from(html)),
    etag: `W/"${sha256(html)}"`,
    policy: ownHeaders({ hashes }, false)["content-security-policy"] ?? "",
  };
}

function sha256(content: string): string {
  return createHash("sha256").update(content).digest("base64");
}

/** Where this very process listens. */
function ownOrigin(): string {
  const { HOSTNAME: host, PORT: port } = env();
  return `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${port}`;
}

function responseOf({ html, etag, policy }: KeptPage, known: string | null): Response {
  const headers = {
    etag,
    "cache-control": "private, no-cache",
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
  };
  return known?.includes(etag)
    ? new Response(null, { status: 304, headers })
    : new Response(html, { headers });
}
