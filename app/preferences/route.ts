import { NextResponse } from "next/server";
import { localeOf } from "@/lib/core/locale";
import { env } from "@/lib/infra/env";

const year = 365 * 24 * 3600;

/** Theme and language: two technical cookies, set by a plain form, then back to the page one came from. */
export async function POST(request: Request): Promise<Response> {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (site !== "same-origin" && originHost(origin) !== request.headers.get("host")) {
    return new Response(null, { status: 403 });
  }
  const form = await request.formData().catch(() => null);
  if (!form) return new Response(null, { status: 400 });
  const response = new NextResponse(null, {
    status: 303,
    headers: { location: pathOf(request.headers.get("referer")) },
  });
  const options = {
    path: "/",
    maxAge: year,
    sameSite: "lax" as const,
    secure: env().NEXTAUTH_URL.startsWith("https:"),
  };
  const theme = form.get("theme");
  const locale = form.get("locale");
  if (theme === "light" || theme === "dark") response.cookies.set("theme", theme, options);
  if (typeof locale === "string") response.cookies.set("locale", localeOf(locale), options);
  return response;
}

function originHost(origin: string | null): string | null {
  return origin && URL.canParse(origin) ? new URL(origin).host : null;
}

/** Only the path of our own page: a crafted Referer leads nowhere else. */
function pathOf(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return "/";
  const { pathname, search } = new URL(referer);
  return pathname.startsWith("//") ? "/" : `${pathname}${search}`;
}
