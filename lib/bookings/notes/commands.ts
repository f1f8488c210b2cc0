import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { inTransaction } from "@/lib/infra/db";
import { lockBooking } from "../places/commands";
import { canRunDay } from "../policy";
import type { AnnotateBookingInput } from "./schema";

/** Writes the host's note on a booking, or takes it away; its person can read it. Hosts of the space; journalled. */
export async function annotateBooking(
  actor: Actor,
  { bookingId, note }: AnnotateBookingInput,
): Promise<Result<{ id: string }, never>> {
  return inTransaction<{ id: string }, never>(async (tx) => {
    const { id, spaceId } = await lockBooking(tx, bookingId);
    if (!canRunDay(actor, spaceId)) throw new NotFound();
    await tx.booking.update({
      where: { spaceId_id: { spaceId, id } },
      data: { note: note || null },
    });
    await writeJournal(tx, { actor, action: "booking.annotated", spaceId, subjectId: id });
    return ok({ id });
  });
}
