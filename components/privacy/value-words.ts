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

/** Part of a table that a page does not spell out: numbers that say nothing, what is kept for the machine. */
const forTheArchive = /^(id|payload|before|former_terms)$/;
const internalNumber = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether the page leaves a value to the archive. */
export function isForTheArchive(name: string, value: OwnValue): boolean {
  return forTheArchive.test(name) || (typeof value === "string" && internalNumber.test(value));
}

/** A column as its owner reads it; minutes of the day are hours of the wall. */
export function columnInWords(name: string, value: OwnValue, words: ValueWords): string {
  const isMinute = typeof value === "number" && name.endsWith("_minute");
  return isMinute ? formatMinute(value, words.locale) : valueInWords(value, words);
}

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
