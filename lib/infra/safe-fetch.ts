import "server-only";
import { lookup } from "node:dns/promises";
import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { isIP } from "node:net";
import type { FetchRefusal } from "@/lib/core/fetch-refusal";
import { ok, type Result, refuse } from "@/lib/core/result";
import { env } from "@/lib/infra/env";
import { isPublicAddress } from "./public-address";

export type Fetched = { body: Buffer; etag: string | null } | { unchanged: true };

export type SafeFetchOptions = {
  accept: string;
  /** What we have already: the same is answered `unchanged`. */
  etag?: string | null;
  /** Bytes of the answer, counted as they come. */
  mostBytes?: number;
  /** For everything, from the name to the last byte. */
  timeoutMs?: number;
  /** Only tests give these three: another way to find a name, addresses that may be reached, any port. */
  resolve?: (hostname: string) => Promise<string[]>;
  mayReach?: (address: string) => boolean;
  anyPort?: boolean;
};

/**
 * Reads an address that somebody typed, in bounds. The name is resolved once, every address it has must
 * be public, and the connection goes to the very one that was checked: a name that answers otherwise the
 * second time changes nothing. No redirect is followed, no compressed answer read, no cookie kept.
 */
export async function safeFetch(
  address: string,
  options: SafeFetchOptions,
): Promise<Result<Fetched, FetchRefusal>> {
  const url = readableUrl(address);
  if (!url) return refuse("address_invalid");
  const anyPort = options.anyPort ?? env().DEMO;
  // URL leaves out the usual port of each protocol.
  if (!anyPort && url.port !== "" && !["80", "443"].includes(url.port)) {
    return refuse("port_refused");
  }
  const deadline = AbortSignal.timeout(options.timeoutMs ?? 10_000);
  try {
    return await before(deadline, readFrom(url, options, deadline));
  } catch (error) {
    if (deadline.aborted) return refuse("too_slow");
    if (error instanceof Refusal) return refuse(error.code);
    return refuse("not_reachable");
  }
}

export type PostAnswer = Result<{ status: number }, FetchRefusal>;

export type SafePostOptions = {
  headers: Record<string, string>;
  body: string | Buffer;
  timeoutMs?: number;
  /** This machine may be told too: where everything is invented, it is the only listener there is. */
  allowLoopback?: boolean;
  resolve?: (hostname: string) => Promise<string[]>;
};

/**
 * Sends a body to an address that somebody typed, in the same bounds: its name resolved once, every
 * address of it public, no redirect followed. What is answered is not read, only its status.
 */
export async function safePost(
  address: string,
  { headers, body, timeoutMs = 10_000, allowLoopback = false, ...options }: SafePostOptions,
): Promise<PostAnswer> {
  const url = readableUrl(address);
  if (!url) return refuse("address_invalid");
  const deadline = AbortSignal.timeout(timeoutMs);
  const mayReach = (each: string) => isPublicAddress(each) || (allowLoopback && isLoopback(each));
  const work = async (): Promise<PostAnswer> => {
    const checked = await checkedAddress(url.hostname, { accept: "*/*", mayReach, ...options });
    const answer = await send(url, checked, { method: "POST", headers, body }, deadline);
    answer.destroy();
    return ok({ status: answer.statusCode ?? 0 });
  };
  try {
    return await before(deadline, work());
  } catch (error) {
    if (deadline.aborted) return refuse("too_slow");
    return refuse(error instanceof Refusal ? error.code : "not_reachable");
  }
}

function isLoopback(address: string): boolean {
  return address === "::1" || /^127\.\d+\.\d+\.\d+$/.test(address);
}

class Refusal extends Error {
  readonly code: FetchRefusal;
  constructor(code: FetchRefusal, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** http or https, without a password in it; the name a calendar gives to https is one of them. */
function readableUrl(address: string): URL | null {
  const text = address.trim().replace(/^webcals?:/i, "https:");
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  return isWeb && url.username === "" && url.password === "" && url.hostname !== "" ? url : null;
}

/** The work, or an error when the time is over: finding a name cannot be interrupted. */
async function before<Value>(deadline: AbortSignal, work: Promise<Value>): Promise<Value> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      deadline.addEventListener("abort", () => reject(new Refusal("too_slow")), { once: true });
    }),
  ]);
}

async function readFrom(
  url: URL,
  options: SafeFetchOptions,
  deadline: AbortSignal,
): Promise<Result<Fetched, FetchRefusal>> {
  const checked = await checkedAddress(url.hostname, options);
  const answer = await ask(url, checked, options, deadline);
  try {
    return await readAnswer(answer, options);
  } finally {
    answer.destroy();
  }
}

/** The one address to connect to; throws unless all that the name has may be reached. */
async function checkedAddress(
  hostname: string,
  { resolve = everyAddress, mayReach = isPublicAddress }: SafeFetchOptions,
): Promise<string> {
  const literal = withoutBrackets(hostname);
  const addresses = isIP(literal) ? [literal] : await resolve(hostname);
  const [first] = addresses;
  if (!first) throw new Refusal("host_unknown");
  if (!addresses.every((each) => mayReach(each))) throw new Refusal("address_private");
  return first;
}

/** An address of version 6 is written in brackets in a URL. */
function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}

async function everyAddress(hostname: string): Promise<string[]> {
  try {
    return (await lookup(hostname, { all: true })).map(({ address }) => address);
  } catch (error) {
    throw new Refusal(isNameUnknown(error) ? "host_unknown" : "not_reachable", { cause: error });
  }
}

function isNameUnknown(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOTFOUND";
}

function ask(
  url: URL,
  checked: string,
  { accept, etag }: SafeFetchOptions,
  deadline: AbortSignal,
): Promise<IncomingMessage> {
  const headers = { accept, ...(etag ? { "if-none-match": etag } : {}) };
  return send(url, checked, { method: "GET", headers }, deadline);
}

type Outgoing = { method: "GET" | "POST"; headers: Record<string, string>; body?: string | Buffer };

function send(
  url: URL,
  checked: string,
  { method, headers, body }: Outgoing,
  deadline: AbortSignal,
): Promise<IncomingMessage> {
  const isSecure = url.protocol === "https:";
  const request = isSecure ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    request({
      method,
      // The address that was checked; the certificate is still judged by the name.
      host: checked,
      ...(isSecure && !isIP(withoutBrackets(url.hostname)) ? { servername: url.hostname } : {}),
      port: url.port || (isSecure ? 443 : 80),
      path: url.pathname + url.search,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }),
        host: url.host,
        "accept-encoding": "identity",
        "user-agent": "Cowloting",
      },
      agent: false,
      signal: deadline,
    })
      .once("response", resolve)
      .once("error", reject)
      .end(body);
  });
}

async function readAnswer(
  answer: IncomingMessage,
  { mostBytes = 2_000_000, etag }: SafeFetchOptions,
): Promise<Result<Fetched, FetchRefusal>> {
  const { statusCode = 0, headers } = answer;
  if (statusCode === 304 && etag) return ok({ unchanged: true });
  const problem = problemOf(answer, mostBytes);
  if (problem) return refuse(problem);
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer) {
    if (!Buffer.isBuffer(part)) continue;
    length += part.length;
    if (length > mostBytes) return refuse("too_large");
    parts.push(part);
  }
  const known = headers.etag && headers.etag.length <= 200 ? headers.etag : null;
  return ok({ body: Buffer.concat(parts), etag: known });
}

/** What the head of the answer already says against reading it. */
function problemOf({ statusCode = 0, headers }: IncomingMessage, mostBytes: number) {
  if (statusCode >= 300 && statusCode < 400) return "redirected";
  if (statusCode !== 200) return "answer_refused";
  if ((headers["content-encoding"] ?? "identity").toLowerCase() !== "identity") return "compressed";
  return Number(headers["content-length"] ?? 0) > mostBytes ? "too_large" : null;
}
