import { createTranslator } from "use-intl/core";
import type { OpenSetWords } from "@/components/open-data/open-set";
import { formatDay } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { openWords } from "@/lib/web/api/open/codes";
import type { OpenSetRead } from "@/lib/web/api/open/sets";

type Words = (typeof openWords)[Locale];

/** Sets as the page says them, the files of the reader's language only; a survey not yet published says so. */
export function setWords(sets: OpenSetRead[], words: Words, locale: Locale): OpenSetWords[] {
  const told = sets.map((read) => setOf(read, words, locale));
  if (sets.some(({ set }) => set === "survey")) return told;
  const { title, text, often } = words.sets.survey;
  return [...told, { id: "survey", title, text, often, period: words.noSurvey, files: [] }];
}

function setOf(read: OpenSetRead, words: Words, locale: Locale): OpenSetWords {
  const { title, text, often } = words.sets[read.set];
  const names: Record<string, string> = words.fileNames;
  return {
    id: read.id,
    title: read.title ? `${title} – ${read.title[locale]}` : title,
    ...{ text, often },
    period: periodOf(read, words, locale),
    files: read.distributions
      .filter((one) => one.locale === null || one.locale === locale)
      .map(({ path, name }) => ({ href: path, label: names[name] ?? name })),
  };
}

function periodOf({ set, period }: OpenSetRead, words: Words, locale: Locale): string | null {
  if (!period) return set === "use" ? words.noMonths : null;
  const t = createTranslator({ locale, messages: { months: words.months } });
  const said = (day: typeof period.first) => `${formatDay(day, locale)} ${day.slice(0, 4)}`;
  return t("months", { first: said(period.first), last: said(period.last) });
}

/** The code book by files, as the file of it has it. */
export function codeBooks({ columns, tables }: Words) {
  const files: Record<string, string> = tables;
  return Object.entries(columns).map(([id, fields]) => ({
    id,
    files: files[id] ?? id,
    fields: Object.entries(fields),
  }));
}
