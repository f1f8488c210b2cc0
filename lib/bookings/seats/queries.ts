import type { Interval } from "@/lib/core/interval";
import { type Prisma, rowsOf, type Tx } from "@/lib/infra/db";
import { longestBookingMs } from "../rules";
import { seatKinds } from "../schema";

/** The person's seat already held over that interval anywhere in the network, those left out aside; its id, or null. */
export async function findOwnBookingDuring(
  tx: Tx,
  personId: string,
  during: Interval,
  at: Date,
  leftOut: string[] = [],
): Promise<string | null> {
  const own = await tx.booking.findFirst({
    where: ownSeats(personId, during, at, leftOut),
    select: { id: true },
  });
  return own?.id ?? null;
}

/** When the person has a seat somewhere, over that interval; the same seats as the above. System only. */
export async function listOwnSeats(
  tx: Tx,
  personId: string,
  during: Interval,
  at: Date,
  leftOut: string[] = [],
): Promise<Interval[]> {
  const from = new Date(during.startsAt.getTime() - longestBookingMs);
  return rowsOf<Interval>(tx, seatsOfPerson, [
    ...[personId, leftOut, [...seatKinds], from, during.startsAt, during.endsAt, at],
  ]);
}

/** Asked of each of those refused together: as a statement of ours, for what it costs. */
const seatsOfPerson = {
  name: "seats_of_person",
  text: `SELECT b.starts_at AS "startsAt", b.ends_at AS "endsAt"
    FROM bookings b JOIN resources r ON r.space_id = b.space_id AND r.id = b.resource_id
    WHERE b.person_id = $1::uuid AND b.id <> ALL($2::uuid[]) AND r.kind::text = ANY($3::text[])
      AND b.starts_at > $4 AND b.starts_at < $6 AND b.ends_at > $5
      AND b.state IN ('confirmed', 'held') AND b.checked_out_at IS NULL
      AND (b.lapses_at IS NULL OR b.lapses_at > $7)
    ORDER BY b.starts_at`,
};

function ownSeats(personId: string, during: Interval, at: Date, leftOut: string[]) {
  return {
    personId,
    id: { notIn: leftOut },
    state: { in: ["confirmed", "held"] },
    checkedOutAt: null,
    resource: { kind: { in: [...seatKinds] } },
    startsAt: { lt: during.endsAt, gt: new Date(during.startsAt.getTime() - longestBookingMs) },
    endsAt: { gt: during.startsAt },
    OR: [{ lapsesAt: null }, { lapsesAt: { gt: at } }],
  } satisfies Prisma.BookingWhereInput;
}
