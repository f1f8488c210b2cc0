export const locales = ["fr", "en"] as const;
export type Locale = (typeof locales)[number];

/** The language asked for by name, French for anything we do not write. */
export function localeOf(text: string | undefined): Locale {
  return locales.find((locale) => locale === text) ?? "fr";
}

/** The first language of an Accept-Language header that we write, French otherwise (RFC 9110 §12.5.4). */
export function preferredLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { language: tag.split("-")[0], quality: quality ? Number(quality.split("=")[1]) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) {
    const known = locales.find((locale) => locale === language);
    if (known) return known;
  }
  return "fr";
}
