import { z } from "zod";
import { dateColumn, dayFromColumn } from "@/lib/core/day";
import { readDb } from "@/lib/infra/db";
import type { DayRange, UsageOfNetwork } from "../rules";
import { type Month, monthOf } from "../schema";

/** Figures of a month as they were when its bookings lost their people. */
export type FrozenMonth = UsageOfNetwork & { residences: Map<string, number> };

const counts = z.record(z.string(), z.number());

/** Months of these days that are frozen; for reports, which decide who may. */
export async function listFrozenMonths({
  first,
  last,
}: DayRange): Promise<Map<Month, FrozenMonth>> {
  const within = { month: { gte: dateColumn(first), lte: dateColumn(last) } };
  const [months, usages] = await Promise.all([
    readDb.networkMonth.findMany({ where: within, orderBy: { month: "asc" } }),
    readDb.monthlyUsage.findMany({ where: within }),
  ]);
  return new Map(
    months.map(({ month, users, residences }) => {
      const own = usages.filter((usage) => +usage.month === +month);
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
      const frozen = {
        bySpace,
        network,
        residences: new Map(Object.entries(counts.parse(residences))),
      };
      return [monthOf(dayFromColumn(month)), frozen] as const;
    }),
  );
}
