import { type Actor, systemActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { listPeopleBehind } from "../disclosure/queries";
import { untoldPlaces } from "../disclosure/rules";
import type { BehindMonth } from "../disclosure/schema";
import { refreshFacts } from "../facts/commands";
import { listCountedMonths } from "../facts/queries";
import { yesterdayAt } from "../facts/rules";
import { canReadReports } from "../policy";
import { nothingUsed } from "../rules";
import { addMonths, firstDayOf, lastDayOf, type Month } from "../schema";
import type { Trend } from "./schema";

/** Months that the chart shows, the last included. */
const chartMonths = 18;

/**
 * The network month by month from daily facts, `last` and those before it: where attendance goes. Days not over
 * yet are left out; a month that no report tells of is not told here. NotFound for others than staff and admins.
 */
export async function listTrendMonths(actor: Actor, last: Month, at: Date = now()): Promise<Trend> {
  if (!canReadReports(actor)) throw new NotFound();
  const yesterday = yesterdayAt(at);
  const period = { first: addMonths(last, 1 - chartMonths), last };
  const whole = { first: firstDayOf(period.first), last: lastDayOf(last) };
  const upToDateAt = await refreshFacts(systemActor("reports"), whole, at);
  const counted = await listCountedMonths(period, yesterday);
  const people = await listPeopleBehind(counted, yesterday);
  const months = [...counted].map(([month, { network }]) => {
    const hidden = whyHidden(people.get(month));
    const usage = hidden ? { ...nothingUsed, offered: network.offered } : network;
    return { month, usage, isRunning: lastDayOf(month) > yesterday, hidden };
  });
  return { upToDateAt, months };
}

function whyHidden(behind: BehindMonth | undefined) {
  return behind ? untoldPlaces(behind.bySpace, behind.network).network : null;
}
