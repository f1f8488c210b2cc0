import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { withAlternativesTo } from "../alternatives/queries";
import { noteInJournal } from "../commands";
import { whyNotThere } from "../destinations/queries";
import { hostTermsOf } from "../hosted/rules";
import { lockToSay } from "../locks/commands";
import { decideMoment } from "../moments/rules";
import { wantedOfMove } from "../moves/rules";
import { notifyOfBooking } from "../notices/commands";
import { changeBooking } from "../places/commands";
import { canRunDay } from "../policy";
import { heldInterval } from "../rules";
import type { BookingIdInput } from "../schema";
import { settleLapsed } from "../settlements/commands";
import { lapseOf, stateAt } from "../states/rules";
import { decideAnswer } from "./rules";
import type { AnswerRequestsInput, RefuseRequestInput, RequestRefusal } from "./schema";

type Answered = Result<{ id: string }, RequestRefusal>;

/**
 * Agrees to a request: it becomes a booking if its place is still free, its hours open and its member
 * free, as for a new one. Agreeing twice is the same as once. Refuses `already_answered`,
 * `request_lapsed`, and what would refuse a booking there, with alternatives. Hosts of the space.
 */
export async function confirmRequest(
  actor: Actor,
  { bookingId }: BookingIdInput,
  at: Date = now(),
): Promise<Answered> {
  const result = await inTransaction<{ id: string }, RequestRefusal>((tx) =>
    confirmIn(tx, actor, bookingId, at),
  );
  return result.ok ? result : withAlternativesTo(result, bookingId, {}, at);
}

async function confirmIn(tx: Tx, actor: Actor, bookingId: string, at: Date): Promise<Answered> {
  const { booking, space: read } = await lockToSay(tx, actor, "confirm", bookingId);
  if (stateAt(booking, at) === "confirmed") return ok({ id: booking.id });
  const answered = decideAnswer(booking, at);
  if (answered) return refuse(answered);
  const space = hostTermsOf(read);
  const resource = space.resources.find(({ id }) => id === booking.resourceId);
  if (!resource) return refuse("not_bookable");
  const moment = decideMoment(space, resource, wantedOfMove({}, booking), at);
  if (!moment.ok) return refuse(moment.refusal, moment.data);
  await settleLapsed(tx, space.id, heldInterval(resource, booking), at);
  const { personId, startsAt } = booking;
  const coming = { id: bookingId, personId, state: "confirmed" as const, countsQuota: true, at };
  const kept = await whyNotThere(tx, space, resource, booking, coming);
  if (kept) return kept;
  const lapse = { startsAt, createdAt: at, checkedInAt: null };
  const lapsesAt = lapseOf(booking.space.noShowGraceMinutes, lapse);
  const change = { verb: "confirm" as const, at };
  const confirmed = await changeBooking(tx, actor, booking, change, { lapsesAt });
  if (!confirmed.ok) {
    return refuse(confirmed.refusal === "wrong_state" ? "already_answered" : confirmed.refusal);
  }
  await noteInJournal(tx, actor, booking, "request.confirmed");
  await notifyOfBooking(tx, "booking-confirmed", bookingId);
  return confirmed;
}

/**
 * Says no to a request, with the reason its member will read. Twice is the same as once. Refuses
 * `already_answered`, `request_lapsed`. Hosts of the space.
 */
export async function refuseRequest(
  actor: Actor,
  { bookingId, reason }: RefuseRequestInput,
  at: Date = now(),
): Promise<Answered> {
  return inTransaction<{ id: string }, RequestRefusal>(async (tx) => {
    const { booking } = await lockToSay(tx, actor, "refuse", bookingId);
    if (booking.state === "refused") return ok({ id: booking.id });
    const answered = decideAnswer(booking, at);
    if (answered) return refuse(answered);
    const refused = await changeBooking(tx, actor, booking, { verb: "refuse", at, reason });
    if (!refused.ok) return refuse("already_answered");
    await noteInJournal(tx, actor, booking, "request.refused", reason);
    await notifyOfBooking(tx, "booking-refused", bookingId);
    return refused;
  });
}

export type AnswerOutcome = { bookingId: string; result: Answered };

/**
 * Answers several requests of a space alike, those made first first; each has its own outcome and one
 * that is refused keeps none of the others back. NotFound when one of them is not the host's to answer.
 */
export async function answerRequests(
  actor: Actor,
  { slug, bookingIds, answer, reason }: AnswerRequestsInput,
  at: Date = now(),
): Promise<Result<AnswerOutcome[], never>> {
  const { id: spaceId } = await getSpaceBySlug(slug);
  if (!canRunDay(actor, spaceId)) throw new NotFound();
  const requests = await db.booking.findMany({
    where: { spaceId, id: { in: bookingIds } },
    select: { id: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  if (requests.length < bookingIds.length) throw new NotFound();
  const outcomes: AnswerOutcome[] = [];
  for (const { id: bookingId } of requests) {
    const result =
      answer === "confirm"
        ? await confirmRequest(actor, { bookingId }, at)
        : await refuseRequest(actor, { bookingId, reason: reason ?? "" }, at);
    outcomes.push({ bookingId, result });
  }
  return ok(outcomes);
}
