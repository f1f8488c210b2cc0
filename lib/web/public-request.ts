import type { NextRequest } from "next/server";
import { type PublicPage, publicPageAt } from "@/lib/bookings/space-pages/rules";
import { dayOf } from "@/lib/core/day";
import { type Locale, localeOf, preferredLocale } from "@/lib/core/locale";
import { networkTimeZone } from "@/lib/spaces/schema";

/** On our own request for a page to keep, so that it is made; whoever else sends it has theirs made too. */
export const makeHeader = "x-made-anew";

/** Cookies a page for anybody may depend on; with any other, a page is made for whoever asks. */
const sharedCookies = ["theme", "locale"];

/** What of a visitor's request such a page depends on, besides its address. */
export type Visitor = { locale: Locale; theme: "light" | "dark" | null };

/** The page that address means to anybody at that instant; null for what is not the same for all. */
export function anybodysPage(path: string, query: URLSearchParams, at: Date): PublicPage | null {
  const parameters = Object.fromEntries(
    [...query.keys()].map((name) => [name, query.getAll(name)]),
  );
  return publicPageAt(path, parameters, dayOf(at, networkTimeZone));
}

/** Asked for as a document by somebody who bears no mark of their own. */
export function isAnybodys({ method, headers, cookies }: NextRequest): boolean {
  const isDocument = method === "GET" && !headers.has("rsc") && !headers.has(makeHeader);
  return isDocument && cookies.getAll().every(({ name }) => sharedCookies.includes(name));
}

export function visitorOf({ headers, cookies }: NextRequest): Visitor {
  const chosen = cookies.get("locale")?.value;
  const theme = cookies.get("theme")?.value;
  return {
    locale: chosen ? localeOf(chosen) : preferredLocale(headers.get("accept-language")),
    theme: theme === "light" || theme === "dark" ? theme : null,
  };
}
