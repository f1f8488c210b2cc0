import { type NextRequest, NextResponse } from "next/server";
import { isDatabaseThere } from "@/lib/infra/availability";
import { env } from "@/lib/infra/env";
import { refusedRequest } from "@/lib/web/refused-request";
import { securityHeaders } from "@/lib/web/security-headers";
import { type StandalonePage, standalonePage } from "@/lib/web/standalone-page";

/**
 * A nonce for this response and the security headers; who may is decided in commands. Two answers are
 * given here because Next can only make them a 500 (docs/decisions/0007-answers-of-the-proxy.md): a
 * request no page of ours sends, and any request while Postgres is away.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const nonce = btoa(crypto.randomUUID());
  const secure =
    request.nextUrl.protocol === "https:" || request.headers.get("x-forwarded-proto") === "https";
  const headers = securityHeaders({
    nonce,
    secure,
    development: env().NODE_ENV === "development",
    tilesUrl: env().MAP_TILES_URL,
    issuers: env().OIDC_PROVIDERS.map(({ issuer }) => issuer),
  });
  const forwarded = new Headers(request.headers);
  forwarded.set("x-nonce", nonce);
  // The menu marks the page one is on; a layout is not told its address.
  forwarded.set("x-pathname", request.nextUrl.pathname);
  forwarded.set("content-security-policy", headers["content-security-policy"] ?? "");
  const instead = await pageInstead(request);
  const response = instead
    ? standalonePage(instead, {
        nonce,
        chosenLocale: request.cookies.get("locale")?.value,
        acceptLanguage: request.headers.get("accept-language"),
      })
    : onward(request, forwarded);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** The page that only measures (npm run bench) is nowhere else: the address then leads to none. */
function onward(request: NextRequest, headers: Headers): NextResponse {
  const isAbsent = request.nextUrl.pathname === "/bench" && !env().BENCH;
  return isAbsent
    ? NextResponse.rewrite(new URL("/bench/absent", request.url), { request: { headers } })
    : NextResponse.next({ request: { headers } });
}

async function pageInstead(request: NextRequest): Promise<StandalonePage | null> {
  const refused = await refusedRequest(request, env().NEXTAUTH_URL);
  if (refused) return refused;
  // The health page speaks for itself.
  if (request.nextUrl.pathname === "/api/health" || (await isDatabaseThere())) return null;
  return { status: 503, words: "unavailable" };
}

export const config = {
  // The API says and refuses everything itself (lib/web/api) and knows no cookie; only an address that
  // is no plain text comes here first.
  matcher: ["/((?!_next/static|_next/image|icon.svg|api/v1/[\\w./-]*$|api/bench/).*)"],
};
