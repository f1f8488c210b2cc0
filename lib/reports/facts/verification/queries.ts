import type { Actor } from "@/lib/core/actor";
import { type Day, dateColumn, dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db, type Tx } from "@/lib/infra/db";
import { listSpaces, type Space } from "@/lib/spaces/queries";
import { type KeptMonth, listKeptMonths } from "../../frozen-months/queries";
import { canReadReports } from "../../policy";
import { type DayRange, type UsageBooking, usageOf } from "../../rules";
import {
  earlierOf,
  firstDayOf,
  lastDayOf,
  laterOf,
  type Month,
  monthOf,
  monthsOf,
} from "../../schema";
import { listBookingsOfSpace, listFirstPresences, listPresenceDays } from "../queries";
import { dailyFacts, firstPresences, hullOf, lengthOf, presenceDays } from "../rules";
import type { DailyFact, FirstPresence, PresenceDay } from "../schema";
import {
  compareFacts,
  compareFirsts,
  compareMonth,
  comparePresences,
  withSameOffer,
} from "./rules";
import type { Compared, Difference, Verified } from "./schema";

type Telling = { tell: (difference: Difference) => void; report?: (where: string) => void };

/** Five million bookings are read twice over in minutes. */
const patience = 7_200_000;

/**
 * Counts every day and every month again from the bookings and tells each figure that is kept otherwise. One
 * snapshot, a month in memory at a time; days that wait to be counted are left out. Staff, admins, the system.
 */
export async function verifyFacts(actor: Actor, telling: Telling): Promise<Verified> {
  if (!canReadReports(actor)) throw new NotFound();
  return db.$transaction((tx) => verifyIn(tx, telling), {
    ...{ isolationLevel: "RepeatableRead", maxWait: 10_000, timeout: patience },
  });
}

async function verifyIn(tx: Tx, { tell, report }: Telling): Promise<Verified> {
  const world = await readWorld(tx);
  const verified = { agreeing: 0, different: 0, waiting: 0, frozen: 0, changedSince: 0 };
  const add = ({ differences, agreeing }: Compared) => {
    verified.agreeing += agreeing;
    verified.different += differences.length;
    differences.forEach(tell);
  };
  let firsts: PresenceDay[] = [];
  for (const month of world.months) {
    report?.(month);
    const found = await verifyMonth(tx, world, month);
    found.compared.forEach(add);
    verified.waiting += found.waiting;
    verified.frozen += found.isFrozen ? 1 : 0;
    verified.changedSince += found.changed;
    firsts = earliest([...firsts, ...found.presences]);
  }
  if (verified.waiting === 0) add(await verifyFirsts(tx, firsts, world));
  return verified;
}

type World = {
  spaces: Space[];
  months: Month[];
  spans: Map<string, DayRange>;
  marks: { spaceId: string; first: Day | null; last: Day | null }[];
  kept: Map<Month, KeptMonth>;
};

async function readWorld(tx: Tx): Promise<World> {
  const spaces = await listSpaces(tx);
  const rows = await tx.factSpan.findMany();
  const spans = new Map(
    rows.map(({ spaceId, firstDay, lastDay }) => [
      spaceId,
      { first: dayFromColumn(firstDay), last: dayFromColumn(lastDay) },
    ]),
  );
  const marks = await tx.staleDay.findMany();
  const [first, ...others] = [...spans.values()];
  const whole = first && others.reduce(hullOf, first);
  return {
    ...{ spaces, spans },
    marks: marks.map(({ spaceId, firstDay, lastDay }) => ({
      spaceId,
      first: firstDay && dayFromColumn(firstDay),
      last: lastDay && dayFromColumn(lastDay),
    })),
    months: whole ? monthsOf({ first: monthOf(whole.first), last: monthOf(whole.last) }) : [],
    kept: whole ? await listKeptMonths(whole, tx) : new Map(),
  };
}

type MonthFound = {
  compared: Compared[];
  presences: PresenceDay[];
  waiting: number;
  changed: number;
  isFrozen: boolean;
};

async function verifyMonth(tx: Tx, world: World, month: Month): Promise<MonthFound> {
  const range = { first: firstDayOf(month), last: lastDayOf(month) };
  const counted = await countMonthOf(tx, world, range);
  const kept = {
    facts: await listDailyFacts(tx, range),
    presences: await listPresenceDays(range, tx),
  };
  const known = world.kept.get(month);
  if (known?.isFrozen) return verifyFrozen(month, known, { kept, counted });
  const waiting = waitingIn(world, range);
  const told = <Row extends Where>(rows: Row[]) => rows.filter((row) => !isWaiting(waiting, row));
  const compared = [
    compareFacts(told(kept.facts), told(counted.facts)),
    comparePresences(told(kept.presences), told(counted.presences)),
  ];
  const last = known?.countedUntil;
  const isTold = waiting.length === 0 && known && last;
  if (isTold) {
    const days = { first: range.first, last };
    compared.push(compareMonth(month, known, usageOf(world.spaces, counted.bookings, days)));
  }
  const days = waiting.reduce((sum, mark) => sum + lengthOf(mark), 0);
  return {
    ...{ compared, isFrozen: false, changed: 0, presences: counted.presences },
    waiting: days + (isTold ? 0 : 1),
  };
}

type Days = { facts: DailyFact[]; presences: PresenceDay[] };

/** What needs no person is compared; its figures of people are as they were kept. */
function verifyFrozen(
  month: Month,
  known: KeptMonth,
  { kept, counted }: { kept: Days; counted: Days },
): MonthFound {
  // One frozen before there were daily facts has none.
  const same = withSameOffer(kept.facts, kept.facts.length > 0 ? counted.facts : []);
  const compared = [compareFacts(same.kept, same.counted), sumsOf(month, known, kept.facts)];
  return { compared, isFrozen: true, changed: same.changed, presences: [], waiting: 0 };
}

async function countMonthOf(
  tx: Tx,
  { spaces, spans }: World,
  range: DayRange,
): Promise<Days & { bookings: UsageBooking[] }> {
  const counted = {
    bookings: [] as UsageBooking[],
    facts: [] as DailyFact[],
    presences: [] as PresenceDay[],
  };
  for (const space of spaces) {
    const own = await listBookingsOfSpace(tx, space.id, range);
    counted.bookings.push(...own);
    const days = within(range, spans.get(space.id));
    if (!days) continue;
    counted.facts.push(...dailyFacts(space, own, days));
    counted.presences.push(...presenceDays(space, own, days));
  }
  return counted;
}

type Where = { spaceId: string; day: Day };
type Waiting = DayRange & { spaceId: string };

function isWaiting(waiting: readonly Waiting[], { spaceId, day }: Where): boolean {
  return waiting.some((mark) => mark.spaceId === spaceId && mark.first <= day && day <= mark.last);
}

/** A frozen month is at least the sum of its days, where those were kept. */
function sumsOf(month: Month, known: KeptMonth, facts: DailyFact[]): Compared {
  if (facts.length === 0) return { differences: [], agreeing: 0 };
  const sum = (own: readonly DailyFact[], figure: "offered" | "booked" | "occupied") =>
    own.reduce((total, fact) => total + fact[figure], 0);
  const usage = (own: readonly DailyFact[]) => ({
    ...{ offered: sum(own, "offered"), booked: sum(own, "booked"), occupied: sum(own, "occupied") },
    ...{ personDays: 0, users: 0, guests: 0 },
  });
  const bySpace = new Map(
    [...known.bySpace.keys()].map((id) => [
      id,
      usage(facts.filter(({ spaceId }) => spaceId === id)),
    ]),
  );
  const counted = { bySpace, network: usage(facts) };
  return compareMonth(month, known, counted, ["offered", "booked", "occupied"]);
}

function within(range: DayRange, span: DayRange | undefined): DayRange | null {
  if (!span) return null;
  const days = { first: laterOf(range.first, span.first), last: earlierOf(range.last, span.last) };
  return days.first <= days.last ? days : null;
}

/** Marked days of that month, by space; all of it where a space was never counted. */
function waitingIn({ spaces, spans, marks }: World, range: DayRange) {
  const never = spaces.flatMap(({ id }) => (spans.has(id) ? [] : [{ spaceId: id, ...range }]));
  const marked = marks.flatMap(({ spaceId, first, last }) => {
    const span = spans.get(spaceId);
    const days = within(range, span && { first: first ?? span.first, last: last ?? span.last });
    const counted = days && within(days, span);
    return counted ? [{ spaceId, ...counted }] : [];
  });
  return [...never, ...marked];
}

async function listDailyFacts(tx: Tx, { first, last }: DayRange): Promise<DailyFact[]> {
  const rows = await tx.dailyFact.findMany({
    where: { day: { gte: dateColumn(first), lte: dateColumn(last) } },
  });
  return rows.map((row) => ({ ...row, day: dayFromColumn(row.day) }));
}

/** Of each person, the days of the first month they came and of the next: all that first days are told from. */
function earliest(presences: readonly PresenceDay[]): PresenceDay[] {
  const known = presences.filter(({ isGuest }) => !isGuest);
  return [...Map.groupBy(known, ({ who }) => who).values()].flatMap((own) => {
    const days = own.map(({ day }) => day);
    const first = days.reduce(earlierOf);
    const later = days.filter((day) => monthOf(day) > monthOf(first));
    const back = later.length > 0 ? later.reduce(earlierOf) : null;
    return own.filter(({ day }) => day === first || day === back);
  });
}

/** First days of frozen months are as they were kept, and so are returns in them. */
async function verifyFirsts(tx: Tx, presences: PresenceDay[], { kept }: World): Promise<Compared> {
  const frozen = [...kept].filter(([, { isFrozen }]) => isFrozen).map(([month]) => month);
  const before = await listFirstPresences(tx);
  const isLive = ({ day }: FirstPresence) => !frozen.includes(monthOf(day));
  const old = new Set(before.filter((first) => !isLive(first)).map(({ personId }) => personId));
  const counted = firstPresences(presences).filter(({ personId }) => !old.has(personId));
  return compareFirsts(before.filter(isLive), counted);
}
