import { type Day, day, dayOf, existingDay, homeTimeZone, wallMinuteOf } from "@/lib/core/day";
import { formatDay, formatMinute } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { OwnValue } from "@/lib/privacy/exports/schema";

export type ValueWords = {
  locale: Locale;
  yes: string;
  no: string;
  /** Words of codes; a code without any is shown as it is. */
  codes: Record<string, string>;
};

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** A value of the database as its owner reads it; empty for nothing. */
export function valueInWords(value: OwnValue, words: ValueWords): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return value.toLocaleString(words.locale);
  if (typeof value === "string") return textInWords(value, words);
  if (Array.isArray(value)) return value.map((each) => valueInWords(each, words)).join(", ");
  const parts = Object.entries(value).map(
    ([key, each]) => `${words.codes[key] ?? key} : ${valueInWords(each, words)}`,
  );
  return parts.join(", ");
}

function textInWords(text: string, { locale, codes }: ValueWords): string {
  if (instant.test(text)) return momentInWords(new Date(text), locale);
  const dated = existingDay(text);
  return dated ? dayInWords(dated, locale) : (codes[text] ?? text);
}

/** With its year: what one reads here may be old. */
export function dayInWords(on: Day, locale: Locale): string {
  return formatDay(on, locale, anotherYear);
}

export function momentInWords(at: Date, locale: Locale): string {
  const time = formatMinute(wallMinuteOf(at, homeTimeZone), locale);
  return `${dayInWords(dayOf(at, homeTimeZone), locale)}, ${time}`;
}

const anotherYear = day("2000-01-01");
