import type { Interval } from "@/lib/core/interval";
import type { Prisma, Tx } from "@/lib/infra/db";
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
  return tx.booking.findMany({
    where: ownSeats(personId, during, at, leftOut),
    select: { startsAt: true, endsAt: true },
  });
}

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
