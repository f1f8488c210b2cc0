import type { Locale } from "@/lib/core/locale";
import type { LocalizedText } from "@/lib/spaces/schema";

/** A text a space says of itself, in the reader's language or else in French. */
export function localized(text: LocalizedText, locale: Locale): string {
  return locale === "en" ? (text.en ?? text.fr) : text.fr;
}
