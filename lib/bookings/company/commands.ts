import type { Actor } from "@/lib/core/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction } from "@/lib/infra/db";
import { notTheirs } from "../handovers/queries";
import { canChooseShown } from "./policy";
import { shownOf } from "./rules";
import type { ChooseShownInput, CompanyRefusal } from "./schema";

/**
 * Says whether members see that one will be there by this booking, or leaves it to one's profile; from the
 * next reading on. Only its own member. Refuses `booking_over`.
 */
export async function chooseShown(
  actor: Actor,
  { bookingId, shown }: ChooseShownInput,
  at: Date = now(),
): Promise<Result<{ id: string }, CompanyRefusal>> {
  return inTransaction<{ id: string }, CompanyRefusal>(async (tx) => {
    const booking = await tx.booking.findFirst({
      where: { id: bookingId },
      select: { personId: true, spaceId: true },
    });
    if (!booking || !canChooseShown(actor, booking)) throw await notTheirs(tx, actor, bookingId);
    const { spaceId, personId } = booking;
    const { count } = await tx.booking.updateMany({
      // Whose it is and how it stands are judged by the row as it is when it is written.
      where: {
        ...{ spaceId, id: bookingId, personId },
        state: { in: ["requested", "confirmed"] },
        endsAt: { gt: at },
      },
      data: { shownToMembers: shownOf(shown) },
    });
    return count === 1 ? ok({ id: bookingId }) : refuse("booking_over");
  });
}
