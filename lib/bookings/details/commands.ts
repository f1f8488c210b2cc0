import type { Actor } from "@/lib/core/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx, violatedConstraint } from "@/lib/infra/db";
import { withAlternativesTo } from "../alternatives/queries";
import { noteInJournal } from "../commands";
import { lockToSay } from "../locks/commands";
import { tellWebhooks } from "../places/commands";
import { decideDetails } from "./rules";
import type { ChangeDetailsInput, DetailsRefusal } from "./schema";

/**
 * Changes who comes along and the note of a booking that stands: its member, or a host of its space
 * (journalled, without the names). The room is judged anew. Refuses `booking_ended`, and
 * `too_many_people` with `capacity` and up to three places that seat them all, `house_full`.
 */
export async function changeDetails(
  actor: Actor,
  input: ChangeDetailsInput,
  at: Date = now(),
): Promise<Result<{ id: string }, DetailsRefusal>> {
  const result = await inTransaction<{ id: string }, DetailsRefusal>((tx) =>
    changeIn(tx, actor, input, at),
  );
  const { bookingId, companions = [] } = input;
  return result.ok
    ? result
    : withAlternativesTo(result, bookingId, { companions, isKept: true }, at);
}

async function changeIn(
  tx: Tx,
  actor: Actor,
  { bookingId, companions, note }: ChangeDetailsInput,
  at: Date,
): Promise<Result<{ id: string }, DetailsRefusal>> {
  const { booking, space } = await lockToSay(tx, actor, "move", bookingId);
  // How many come is for the event to say.
  if (booking.source === "event" && companions) return refuse("belongs_to_event");
  const { id, spaceId, resourceId } = booking;
  const capacity = space.resources.find((own) => own.id === resourceId)?.capacity ?? 1;
  const refusal = decideDetails({ ...booking, capacity }, companions, at);
  if (refusal) return refuse(refusal, { capacity: String(capacity) });
  const data = {
    ...(companions ? { companions } : {}),
    ...(note === undefined ? {} : { note: note || null }),
    sequence: { increment: 1 },
  };
  try {
    await tx.booking.update({ where: { spaceId_id: { spaceId, id } }, data });
  } catch (error) {
    if (violatedConstraint(error) === "house_never_too_full") return refuse("house_full");
    throw error;
  }
  await tellWebhooks(tx, spaceId, [id], "changed");
  await noteInJournal(tx, actor, booking, "booking.annotated");
  return ok({ id });
}
