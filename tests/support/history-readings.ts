import {
  bookingSelect,
  getSpaceWithDays,
  listTakenIntervals,
  toBookingView,
} from "@/lib/bookings/queries";
import { bookingParts } from "@/lib/bookings/schema";
import { stateAt } from "@/lib/bookings/states/rules";
import { listWaitingOfMember } from "@/lib/bookings/waiting-list/queries";
import { waitingStateAt } from "@/lib/bookings/waiting-list/rules";
import { dayFromColumn } from "@/lib/core/day";
import { db, Prisma } from "@/lib/infra/db";
import { resourceKinds } from "@/lib/spaces/schema";
import type { HistoryWorld } from "./history-world";
import type { PaperBooking } from "./paper-bookings";
import { mondayOf } from "./paper-places";

/** What every verb may change: where each booking, each wish in line and each refused date stands. */
export async function productStates(world: HistoryWorld, at: Date) {
  const { spaceId, ids, entryIds, seriesIds } = world;
  const bookings = await db.booking.findMany({
    where: { spaceId },
    select: { id: true, state: true, lapsesAt: true },
  });
  const entries = await db.waitingEntry.findMany({
    where: { spaceId },
    select: { id: true, state: true, startsAt: true, offerUntil: true },
  });
  const refused = await db.seriesRefusal.findMany({
    where: { spaceId },
    select: { seriesId: true, day: true, refusal: true, closedAt: true },
  });
  const states = new Map(bookings.map((row) => [row.id, stateAt(row, at)]));
  const stands = new Map(entries.map((row) => [row.id, waitingStateAt(row, at)]));
  return {
    count: bookings.length,
    states: ids.map((id) => states.get(id)),
    line: entryIds.map((id) => stands.get(id)),
    refused: seriesIds.map((id) =>
      refused
        .filter(({ seriesId }) => seriesId === id)
        .map(({ day, refusal, closedAt }) => tellDate(dayFromColumn(day), refusal, !!closedAt))
        .sort(),
    ),
  };
}

export function paperStates({ paper }: HistoryWorld, at: Date) {
  return {
    count: paper.bookings.length,
    states: paper.bookings.map((booking) => paper.stateOf(booking, at)),
    line: paper.entries.map((entry) => paper.entryStateOf(entry, at)),
    refused: paper.series.map(({ refused }) =>
      refused.map(({ day, why, isClosed }) => tellDate(day, why, isClosed)).sort(),
    ),
  };
}

function tellDate(day: string, why: string, isClosed: boolean): string {
  return `${day} ${isClosed ? "given up" : why}`;
}

/** All that can be read of the space and its members: places, what is free, quotas, who is next. */
export async function readProduct(world: HistoryWorld, at: Date) {
  const { slug, spaceId, days, ids, members, entryIds } = world;
  const rows = await db.booking.findMany({ where: { spaceId }, select: bookingSelect });
  const views = new Map(rows.map((row) => [row.id, toBookingView(row, at)]));
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) throw new Error("no days");
  const read = await getSpaceWithDays(slug, { first, last }, at, resourceKinds);
  const taken = (await listTakenIntervals([read.space], { first, last }, at)).get(spaceId) ?? [];
  const line = [];
  for (const member of members) line.push(await listWaitingOfMember(member, at));
  return {
    states: ids.map((id) => views.get(id)?.state),
    moments: ids.map((id) => momentOf(views.get(id))),
    taken: taken.map((one) => spanOf(one.resourceId, one)).sort(),
    free: read.days.flatMap(({ slots }) =>
      bookingParts.map((part) => slots[part].free.map(({ id }) => id).sort()),
    ),
    counted: await countedRooms(world),
    next: line
      .flatMap(({ waiting }) =>
        waiting.map(({ id, place }) => `${entryIds.indexOf(id)} is number ${place}`),
      )
      .sort(),
    offered: line
      .flatMap(({ offers }) =>
        offers.map(({ id, places }) => `${entryIds.indexOf(id)} has ${places.length}`),
      )
      .sort(),
  };
}

/** What counts for the quota of the meeting room: each member, each week. */
async function countedRooms({ spaceId, timeZone, members }: HistoryWorld): Promise<string[]> {
  const rows = await db.$queryRaw<{ personId: string; monday: string; count: number }[]>(
    Prisma.sql`
      SELECT b.person_id AS "personId", count(*)::int AS count,
        to_char(date_trunc('week', b.starts_at AT TIME ZONE ${timeZone}), 'YYYY-MM-DD') AS monday
      FROM bookings b JOIN resources r ON r.space_id = b.space_id AND r.id = b.resource_id
      WHERE b.space_id = ${spaceId}::uuid AND r.kind = 'room' AND b.person_id IS NOT NULL
        AND b.state IN ('requested', 'confirmed', 'held', 'no_show')
      GROUP BY 1, 3`,
  );
  const order = members.map(({ personId }) => personId);
  return rows
    .map(({ personId, monday, count }) => `${order.indexOf(personId)} ${monday} ${count}`)
    .sort();
}

export function readPaper({ days, paper, beginsAt, members }: HistoryWorld, at: Date) {
  const stands = paper.entries.map((entry) => paper.entryStateOf(entry, at));
  const isToCome = (index: number) => (paper.entries[index]?.startsAt ?? at) > at;
  return {
    states: paper.bookings.map((booking) => paper.stateOf(booking, at)),
    moments: paper.bookings.map(momentOf),
    taken: paper
      .taken(at)
      .filter(({ day }) => days.includes(day))
      .map((one) => spanOf(one.resource.id, one))
      .sort(),
    free: days.flatMap((on) =>
      bookingParts.map((part) =>
        paper.space.resources
          .filter((resource) => paper.isFree(resource, { day: on, part }, at, beginsAt))
          .map(({ id }) => id)
          .sort(),
      ),
    ),
    counted: members
      .flatMap(({ personId }, member) => {
        const mondays = new Set(paper.bookings.map(({ day }) => mondayOf(day)));
        return [...mondays].flatMap((monday) => {
          const count = paper.countOf(personId, "room", monday);
          return count > 0 ? [`${member} ${monday} ${count}`] : [];
        });
      })
      .sort(),
    next: paper.entries
      .flatMap((entry, index) =>
        stands[index] === "waiting" ? [`${index} is number ${paper.placeInLine(entry, at)}`] : [],
      )
      .sort(),
    offered: paper.entries
      .flatMap((entry, index) => {
        if (stands[index] !== "offered" || !isToCome(index)) return [];
        const held = paper.bookings.filter((one) => one.entry === entry && one.state === "held");
        return [`${index} has ${held.length}`];
      })
      .sort(),
  };
}

type Shown = { resource: { id: string }; startsAt: Date; endsAt: Date; checkedInAt: Date | null };

function momentOf(booking: Shown | undefined): string {
  if (!booking) return "nowhere";
  const { resource, checkedInAt } = booking;
  return `${spanOf(resource.id, booking)} ${checkedInAt?.toISOString() ?? "absent"}`;
}

function spanOf(id: string, { startsAt, endsAt }: { startsAt: Date; endsAt: Date }): string {
  return `${id} ${startsAt.toISOString()} ${endsAt.toISOString()}`;
}

/**
 * Bookings the product made by itself or several at once, which no answer named: found by what the paper
 * says of them, in its order.
 */
export async function adoptNew(world: HistoryWorld): Promise<void> {
  const { paper, ids, spaceId } = world;
  const fresh = paper.bookings.slice(ids.length);
  if (fresh.length === 0) return;
  const rows = await db.booking.findMany({
    where: { spaceId, id: { notIn: ids } },
    select: { id: true, resourceId: true, personId: true, startsAt: true, state: true },
  });
  for (const booking of fresh) {
    const index = rows.findIndex((one) => isIt(one, booking));
    const [row] = index < 0 ? [] : rows.splice(index, 1);
    ids.push(row?.id ?? "not there");
  }
}

type Row = { resourceId: string; personId: string | null; startsAt: Date; state: string };

function isIt(row: Row, { resource, person, startsAt, state }: PaperBooking): boolean {
  const isThere = row.resourceId === resource.id && +row.startsAt === +startsAt;
  return isThere && row.personId === person && row.state === state;
}
