import { type NextRequest, NextResponse } from "next/server";
import { isDatabaseThere } from "@/lib/infra/availability";
import { env } from "@/lib/infra/env";
import { securityHeaders } from "@/lib/web/security-headers";
import { unavailablePage } from "@/lib/web/unavailable-page";

/**
 * A nonce for this response and the security headers; who may is decided in commands. While Postgres is
 * away a page is answered here: Next lets no page choose 503 (docs/decisions/0007-unavailable-in-proxy.md).
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
  });
  const forwarded = new Headers(request.headers);
  forwarded.set("x-nonce", nonce);
  forwarded.set("content-security-policy", headers["content-security-policy"] ?? "");
  const response = (await canAnswer(request))
    ? NextResponse.next({ request: { headers: forwarded } })
    : unavailablePage({
        nonce,
        chosenLocale: request.cookies.get("locale")?.value,
        acceptLanguage: request.headers.get("accept-language"),
      });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** The health page speaks for itself; everything else needs Postgres. */
async function canAnswer(request: NextRequest): Promise<boolean> {
  return request.nextUrl.pathname === "/api/health" || isDatabaseThere();
}

export const config = {
  matcher: ["/((?!_next/static|_next/image|icon.svg).*)"],
};
