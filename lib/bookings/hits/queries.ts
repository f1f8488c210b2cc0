import { createHash } from "node:crypto";
import { addDays, dayFromColumn } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import { db, type Prisma, type Tx } from "@/lib/infra/db";
import type { Space } from "@/lib/spaces/queries";
import { type Alternative, daysAhead } from "../alternatives/rules";
import { listSpacesWithBookings } from "../queries";
import { longestBookingMs } from "../rules";
import { seatKinds } from "../schema";
import { proposedPlaces } from "./rules";
import { type Hit, mostHits } from "./schema";

/** A part of a space that will not be open over an interval; no resource = the whole space. */
export type Closing = { space: Space; resourceIds: string[] | null; during: Interval };

/**
 * Bookings that stand and are hit: not over, nobody there yet, not lapsed; in the order they were made.
 * One more than `most` at most, to tell that there are too many.
 */
export async function listHits(
  client: Tx,
  closings: Closing[],
  at: Date,
  most: number = mostHits,
): Promise<Hit[]> {
  if (closings.length === 0) return [];
  const rows = await client.booking.findMany({
    where: { ...standing(at), AND: [{ OR: closings.map((closing) => hitBy(closing, at)) }] },
    select: hitSelect,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: most + 1,
  });
  return rows.map(toHit);
}

/** Those of these bookings that still stand, in the order they were made. */
export async function listStanding(client: Tx, ids: string[], at: Date): Promise<Hit[]> {
  const rows = await client.booking.findMany({
    where: { ...standing(at), id: { in: ids } },
    select: hitSelect,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toHit);
}

function standing(at: Date) {
  return {
    state: { in: ["confirmed", "held", "requested"] },
    checkedInAt: null,
    endsAt: { gt: at },
    OR: [{ lapsesAt: null }, { lapsesAt: { gt: at } }],
  } satisfies Prisma.BookingWhereInput;
}

function hitBy({ space, resourceIds, during }: Closing, at: Date): Prisma.BookingWhereInput {
  return {
    spaceId: space.id,
    ...(resourceIds ? { resourceId: { in: resourceIds } } : {}),
    startsAt: { lt: during.endsAt, gt: new Date(during.startsAt.getTime() - longestBookingMs) },
    endsAt: { gt: during.startsAt > at ? during.startsAt : at },
  };
}

const hitSelect = {
  id: true,
  spaceId: true,
  resourceId: true,
  personId: true,
  guestName: true,
  companions: true,
  people: true,
  source: true,
  state: true,
  sequence: true,
  lapsesAt: true,
  waitingEntryId: true,
  day: true,
  part: true,
  startsAt: true,
  endsAt: true,
  person: { select: { name: true } },
  resource: { select: { name: true, kind: true } },
} satisfies Prisma.BookingSelect;

function toHit({
  guestName,
  person,
  resource,
  ...row
}: Prisma.BookingGetPayload<{ select: typeof hitSelect }>): Hit {
  return {
    ...row,
    day: dayFromColumn(row.day),
    name: person?.name ?? guestName ?? "",
    resourceName: resource.name,
    kind: resource.kind,
  };
}

/**
 * The mark of a list: the same only while the same bookings stand at the same places. What somebody
 * confirms is this list, not its length.
 */
export function markOf(hits: Hit[]): string {
  const lines = hits.map(({ id, sequence }) => `${id} ${sequence}`).sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

/** Where each could go instead once these parts of the network are closed. One reading of the network. */
export async function listPlacesInstead(
  hits: Hit[],
  closing: (spaces: Space[]) => Space[],
  at: Date,
): Promise<Map<string, Alternative>> {
  const days = hits.map(({ day }) => day).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return new Map();
  const open = await listSpacesWithBookings({ first, last: addDays(last, daysAhead) }, at);
  const bookings = new Map(open.map((space) => [space.id, space.bookings]));
  const spaces = closing(open).map((space) => ({
    ...space,
    bookings: bookings.get(space.id) ?? [],
  }));
  return proposedPlaces(hits, spaces, await listOtherSeats(hits, at), at);
}

/** Seats these persons have besides what is hit, from the first day of the list on. */
async function listOtherSeats(hits: Hit[], at: Date) {
  const personIds = [...new Set(hits.flatMap(({ personId }) => personId ?? []))];
  const from = Math.min(...hits.map(({ startsAt }) => startsAt.getTime()));
  const rows = await db.booking.findMany({
    where: {
      state: { in: ["confirmed", "held"] },
      OR: [{ lapsesAt: null }, { lapsesAt: { gt: at } }],
      checkedOutAt: null,
      personId: { in: personIds },
      id: { notIn: hits.map(({ id }) => id) },
      startsAt: { gt: new Date(from - longestBookingMs) },
      resource: { kind: { in: [...seatKinds] } },
    },
    select: { personId: true, startsAt: true, endsAt: true },
  });
  return rows.flatMap(({ personId, ...during }) => (personId ? [{ personId, ...during }] : []));
}
