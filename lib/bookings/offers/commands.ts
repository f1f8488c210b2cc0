import { dayFromColumn, dayOf } from "@/lib/core/day";
import { newId } from "@/lib/core/id";
import type { Interval } from "@/lib/core/interval";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inSavepoint, Prisma, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { lockAlone } from "@/lib/infra/locks";
import { notify } from "@/lib/notifications/commands";
import { getSpaceById, type Space, type SpaceResource } from "@/lib/spaces/queries";
import { lockCalendars } from "../locks/commands";
import { bookingNotice } from "../notices/rules";
import { spaceLock } from "../places/commands";
import { listTakenIntervals } from "../queries";
import { barredFor } from "../requirements/queries";
import { tryPlace } from "../tries/commands";
import { type NextServed, nextServed, offerEnd } from "./rules";

/** The longest buffer of a resource: freeing a place may serve a moment that only its buffer met. */
const longestBufferMs = 240 * 60_000;

/**
 * Offers what is free around that interval of a space to those who wait, in the order of
 * `nextServed`: their places are held until the offer ends, and they are told. Returns how many were
 * served. To be called in any transaction after which a place may be free (`freeBooking` does; a
 * closure withdrawn must), the space held alone before any row of it.
 */
export async function offerFreed(
  tx: Tx,
  spaceId: string,
  during: Interval,
  at: Date,
): Promise<number> {
  await lockAlone(tx, spaceLock(spaceId));
  if ((await listWaiting(tx, spaceId, during, at)).length === 0) return 0;
  await lockCalendars(tx, [spaceId]);
  const space = await getSpaceById(spaceId, tx);
  const entries: WaitingRow[] = [];
  for (const entry of await listWaiting(tx, spaceId, during, at)) {
    entries.push({ ...entry, barred: await barredFor(tx, space.resources, entry) });
  }
  return serve(tx, space, entries, at);
}

async function serve(tx: Tx, space: Space, entries: WaitingRow[], at: Date): Promise<number> {
  const passed = new Set<string>();
  let served = 0;
  for (;;) {
    const taken = await listTakenAround(tx, space, entries, at);
    const next = nextServed(space, taken, { entries, passed }, at);
    if (!next) return served;
    const offered = await inSavepoint(tx, () => hold(tx, space, next, at));
    if (offered.ok) served += 1;
    passed.add(next.entry.id);
  }
}

/** All the places of the wish or none; refused when the person has a seat elsewhere or their quota. */
async function hold(
  tx: Tx,
  space: Space,
  { entry, moment, places }: NextServed<WaitingRow, SpaceResource>,
  at: Date,
): Promise<Result<null, "not_now">> {
  const offerUntil = offerEnd(space.offerMinutes, moment, at);
  const ids: string[] = [];
  for (const resource of [...places].sort((a, b) => a.id.localeCompare(b.id))) {
    const id = newId();
    const taking = await tryPlace(tx, space, moment, [resource], {
      id,
      personId: entry.personId,
      state: "held",
      source: "waiting_list",
      waitingEntryId: entry.id,
      lapsesAt: offerUntil,
      createdBy: null,
      createdAt: at,
      isFurther: ids.length > 0,
    });
    if (taking.outcome !== "booked") return refuse("not_now");
    ids.push(id);
  }
  await tx.waitingEntry.update({
    where: { spaceId_id: { spaceId: space.id, id: entry.id } },
    data: { state: "offered", offeredAt: at, offerUntil },
  });
  const [bookingId = ""] = ids;
  await tellOfOffer(tx, space, { entry, moment, places }, { bookingId, offerUntil });
  return ok(null);
}

async function tellOfOffer(
  tx: Tx,
  space: Space,
  { entry, moment, places }: NextServed<WaitingRow, SpaceResource>,
  { bookingId, offerUntil }: { bookingId: string; offerUntil: Date },
): Promise<void> {
  const { id: personId, email, locale } = entry.person;
  if (!email) return;
  const origin = env().NEXTAUTH_URL;
  const notice = bookingNotice({
    ...moment,
    bookingId,
    resourceName: places.map(({ name }) => name).join(", "),
    sequence: 0,
    reason: null,
    cancelUntil: offerUntil,
    space: { ...space, communeName: space.commune.name, timeZone: space.calendar.timeZone },
    origin,
  });
  await notify(tx, {
    kind: "booking-offered",
    personId,
    email,
    locale,
    payload: {
      ...notice,
      offerUntil: offerUntil.toISOString(),
      quantity: places.length,
      url: `${origin}/mon-espace/liste-attente`,
    },
  });
}

type WaitingRow = Awaited<ReturnType<typeof listWaiting>>[number] & { barred?: string[] };

async function listWaiting(tx: Tx, spaceId: string, during: Interval, at: Date) {
  const from = new Date(during.startsAt.getTime() - longestBufferMs);
  const until = new Date(during.endsAt.getTime() + longestBufferMs);
  const rows = await tx.waitingEntry.findMany({
    where: {
      spaceId,
      state: "waiting",
      startsAt: { gt: at, lt: until },
      endsAt: { gt: from },
    },
    select: {
      id: true,
      personId: true,
      kind: true,
      resourceId: true,
      quantity: true,
      day: true,
      part: true,
      startsAt: true,
      endsAt: true,
      rank: true,
      person: { select: { id: true, email: true, locale: true } },
    },
    orderBy: { rank: "asc" },
  });
  return rows.map((row) => ({ ...row, day: dayFromColumn(row.day) }));
}

async function listTakenAround(tx: Tx, space: Space, entries: WaitingRow[], at: Date) {
  const days = entries.map(({ day }) => day).sort();
  const today = dayOf(at, space.calendar.timeZone);
  const range = { first: days[0] ?? today, last: days.at(-1) ?? today };
  return (await listTakenIntervals([space], range, at, tx)).get(space.id) ?? [];
}

/** Closes the offers of a space of whose places none is held any more. */
export async function closeSpentOffers(
  tx: Tx,
  spaceId: string,
  state: "withdrawn" | "lapsed",
  at: Date,
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE waiting_entries e SET state = ${state}::waiting_state, closed_at = ${at}
    WHERE e.space_id = ${spaceId}::uuid AND e.state = 'offered' AND NOT EXISTS (
      SELECT FROM bookings b
      WHERE b.space_id = e.space_id AND b.waiting_entry_id = e.id AND b.state = 'held')`);
}
