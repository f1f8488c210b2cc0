import { type Refused, refuse } from "@/lib/core/result";
import { Prisma, type Tx } from "@/lib/infra/db";
import type { Space, SpaceResource } from "@/lib/spaces/queries";
import type { Moment } from "../moments/rules";
import { quotaWindow } from "../places/rules";
import { whyNotAllowed } from "../requirements/queries";
import { heldInterval } from "../rules";
import { seatKinds } from "../schema";
import { findOwnBookingDuring } from "../seats/queries";

export type DestinationRefusal =
  | "already_booked"
  | "quota_reached"
  | "habilitation_needed"
  | "slot_taken";

type Coming = {
  id: string;
  personId: string | null;
  /** A request holds nothing: the constraint does not judge it, so it is looked at here. */
  state: "requested" | "confirmed";
  /** A host's decision is not bound by the member's quota. */
  countsQuota: boolean;
  at: Date;
};

/**
 * What keeps a booking that exists from coming to that place at that moment, itself left out: the
 * habilitation it asks for, the person's other seat (`already_booked`, with `bookingId`), their quota, an outside calendar, and for a
 * request a live booking. For a confirmed one `booking_no_overlap` alone says whether the place is free.
 */
export async function whyNotThere(
  tx: Tx,
  space: Space,
  resource: SpaceResource,
  moment: Moment,
  coming: Coming,
): Promise<Refused<DestinationRefusal> | null> {
  const { id, personId, at } = coming;
  const { startsAt } = moment;
  const barred = await whyNotAllowed(tx, [resource], { personId, startsAt });
  if (barred) return barred;
  if (personId && seatKinds.some((kind) => kind === resource.kind)) {
    const bookingId = await findOwnBookingDuring(tx, personId, moment, at, [id]);
    if (bookingId) return refuse("already_booked", { bookingId });
  }
  if (personId && coming.countsQuota && (await isQuotaReached(tx, space, resource, moment, id))) {
    const { quotaCount, quotaPeriod } = resource;
    return refuse("quota_reached", { quotaCount, quotaPeriod });
  }
  const isKept =
    (resource.hasImports && (await isBusyOutside(tx, space, resource, moment))) ||
    (coming.state === "requested" && (await isHeld(tx, space, resource, moment, at)));
  return isKept ? refuse("slot_taken") : null;
}

async function isQuotaReached(
  tx: Tx,
  space: Space,
  { kind, quotaCount, quotaPeriod }: SpaceResource,
  { day }: Moment,
  bookingId: string,
): Promise<boolean> {
  if (quotaCount === null) return false;
  const { from, until } = quotaWindow(quotaPeriod, day, space.calendar.timeZone);
  const [row] = await tx.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM bookings own
    JOIN bookings b ON b.person_id = own.person_id AND b.space_id = own.space_id AND b.id <> own.id
    JOIN resources r ON r.space_id = b.space_id AND r.id = b.resource_id
    WHERE own.space_id = ${space.id}::uuid AND own.id = ${bookingId}::uuid
      AND r.kind = ${kind}::resource_kind AND b.state IN ('requested', 'confirmed', 'held', 'no_show')
      AND b.starts_at >= ${from} AND b.starts_at < ${until}`);
  return (row?.count ?? 0) >= quotaCount;
}

async function isBusyOutside(
  tx: Tx,
  space: Space,
  resource: SpaceResource,
  moment: Moment,
): Promise<boolean> {
  const held = heldInterval(resource, moment);
  const block = await tx.busyBlock.findFirst({
    where: {
      spaceId: space.id,
      resourceId: { in: [resource.id, ...resource.sharesWith] },
      startsAt: { lt: held.endsAt },
      endsAt: { gt: held.startsAt },
    },
    select: { id: true },
  });
  return block !== null;
}

async function isHeld(
  tx: Tx,
  space: Space,
  resource: SpaceResource,
  moment: Moment,
  at: Date,
): Promise<boolean> {
  const held = heldInterval(resource, moment);
  const booking = await tx.booking.findFirst({
    where: {
      spaceId: space.id,
      resourceId: { in: [resource.id, ...resource.sharesWith] },
      state: { in: ["confirmed", "held"] },
      heldFrom: { lt: held.endsAt },
      heldUntil: { gt: held.startsAt },
      OR: [{ lapsesAt: null }, { lapsesAt: { gt: at } }],
    },
    select: { id: true },
  });
  return booking !== null;
}
