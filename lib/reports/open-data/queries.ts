import { systemActor } from "@/lib/core/actor";
import { dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { readDb } from "@/lib/infra/db";
import { listSpaces } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { listPeopleBehind } from "../disclosure/queries";
import { refreshFacts } from "../facts/commands";
import { findFirstStart, listCountedMonths } from "../facts/queries";
import { yesterdayAt } from "../facts/rules";
import { earlierOf, firstDayOf, lastDayOf, monthOf } from "../schema";
import { openMonth, openMonths } from "./rules";
import type { OpenMonth } from "./schema";

/**
 * Use of the network month by month, oldest first, for everybody: whole months that are over in the
 * network's zone, frozen ones as they were kept, the others as their days are, small numbers hidden. At the
 * most `mostOpenMonths`; empty before the first is over, and while days of them were never counted.
 */
export async function listOpenMonths(at: Date = now()): Promise<OpenMonth[]> {
  const current = monthOf(dayOf(at, networkTimeZone));
  const [booked, kept, spaces] = await Promise.all([
    findFirstStart(),
    readDb.networkMonth.aggregate({ _min: { month: true }, where: { frozenAt: { not: null } } }),
    listSpaces(readDb),
  ]);
  const starts = [booked, kept._min.month].flatMap((start) =>
    start ? [monthOf(dayOf(start, networkTimeZone))] : [],
  );
  const months = openMonths(starts.reduce(earlierOf, current), current);
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  const range = { first: firstDayOf(first), last: lastDayOf(last) };
  const upToDateAt = await refreshFacts(systemActor("open data"), range, at);
  if (!upToDateAt) return [];
  const yesterday = yesterdayAt(at);
  const counted = await listCountedMonths({ first, last }, yesterday);
  const people = await listPeopleBehind(counted, yesterday);
  return [...counted].flatMap(([month, usage]) => {
    const behind = people.get(month);
    return behind ? openMonth(month, spaces, { usage, behind }) : [];
  });
}
