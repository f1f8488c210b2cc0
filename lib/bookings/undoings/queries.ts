import type { Actor } from "@/lib/core/actor";
import { dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db, type Prisma, type Tx } from "@/lib/infra/db";
import { closureOrAnnouncement } from "../closures/queries";
import { formerPlace } from "../hits/schema";
import type { Moment } from "../moments/rules";
import { canCloseNetwork, canRunDay, canSeeBooking } from "../policy";
import { type LeftReason, undoingNote } from "./schema";

/** Spaces in which bookings of that closure were put instead. */
export async function listReplacementSpaces(tx: Tx, closureId: string): Promise<string[]> {
  const closures = await tx.closure.findMany({
    where: closureOrAnnouncement(closureId),
    select: { id: true },
  });
  const changes = await listHitChanges(
    tx,
    closures.map(({ id }) => id),
  );
  return changes.flatMap(({ former }) => former.movedTo?.spaceId ?? []);
}

const standingSelect = {
  id: true,
  spaceId: true,
  personId: true,
  state: true,
  resourceId: true,
  startsAt: true,
  endsAt: true,
  sequence: true,
  checkedInAt: true,
  waitingEntryId: true,
  resource: { select: { kind: true, name: true, space: { select: { name: true } } } },
} satisfies Prisma.BookingSelect;

export type HitChange = Awaited<ReturnType<typeof listHitChanges>>[number];

/** What these closures did to bookings, each with the booking as it is now; in sorted order of former places. */
export async function listHitChanges(tx: Tx, closureIds: string[]) {
  const rows = await tx.bookingChange.findMany({
    where: { closureId: { in: closureIds }, verb: { in: ["cancel", "move", "keep"] } },
    select: {
      closureId: true,
      verb: true,
      fromState: true,
      before: true,
      booking: { select: standingSelect },
    },
  });
  const changes = rows.flatMap(({ before, closureId, ...row }) => {
    const former = formerPlace.safeParse(before);
    return former.success && closureId ? [{ ...row, closureId, former: former.data }] : [];
  });
  const replacements = await tx.booking.findMany({
    where: { id: { in: changes.flatMap(({ former }) => former.movedTo?.bookingId ?? []) } },
    select: standingSelect,
  });
  return changes
    .map((change) => ({
      ...change,
      replacement: replacements.find(({ id }) => id === change.former.movedTo?.bookingId) ?? null,
    }))
    .sort((a, b) => (keyOf(a.former) < keyOf(b.former) ? -1 : 1));
}

function keyOf({ resourceId, startsAt }: { resourceId: string; startsAt: Date }): string {
  return `${resourceId} ${startsAt.toISOString()}`;
}

export type UndoingView = {
  restored: number;
  /** Bookings that stayed as the closure left them. */
  left: (Moment & {
    bookingId: string;
    personId: string | null;
    name: string | null;
    resourceName: string;
    timeZone: string;
    because: LeftReason;
  })[];
};

/** How the undoing of a closure (or of an announcement) went, from the journal; null when there was none. */
export async function findUndoing(actor: Actor, closureId: string): Promise<UndoingView | null> {
  const closures = await db.closure.findMany({
    where: closureOrAnnouncement(closureId),
    select: { id: true, spaceId: true, announcementId: true },
  });
  const maySee = closures.every(({ spaceId, announcementId }) =>
    announcementId ? canCloseNetwork(actor) : canRunDay(actor, spaceId),
  );
  if (closures.length === 0 || !maySee) throw new NotFound();
  const entries = await db.journalEntry.findMany({
    where: { action: "closure.undone", subjectId: { in: closures.map(({ id }) => id) } },
    select: { after: true },
  });
  const notes = entries.flatMap(({ after }) => undoingNote.safeParse(after).data ?? []);
  if (notes.length === 0) return null;
  const restored = notes.reduce((sum, note) => sum + note.restored, 0);
  return {
    restored,
    left: await viewLeft(
      actor,
      notes.flatMap((note) => note.left),
    ),
  };
}

async function viewLeft(actor: Actor, left: { bookingId: string; because: LeftReason }[]) {
  const rows = await db.booking.findMany({
    where: { id: { in: left.map(({ bookingId }) => bookingId) } },
    select: {
      id: true,
      spaceId: true,
      personId: true,
      guestName: true,
      day: true,
      part: true,
      startsAt: true,
      endsAt: true,
      person: { select: { name: true } },
      resource: { select: { name: true, space: { select: { timeZone: true } } } },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return rows.flatMap((row) => {
    const because = left.find(({ bookingId }) => bookingId === row.id)?.because;
    if (!because) return [];
    const { part, startsAt, endsAt, resource } = row;
    return [
      {
        bookingId: row.id,
        personId: row.personId,
        name: canSeeBooking(actor, row) ? (row.person?.name ?? row.guestName) : null,
        resourceName: resource.name,
        timeZone: resource.space.timeZone,
        day: dayFromColumn(row.day),
        ...{ part, startsAt, endsAt, because },
      },
    ];
  });
}
