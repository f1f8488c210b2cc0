import { NextResponse } from "next/server";
import { localeOf } from "@/lib/core/locale";
import { chooseLanguage } from "@/lib/identity/commands";
import { env } from "@/lib/infra/env";
import { apiRoute } from "@/lib/web/api-route";
import { pathOfReferer } from "@/lib/web/referer";
import { isFromOurPages } from "@/lib/web/same-origin";
import { currentActor } from "@/lib/web/session";

const year = 365 * 24 * 3600;

/**
 * Theme and language: two technical cookies, set by a plain form, then back to the page one came from.
 * Mails to somebody signed in follow the language.
 */
export const POST = apiRoute("preferences", async (request) => {
  if (!isFromOurPages(request.headers, env().NEXTAUTH_URL)) {
    return new Response(null, { status: 403 });
  }
  const form = await request.formData().catch(() => null);
  if (!form) return new Response(null, { status: 400 });
  const response = new NextResponse(null, {
    status: 303,
    headers: { location: pathOfReferer(request.headers, env().NEXTAUTH_URL) ?? "/" },
  });
  const options = {
    path: "/",
    maxAge: year,
    sameSite: "lax" as const,
    secure: env().NEXTAUTH_URL.startsWith("https:"),
  };
  const theme = form.get("theme");
  if (theme === "light" || theme === "dark") response.cookies.set("theme", theme, options);
  const asked = form.get("locale");
  if (typeof asked === "string") {
    const locale = localeOf(asked);
    response.cookies.set("locale", locale, options);
    await chooseLanguage(await currentActor(), locale);
  }
  return response;
});
