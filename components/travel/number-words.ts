import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { type AssumptionName, termsOf } from "@/lib/reports/travel-assumptions/schema";

/** From and up to which a value may be, as the reader writes numbers. */
export function boundsWords(name: AssumptionName, locale: Locale): { least: string; most: string } {
  const { least, most } = termsOf(name);
  return { least: formatNumber(least, locale), most: formatNumber(most, locale) };
}

/** A value with all its decimals, in words where nothing is known. */
export function assumptionWords(value: number | null, locale: Locale, unknown: string): string {
  return value === null ? unknown : formatNumber(value, locale, 6);
}

/** A number as it is typed: the decimal mark of the reader, no space between thousands. */
export function asTyped(value: number | null, locale: Locale): string {
  return value === null ? "" : String(value).replace(".", locale === "fr" ? "," : ".");
}
