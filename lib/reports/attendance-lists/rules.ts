import { type Month, monthOf } from "../schema";
import type { AttendanceLines, ListLine } from "./schema";

type Row = Omit<ListLine, "name"> & { name: string | null };

/** Who has a name is a line; who has none, since it is gone or was never asked, is a count of their month. */
export function namedLines(rows: readonly Row[]): Pick<AttendanceLines, "lines" | "unnamed"> {
  const lines: ListLine[] = [];
  const unnamed = new Map<Month, number>();
  for (const row of rows) {
    const name = row.name?.trim();
    if (name) lines.push({ ...row, name });
    else unnamed.set(monthOf(row.day), (unnamed.get(monthOf(row.day)) ?? 0) + 1);
  }
  const counts = [...unnamed].sort(([one], [other]) => one.localeCompare(other));
  return { lines, unnamed: counts.map(([month, count]) => ({ month, count })) };
}

/** Hours from one instant to another, to the hundredth. */
export function hoursOf({ startsAt, endsAt }: Pick<ListLine, "startsAt" | "endsAt">): number {
  return Math.round((endsAt.getTime() - startsAt.getTime()) / 36_000) / 100;
}
