import { type NextRequest, NextResponse } from "next/server";
import { preferredLocale } from "@/lib/core/locale";
import { isSessionOpen } from "@/lib/identity/sessions/queries";
import { isDatabaseThere } from "@/lib/infra/availability";
import { env } from "@/lib/infra/env";
import { problemInstead } from "@/lib/web/api/problem";
import { framingOf } from "@/lib/web/framed-pages";
import { keptPage } from "@/lib/web/kept-pages";
import { ownHeaders } from "@/lib/web/own-headers";
import { refusedRequest } from "@/lib/web/refused-request";
import { requestIdHeader } from "@/lib/web/request-id";
import { headersOfSentFile } from "@/lib/web/security-headers";
import { sessionCookieName } from "@/lib/web/session-cookie";
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
  const headers = ownHeaders({ nonce }, secure, await framingOf(request.nextUrl.pathname));
  const refused = await refusedRequest(request, env().NEXTAUTH_URL, () => isSignedIn(request));
  if (refused) return withHeaders(answerInstead(refused, request, nonce), headers);
  const kept = env().NODE_ENV === "production" && (await keptPage(request));
  // What it says of its scripts is its own.
  if (kept) return withHeaders(kept, { ...headers, ...Object.fromEntries(kept.headers) });
  if (!(await isThere(request))) {
    const away = { status: 503, words: "unavailable" } as const;
    return withHeaders(answerInstead(away, request, nonce), headers);
  }
  const forwarded = new Headers(request.headers);
  forwarded.set("x-nonce", nonce);
  const requestId = crypto.randomUUID();
  forwarded.set(requestIdHeader, requestId);
  // The menu marks the page one is on; a layout is not told its address.
  forwarded.set("x-pathname", request.nextUrl.pathname);
  forwarded.set("content-security-policy", headers["content-security-policy"] ?? "");
  return withHeaders(onward(request, forwarded), {
    ...headers,
    ...headersOfSentFile(request.nextUrl.pathname),
    [requestIdHeader]: requestId,
  });
}

/** False as well while Postgres is away: nothing of that size is read then. */
async function isSignedIn({ cookies }: NextRequest): Promise<boolean> {
  const token = cookies.get(sessionCookieName())?.value;
  if (!token) return false;
  return isSessionOpen(token).catch(() => false);
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** The health page speaks for itself. */
async function isThere({ nextUrl }: NextRequest): Promise<boolean> {
  return nextUrl.pathname === "/api/health" || (await isDatabaseThere());
}

/** The page that only measures (npm run bench) is nowhere else: the address then leads to none. */
function onward(request: NextRequest, headers: Headers): NextResponse {
  const isAbsent = request.nextUrl.pathname === "/bench" && !env().BENCH;
  return isAbsent
    ? NextResponse.rewrite(new URL("/bench/absent", request.url), { request: { headers } })
    : NextResponse.next({ request: { headers } });
}

/** Programs are told in their own way. */
function answerInstead(page: StandalonePage, request: NextRequest, nonce: string): Response {
  const chosenLocale = request.cookies.get("locale")?.value;
  const acceptLanguage = request.headers.get("accept-language");
  return request.nextUrl.pathname.startsWith("/api/v1/")
    ? problemInstead(page.status, preferredLocale(acceptLanguage))
    : standalonePage(page, { nonce, chosenLocale, acceptLanguage });
}

export const config = {
  // The API says and refuses everything itself (lib/web/api) and knows no cookie; only an address that
  // is no plain text comes here first. So does the sending of a survey, which knows none either.
  matcher: [
    "/((?!_next/static|_next/image|icon.svg|api/v1/[\\w./-]*$|enquete/envoi$|api/bench/).*)",
  ],
};
