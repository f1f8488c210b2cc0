import { systemActor } from "@/lib/core/actor";
import { refreshFacts } from "@/lib/reports/facts/commands";
import { listCountedMonths } from "@/lib/reports/facts/queries";
import { yesterdayAt } from "@/lib/reports/facts/rules";
import { nothingUsed } from "@/lib/reports/rules";
import { firstDayOf, lastDayOf, type Month, type Period, type Usage } from "@/lib/reports/schema";
import { listSpaces } from "@/lib/spaces/queries";

export type MonthUsage = { spaces: { slug: string; usage: Usage }[]; network: Usage };

/** Each month of the period as it is counted at that instant, before anything is withheld. */
export async function usageOfMonths(period: Period, at: Date): Promise<MonthUsage[]> {
  const days = { first: firstDayOf(period.first), last: lastDayOf(period.last) };
  await refreshFacts(systemActor("test"), days, at);
  const spaces = await listSpaces();
  const counted = await listCountedMonths(period, yesterdayAt(at));
  return [...counted.values()].map(({ bySpace, network }) => ({
    spaces: spaces.map(({ id, slug }) => ({ slug, usage: bySpace.get(id) ?? nothingUsed })),
    network,
  }));
}

export async function usageOfMonth(month: Month, at: Date): Promise<MonthUsage> {
  const [only] = await usageOfMonths({ first: month, last: month }, at);
  if (!only) throw new Error(`nothing is counted of ${month}`);
  return only;
}
