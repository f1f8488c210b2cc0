import type { Locale } from "@/lib/core/locale";
import english from "@/messages/en/open-data.json";
import french from "@/messages/fr/open-data.json";
import { Written } from "../operation";
import { csvOf, spreadsheetOf } from "./csv";

/** Words of the open data in a language: the file and the page say the same. */
export const openWords = { fr: french, en: english } satisfies Record<Locale, typeof french>;

/** Every field of every file with what it says, for the spreadsheets of a language. */
export function writeCodes(locale: Locale): Written {
  const { columns, tables, set, field, meaning, licenceName, small } = openWords[locale];
  const rows = Object.entries(columns).flatMap(([table, fields]) => {
    const files = Object.entries(tables).find(([name]) => name === table)?.[1] ?? table;
    return Object.entries(fields).map(([name, said]) => [files, name, said]);
  });
  const notes = [small, `${licenceName} : ${licence}`].map((note) => [null, null, note]);
  return new Written(csvOf([[set, field, meaning], ...rows, ...notes], spreadsheetOf(locale)));
}

export const licence = "https://github.com/etalab/licence-ouverte/blob/master/LO.md";
