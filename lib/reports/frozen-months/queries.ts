import { z } from "zod";
import { type Day, dateColumn, dayFromColumn } from "@/lib/core/day";
import { readDb, type Tx } from "@/lib/infra/db";
import type { DayRange, UsageOfNetwork } from "../rules";
import { firstDayOf, type Month, monthOf } from "../schema";

/** Figures of a month as they are kept. */
export type KeptMonth = UsageOfNetwork & {
  /** Its bookings have lost their people: it stays as it is. */
  isFrozen: boolean;
  /** Of a frozen one. */
  residences: Map<string, number>;
  /** Last local day counted; null where its days have changed since, or were never counted. */
  countedUntil: Day | null;
};

const counts = z.record(z.string(), z.number());

/** Months of these days that are kept, frozen or not; for reports, which decide who may. */
export async function listKeptMonths(
  { first, last }: DayRange,
  client: Tx = readDb,
): Promise<Map<Month, KeptMonth>> {
  const within = {
    month: { gte: dateColumn(firstDayOf(monthOf(first))), lte: dateColumn(last) },
  };
  const months = await client.networkMonth.findMany({ where: within, orderBy: { month: "asc" } });
  const usages = await client.monthlyUsage.findMany({ where: within, orderBy: { spaceId: "asc" } });
  const byMonth = Map.groupBy(usages, ({ month }) => +month);
  return new Map(
    months.map(({ month, users, residences, frozenAt, countedUntil, staleSince }) => {
      const own = byMonth.get(+month) ?? [];
      const bySpace = new Map(
        own.map(({ spaceId, month: _month, ...usage }) => [spaceId, usage] as const),
      );
      const sum = (figure: "offered" | "booked" | "occupied" | "personDays" | "guests") =>
        own.reduce((total, usage) => total + usage[figure], 0);
      const network = {
        offered: sum("offered"),
        booked: sum("booked"),
        occupied: sum("occupied"),
        personDays: sum("personDays"),
        users,
        guests: sum("guests"),
      };
      const kept = {
        ...{ bySpace, network, isFrozen: frozenAt !== null },
        residences: new Map(Object.entries(counts.parse(residences))),
        countedUntil: countedUntil && !staleSince ? dayFromColumn(countedUntil) : null,
      };
      return [monthOf(dayFromColumn(month)), kept] as const;
    }),
  );
}
