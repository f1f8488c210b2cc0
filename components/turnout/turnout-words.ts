import type { Locale } from "@/lib/core/locale";

/** « Albas, Parnac et Caïx », in the order of the alphabet. */
export function placesWords(
  communes: readonly string[],
  names: ReadonlyMap<string, string>,
  locale: Locale,
): string {
  const named = communes.map((insee) => names.get(insee) ?? insee);
  const sorted = named.sort((a, b) => a.localeCompare(b, locale));
  // British, as the dates: no comma before the last.
  return new Intl.ListFormat(locale === "en" ? "en-GB" : locale).format(sorted);
}
