import type { Actor } from "@/lib/core/actor";
import { type Day, dateColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import type { Interval } from "@/lib/core/interval";
import { now } from "@/lib/infra/clock";
import { db, Prisma } from "@/lib/infra/db";
import type { Space } from "@/lib/spaces/queries";
import type { ResourceKind } from "@/lib/spaces/schema";
import { canRunDay } from "../policy";
import { getSpaceWithDays, type SpaceDay } from "../queries";
import { longestBookingMs } from "../rules";
import type { BookedPart } from "../schema";
import { stateAt } from "../states/rules";
import type { BookingState } from "../states/schema";
import { type Attendance, attendanceOf } from "./rules";

export type HostEntry = {
  id: string;
  name: string;
  /** Their account was erased since: nobody is called by that booking any more. */
  isGone: boolean;
  personId: string | null;
  part: BookedPart;
  startsAt: Date;
  endsAt: Date;
  day: Day;
  resource: { id: string; name: string; kind: ResourceKind };
  companions: number;
  note: string | null;
  isWalkIn: boolean;
  /** The room of an event, called by its title. */
  isEvent: boolean;
  checkedInAt: Date | null;
  checkedOutAt: Date | null;
  attendance: Attendance;
};

/** When an outside calendar says a resource is busy; no title is kept. */
export type OutsideBlock = Interval & { resourceId: string };

export type HostDay = {
  space: Space;
  day: SpaceDay;
  entries: HostEntry[];
  outside: OutsideBlock[];
};

/**
 * Everything a host needs of one local day: free places by half-day, who comes (by start, then the
 * host's order of resources: an arrival noted moves nobody), what outside calendars say. Two queries
 * whatever the number of desks. NotFound for whoever does not run this space.
 */
export async function getHostDay(
  actor: Actor,
  slug: string,
  day: Day,
  at: Date = now(),
): Promise<HostDay> {
  const { space, days } = await getSpaceWithDays(slug, { first: day, last: day }, at);
  const [spaceDay] = days;
  if (!spaceDay || !canRunDay(actor, space.id)) throw new NotFound();
  const [entries, outside] = await Promise.all([
    listEntries(space, { first: day, last: day }, at),
    listOutsideBlocks(space, { first: day, last: day }),
  ]);
  return { space, day: spaceDay, entries, outside };
}

type Range = { first: Day; last: Day };

/** Who comes to a space over these local days, both included, soonest first; names included, no check. */
export async function listEntries(space: Space, range: Range, at: Date): Promise<HostEntry[]> {
  const rows = await readEntries(
    space,
    Prisma.sql`${inRange(range)}
      AND (b.state IN ('confirmed', 'no_show') OR (b.state = 'held' AND b.lapses_at > ${at}))`,
  );
  return rows.map((row) => entryOf(row, at));
}

/** Bookings of one local day that were cancelled and are not over. NotFound for whoever does not run this space. */
export async function listCancelledEntries(
  actor: Actor,
  { id }: Pick<Space, "id">,
  day: Day,
  at: Date = now(),
): Promise<HostEntry[]> {
  if (!canRunDay(actor, id)) throw new NotFound();
  const rows = await readEntries(
    { id },
    Prisma.sql`${inRange({ first: day, last: day })} AND b.state = 'cancelled' AND b.ends_at > ${at}`,
  );
  return rows.map((row) => entryOf(row, at));
}

/** One booking of a space with its state at that instant, whatever that is, or null; no check. */
export async function findEntry(
  space: Pick<Space, "id">,
  bookingId: string,
  at: Date,
): Promise<(HostEntry & { state: BookingState }) | null> {
  const [row] = await readEntries(space, Prisma.sql`b.id = ${bookingId}::uuid`);
  return row ? { ...entryOf(row, at), state: stateAt(row, at) } : null;
}

const inRange = (range: Range) => Prisma.sql`
  b.day BETWEEN ${dateColumn(range.first)}::date AND ${dateColumn(range.last)}::date
  AND b.starts_at > ${lowerBound(range)} AND b.starts_at < ${upperBound(range)}`;

async function readEntries({ id }: Pick<Space, "id">, which: Prisma.Sql): Promise<EntryRow[]> {
  return db.$queryRaw<EntryRow[]>(Prisma.sql`
    SELECT b.id, b.part::text AS part, b.state::text AS state, to_char(b.day, 'YYYY-MM-DD') AS day,
      b.starts_at AS "startsAt", b.ends_at AS "endsAt", b.lapses_at AS "lapsesAt",
      b.checked_in_at AS "checkedInAt", b.checked_out_at AS "checkedOutAt",
      b.source = 'walk_in' AS "isWalkIn", b.source = 'event' AS "isEvent", b.note, cardinality(b.companions) AS companions,
      b.person_id AS "personId", coalesce(p.name, b.guest_name, '') AS name,
      p.erased_at IS NOT NULL AS "isGone",
      r.id AS "resourceId", r.name AS "resourceName", r.kind::text AS kind
    FROM bookings b
    JOIN resources r ON r.space_id = b.space_id AND r.id = b.resource_id
    LEFT JOIN persons p ON p.id = b.person_id
    WHERE b.space_id = ${id}::uuid AND ${which}
    ORDER BY b.starts_at, r.rank, b.id`);
}

function entryOf(row: EntryRow, at: Date): HostEntry {
  const { resourceId, resourceName, kind, state, lapsesAt, ...entry } = row;
  return {
    ...entry,
    resource: { id: resourceId, name: resourceName, kind },
    attendance: attendanceOf({ ...entry, state, lapsesAt }, at),
  };
}

type EntryRow = Omit<HostEntry, "resource" | "attendance"> & {
  resourceId: string;
  resourceName: string;
  kind: ResourceKind;
  state: BookingState;
  lapsesAt: Date | null;
};

/** Busy times of outside calendars over these local days, both included; no check. */
export async function listOutsideBlocks(space: Space, range: Range): Promise<OutsideBlock[]> {
  if (!space.resources.some(({ hasImports }) => hasImports)) return [];
  return db.busyBlock.findMany({
    where: {
      spaceId: space.id,
      startsAt: { gt: lowerBound(range), lt: upperBound(range) },
      import: { removedAt: null },
    },
    select: { resourceId: true, startsAt: true, endsAt: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
}

// A day's slack on both sides covers every time zone.
const dayMs = 86_400_000;
const lowerBound = ({ first }: Range) =>
  new Date(dateColumn(first).getTime() - dayMs - longestBookingMs);
const upperBound = ({ last }: Range) => new Date(dateColumn(last).getTime() + 2 * dayMs);
