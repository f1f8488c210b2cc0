import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, dateColumn, dayFromColumn, eachDay } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, Prisma } from "@/lib/infra/db";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import {
  type HostEntry,
  listEntries,
  listOutsideBlocks,
  type OutsideBlock,
} from "../host-days/queries";
import { canRunDay } from "../policy";

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

/**
 * One booking of a space as its host sees it, with what it may be moved to. NotFound for whoever does not
 * run this space, and for a booking that no longer stands.
 */
export async function getHostBooking(
  actor: Actor,
  slug: string,
  bookingId: string,
  at: Date = now(),
): Promise<{ space: Space; entry: HostEntry; companions: string[] }> {
  const space = await getSpaceBySlug(slug);
  if (!canRunDay(actor, space.id)) throw new NotFound();
  const row = await db.booking.findFirst({
    where: { id: bookingId, spaceId: space.id },
    select: { day: true, companions: true },
  });
  if (!row) throw new NotFound();
  const day = dayFromColumn(row.day);
  const entries = await listEntries(space, { first: day, last: day }, at);
  const entry = entries.find(({ id }) => id === bookingId);
  if (!entry) throw new NotFound();
  return { space, entry, companions: row.companions };
}
