import { createHash } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import { z } from "zod";
import { Forbidden, HandedOver, NotFound, Unauthenticated } from "@/lib/core/errors";
import { preferredLocale } from "@/lib/core/locale";
import type { ApiScope } from "@/lib/identity/api-tokens/schema";
import { isDatabaseThere } from "@/lib/infra/availability";
import { now } from "@/lib/infra/clock";
import { log } from "@/lib/infra/log";
import { requestIdHeader } from "../request-id";
import { type Caller, identifyCaller, requireScope } from "./caller";
import { type ProblemExtras, problemBody, Refusal, statusOf } from "./problem";
import { parsed, queryOf, readJson } from "./reading";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** An answer as bytes, with a mark that changes when they do: what is often read is written once. A text is as it is. */
export class Written {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;

  constructor(body: object | string) {
    this.bytes = new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body));
    this.etag = `"${createHash("sha1").update(this.bytes).digest("base64url")}"`;
  }
}

export type Answer = {
  status?: number;
  /** An object is written as JSON; null = no body. */
  body: object | Written | null;
  headers?: Record<string, string>;
};

type Asked<Params, Query, Body> = {
  caller: Caller;
  params: Params;
  query: Query;
  body: Body;
  at: Date;
  request: Request;
};

/** One method of one address: what it takes, what it answers, and what openapi.json says of it. */
export type Operation = {
  id: string;
  summary: string;
  /** Anybody, or whoever holds a token with that scope. */
  access: "public" | ApiScope;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** What the document says of the body, where its reading cannot be written as a schema. */
  documentedBody?: z.ZodType;
  /** Headers it reads, for the document. */
  headers?: z.ZodObject;
  answers: Record<number, { description: string; schema?: z.ZodType; type?: string }>;
  /** Codes of its refusals, for the document. */
  refusals?: readonly string[];
  run: (request: Request, params: unknown, caller: Caller, at: Date) => Promise<Answer>;
};

type OperationParts<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> = Omit<
  Operation,
  "params" | "query" | "body" | "run"
> & {
  params?: P;
  query?: Q;
  body?: B;
  handle: (asked: Asked<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Answer>;
};

const nothing = z.strictObject({});

/** Reads strictly what is asked, then handles it: the address (404), the query and the body (400). */
export function operation<
  P extends z.ZodObject = typeof nothing,
  Q extends z.ZodObject = typeof nothing,
  B extends z.ZodType = z.ZodUndefined,
>({ handle, ...parts }: OperationParts<P, Q, B>): Operation {
  const { params: ofAddress, query: ofQuery, body: ofBody } = parts;
  return {
    ...parts,
    run: async (request, given, caller, at) => {
      const params = (ofAddress ?? nothing).safeParse(given);
      if (!params.success) throw new NotFound();
      const query = parsed(ofQuery ?? nothing, queryOf(request));
      const body = ofBody ? parsed(ofBody, await readJson(request)) : undefined;
      // What the schemas above have just made; their types are those of the parts.
      return handle({ caller, params: params.data, query, body, at, request } as never);
    },
  };
}

export type Resource = Partial<Record<Method, Operation>>;
/** An address without parameters has none. */
type Context = { params: Promise<object | undefined> };
type Handler = (request: Request, context: Context) => Promise<Response>;

/** Handlers of an address, for its route file: each method it has, 405 for the others, OPTIONS. */
export function handlersOf(resource: Resource): Record<Method | "PUT" | "OPTIONS", Handler> {
  const handler =
    (method: Method): Handler =>
    (request, context) =>
      answer(resource, resource[method], request, context);
  return {
    GET: handler("GET"),
    POST: handler("POST"),
    PATCH: handler("PATCH"),
    DELETE: handler("DELETE"),
    PUT: (request, context) => answer(resource, undefined, request, context),
    OPTIONS: optionsOf(resource),
  };
}

async function answer(
  resource: Resource,
  asked: Operation | undefined,
  request: Request,
  context: Context,
): Promise<Response> {
  const requestId = crypto.randomUUID();
  const common = { ...headersOf(resource), [requestIdHeader]: requestId };
  try {
    const at = now();
    const caller = inRequest(await identifyCaller(request, at), requestId);
    if (!asked) throw new Refusal("method_not_allowed", {}, { allow: allowed(resource) });
    if (asked.access !== "public") requireScope(caller, asked.access);
    return respond(
      request,
      await asked.run(request, (await context.params) ?? {}, caller, at),
      common,
    );
  } catch (error) {
    return problem(request, await refusalOf(error, asked), common, requestId);
  }
}

/** What the caller does is journalled under the number the answer bears. */
function inRequest(caller: Caller, requestId: string): Caller {
  const { actor } = caller;
  return actor.kind === "person" ? { ...caller, actor: { ...actor, requestId } } : caller;
}

async function refusalOf(error: unknown, asked: Operation | undefined): Promise<Refusal> {
  unstable_rethrow(error);
  if (error instanceof Refusal) return error;
  if (error instanceof HandedOver) return new Refusal("handed_over");
  if (error instanceof NotFound) return new Refusal("not_found");
  if (error instanceof Unauthenticated) {
    return new Refusal("unauthenticated", {}, { "www-authenticate": 'Bearer realm="cowloting"' });
  }
  if (error instanceof Forbidden) return new Refusal("missing_scope");
  if (!(await isDatabaseThere())) return new Refusal("unavailable", {}, { "retry-after": "5" });
  const reference = crypto.randomUUID().slice(0, 8);
  log.error({ err: error, operation: asked?.id, reference }, "API operation failed");
  return new Refusal("failed", { reference });
}

function respond(
  request: Request,
  { status = 200, body, headers }: Answer,
  common: HeaderLines,
): Response {
  const all = { ...common, ...headers };
  if (body === null) return new Response(null, { status, headers: all });
  const { bytes, etag } = body instanceof Written ? body : new Written(body);
  const isRead = request.method === "GET" || request.method === "HEAD";
  const known = isRead ? request.headers.get("if-none-match") : null;
  if (status === 200 && known !== null && isAmong(etag, known)) {
    return new Response(null, { status: 304, headers: { ...all, etag } });
  }
  const type = { "content-type": "application/json", "content-length": String(bytes.byteLength) };
  const told = { ...type, ...all, ...(status === 200 ? { etag } : {}) };
  return new Response(bytes, { status, headers: told });
}

function isAmong(etag: string, header: string): boolean {
  if (header.trim() === "*") return true;
  return header.split(",").some((candidate) => candidate.trim().replace(/^W\//, "") === etag);
}

function problem(
  request: Request,
  refusal: Refusal,
  common: HeaderLines,
  requestId: string,
): Response {
  const { code, extras, headers } = refusal;
  const locale = preferredLocale(request.headers.get("accept-language"));
  return new Response(JSON.stringify(problemOf(code, extras, locale, requestId)), {
    status: statusOf(code),
    headers: {
      ...common,
      "content-type": "application/problem+json",
      "content-language": locale,
      "cache-control": "no-store",
      ...headers,
    },
  });
}

function problemOf(code: string, extras: ProblemExtras, locale: "fr" | "en", requestId: string) {
  return { ...problemBody(code, extras, locale), instance: `urn:uuid:${requestId}` };
}

type HeaderLines = Record<string, string>;

const always = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};
/** What everybody may read, pages of other sites may read too; cookies never count. */
const open = {
  ...always,
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag, retry-after, x-request-id",
  "cache-control": "public, no-cache",
};
const closed = { ...always, "cache-control": "private, no-cache", vary: "authorization" };

function headersOf(resource: Resource): HeaderLines {
  return isOpen(resource) ? open : closed;
}

function isOpen(resource: Resource): boolean {
  return Object.values(resource).every(({ access }) => access === "public");
}

function allowed(resource: Resource): string {
  const methods = Object.keys(resource);
  return [...methods, ...(resource.GET ? ["HEAD"] : []), "OPTIONS"].join(", ");
}

function optionsOf(resource: Resource): Handler {
  return async () => options(resource);
}

function options(resource: Resource): Response {
  const cors = isOpen(resource)
    ? {
        "access-control-allow-methods": "GET, HEAD",
        "access-control-allow-headers": "if-none-match, accept-language, authorization",
        "access-control-max-age": "86400",
      }
    : {};
  return new Response(null, {
    status: 204,
    headers: { ...headersOf(resource), ...cors, allow: allowed(resource) },
  });
}
