import { listOpenMonths } from "@/lib/reports/open-data/queries";
import type { OpenMonth } from "@/lib/reports/open-data/schema";
import { Written } from "../operation";
import { type Cell, csvOf, spreadsheetOf } from "./csv";
import type { OpenFile } from "./files";

export const useColumns = [
  "month",
  "scope",
  "space",
  "name",
  "offered",
  "booked",
  "occupied",
  "person_days",
  "users",
  "guests",
  "hidden",
  "guests_hidden",
  "users_hidden",
] as const;

type Kept = { until: number; months: Promise<OpenMonth[]> };
/** Months that are over hardly change: counted once in ten minutes at the most, however many ask. */
const keptMs = 600_000;
let kept: Kept | null = null;

/** Months told to everybody, as this process counted them in the last ten minutes. */
export function readUse(at: Date): Promise<OpenMonth[]> {
  const now = at.getTime();
  if (kept && now < kept.until && kept.until - keptMs <= now) return kept.months;
  const months = listOpenMonths(at);
  kept = { until: now + keptMs, months };
  months.catch(() => {
    kept = null;
  });
  return months;
}

function useRow(told: OpenMonth): Record<string, Cell> {
  const { month, space, offered, people, hidden, guestsHidden, usersHidden } = told;
  return {
    month,
    scope: space ? "space" : "network",
    space: space?.slug ?? null,
    name: space?.name ?? null,
    offered,
    booked: people?.booked ?? null,
    occupied: people?.occupied ?? null,
    person_days: people ? Math.round(people.personDays * 100) / 100 : null,
    users: people?.users ?? null,
    guests: people?.guests ?? null,
    hidden,
    guests_hidden: guestsHidden,
    users_hidden: usersHidden,
  };
}

const use = { set: "use" } as const;

export const useCsv: OpenFile = {
  ...use,
  id: "openUseCsv",
  path: "/api/v1/open/use.csv",
  summary:
    "Use of the network and of each space, month by month, small numbers hidden; guests are bookings.",
  mediaType: "text/csv",
  format: "CSV",
  byLanguage: true,
  write: async (at, locale) => {
    const rows = (await readUse(at)).map(useRow);
    const cells = rows.map((row) => useColumns.map((column) => row[column] ?? null));
    return new Written(csvOf([[...useColumns], ...cells], spreadsheetOf(locale)));
  },
};

export const useJson: OpenFile = {
  ...use,
  id: "openUseJson",
  path: "/api/v1/open/use.json",
  summary:
    "The same as JSON; null where a figure is hidden, `hidden`, `guests_hidden` and `users_hidden` say why.",
  mediaType: "application/json",
  format: "JSON",
  byLanguage: false,
  write: async (at) => new Written((await readUse(at)).map(useRow)),
};
