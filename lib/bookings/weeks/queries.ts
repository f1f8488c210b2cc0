import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, dateColumn, eachDay } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, Prisma } from "@/lib/infra/db";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import {
  findEntry,
  type HostEntry,
  listEntries,
  listOutsideBlocks,
  type OutsideBlock,
} from "../host-days/queries";
import { canRunDay } from "../policy";
import type { BookingState } from "../states/schema";

export type HostWeek = {
  space: Space;
  days: Day[];
  entries: HostEntry[];
  outside: OutsideBlock[];
};

/** Who is where over the seven local days from that one, names included; two queries. NotFound for whoever does not run this space. */
export async function getHostWeek(
  actor: Actor,
  slug: string,
  first: Day,
  at: Date = now(),
): Promise<HostWeek> {
  const space = await getSpaceBySlug(slug);
  if (!canRunDay(actor, space.id)) throw new NotFound();
  const range = { first, last: addDays(first, 6) };
  const [entries, outside] = await Promise.all([
    listEntries(space, range, at),
    listOutsideBlocks(space, range),
  ]);
  return { space, days: eachDay(range.first, range.last), entries, outside };
}

/**
 * A short text that changes whenever a host's board of these local days would, without any name: what
 * a board left open asks for. One statement. NotFound for whoever does not run this space.
 */
export async function getBoardVersion(
  actor: Actor,
  slug: string,
  range: { first: Day; last: Day },
  at: Date = now(),
): Promise<string> {
  const space = await getSpaceBySlug(slug);
  if (!canRunDay(actor, space.id)) throw new NotFound();
  const [row] = await db.$queryRaw<{ digest: string }[]>(Prisma.sql`
    SELECT md5(concat_ws('|', ${String(space.version)}::text,
      (SELECT string_agg(concat_ws(' ', id, sequence, state, lapses_at <= ${at}, md5(note)), ',' ORDER BY id)
       FROM bookings WHERE space_id = ${space.id}::uuid
         AND starts_at >= ${dateColumn(addDays(range.first, -2))}
         AND starts_at < ${dateColumn(addDays(range.last, 2))}),
      (SELECT string_agg(id::text, ',' ORDER BY id)
       FROM busy_blocks WHERE space_id = ${space.id}::uuid
         AND starts_at >= ${dateColumn(addDays(range.first, -2))}
         AND starts_at < ${dateColumn(addDays(range.last, 2))}))) AS digest`);
  return row?.digest ?? "";
}

export type HostBooking = {
  space: Space;
  entry: HostEntry & { state: BookingState };
  companions: string[];
  /** Why it ended, as it was said. */
  endReason: string | null;
};

/**
 * One booking of a space as its host sees it, ended or not, with what it may be moved to. NotFound for
 * whoever does not run this space.
 */
export async function getHostBooking(
  actor: Actor,
  slug: string,
  bookingId: string,
  at: Date = now(),
): Promise<HostBooking> {
  const space = await getSpaceBySlug(slug);
  if (!canRunDay(actor, space.id)) throw new NotFound();
  const [entry, row] = await Promise.all([
    findEntry(space, bookingId, at),
    db.booking.findFirst({
      where: { id: bookingId, spaceId: space.id },
      select: { companions: true, endReason: true },
    }),
  ]);
  if (!entry || !row) throw new NotFound();
  return { space, entry, ...row };
}
