import type { PersonActor } from "@/lib/core/actor";
import { addDays, dayOf } from "@/lib/core/day";
import { createToken } from "@/lib/identity/api-tokens/commands";
import { type ApiScope, apiScopes } from "@/lib/identity/api-tokens/schema";
import { db } from "@/lib/infra/db";
import { apiPaths } from "@/lib/web/api/openapi";
import { handlersOf } from "@/lib/web/api/operation";
import { aSpace } from "./factories";

export type Call = {
  token?: string | undefined;
  /** Written as JSON; a text is sent as it is. */
  body?: unknown;
  headers?: Record<string, string>;
};

/** One request to the API, through its handlers as the server calls them. */
export async function call(method: string, address: string, { token, body, headers }: Call = {}) {
  const url = new URL(address, "http://localhost:3000");
  const { path, params } = routeOf(url.pathname);
  const handlers = handlersOf(apiPaths[path] ?? {});
  const handler = Object.entries(handlers).find(([name]) => name === method)?.[1];
  if (!handler) throw new Error(`no handler for ${method} ${address}`);
  const request = new Request(url, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  const isText = response.headers.get("content-type")?.startsWith("text/") ?? false;
  const json = isText ? null : jsonOf(text);
  return { status: response.status, headers: response.headers, text, json };
}

// biome-ignore lint/suspicious/noExplicitAny: what an outside program reads has no type of ours.
function jsonOf(text: string): any {
  return text === "" ? null : JSON.parse(text);
}

/** The documented address a path is of, and what stands in its braces. */
function routeOf(pathname: string): { path: string; params: Record<string, string> } {
  for (const path of Object.keys(apiPaths).sort()) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const pattern = new RegExp(`^${path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "([^/]+)")}$`);
    const found = pattern.exec(pathname);
    if (!found) continue;
    const values = found.slice(1).map(decoded);
    return { path, params: Object.fromEntries(names.map((name, at) => [name, values[at] ?? ""])) };
  }
  throw new Error(`no such address: ${pathname}`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A token of that person, whose roles are written down as the actor has them. */
export async function tokenOf(
  actor: PersonActor,
  droits: ApiScope[] = [...apiScopes],
): Promise<string> {
  for (const { role, spaceId } of actor.grants) {
    const grant = { personId: actor.personId, role, spaceId };
    if ((await db.roleGrant.count({ where: grant })) === 0)
      await db.roleGrant.create({ data: grant });
  }
  const made = await createToken(actor, { nom: "essai", droits, duree: "none" });
  if (!made.ok) throw new Error(made.refusal);
  return made.value.token;
}

/** A space open every day of the week but public holidays, and its next open day but two. */
export async function aPlace(desks = 2) {
  const space = await aSpace({
    desks,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    closesOnPublicHolidays: false,
  });
  const day = addDays(dayOf(new Date(), "Europe/Paris"), 3);
  return { space, day, resourceId: space.desks[0]?.id ?? "" };
}

/** Asks for a booking. */
export const post = (
  token: string | undefined,
  body: unknown,
  headers: Record<string, string> = {},
) => call("POST", "/api/v1/bookings", { token, body, headers });
