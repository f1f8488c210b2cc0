import { bookResource } from "@/lib/bookings/commands";
import type { BookingPart } from "@/lib/bookings/schema";
import { joinWaitingList } from "@/lib/bookings/waiting-list/commands";
import type { PersonActor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { aMember } from "./actors";
import { mondayMorning, tuesday } from "./factories";

type Slot = { day?: Day; part?: BookingPart; resourceId?: string };

/** Books for that member, a new one unless told; its id and who holds it. */
export async function booked(
  space: { slug: string },
  { part = "morning", day = tuesday, ...slot }: Slot = {},
  actor?: PersonActor,
  at: Date = mondayMorning,
) {
  const member = actor ?? (await aMember());
  const result = await bookResource(member, { slug: space.slug, day, part, ...slot }, at);
  if (!result.ok) throw new Error(result.refusal);
  return { id: result.value.id, member };
}

/** Somebody at the end of the line of that slot, a new member unless told. */
export async function waiting(
  space: { slug: string },
  { part = "morning", day = tuesday, ...slot }: Slot & { quantity?: number } = {},
  actor?: PersonActor,
  at: Date = mondayMorning,
) {
  const member = actor ?? (await aMember());
  const wish = { slug: space.slug, day, part, quantity: 1, ...slot };
  const result = await joinWaitingList(member, wish, at);
  if (!result.ok) throw new Error(result.refusal);
  return { id: result.value.id, member };
}

/** How an entry stands in the database, with the places held or taken for it. */
export async function entryOf(id: string) {
  const entry = await db.waitingEntry.findFirstOrThrow({
    where: { id },
    select: {
      state: true,
      offerUntil: true,
      bookings: {
        select: { id: true, state: true, resourceId: true, lapsesAt: true },
        orderBy: { resourceId: "asc" },
      },
    },
  });
  return { ...entry, places: entry.bookings.map(({ state }) => state) };
}

/** Kinds of the mails of somebody, in the order they were written. */
export async function mailsTo({ personId }: { personId: string }): Promise<string[]> {
  const rows = await db.notification.findMany({
    where: { personId },
    select: { kind: true },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ kind }) => kind);
}
