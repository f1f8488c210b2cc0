import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { localeOf, preferredLocale } from "@/lib/core/locale";
import { en } from "@/messages/en";
import { fr } from "@/messages/fr";

/**
 * One address in both languages: the cookie decides, then the browser's own preference; a sheet or a text
 * asked for in one language (`getTranslations({ locale })`) is in that one.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const chosen = asked ?? (await cookies()).get("locale")?.value;
  const locale = chosen
    ? localeOf(chosen)
    : preferredLocale((await headers()).get("accept-language"));
  return { locale, messages: locale === "en" ? en : fr, timeZone: "Europe/Paris" };
});
