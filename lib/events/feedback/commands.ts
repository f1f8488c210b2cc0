import type { Actor } from "@/lib/core/actor";
import { dateColumn, dayOf } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction } from "@/lib/infra/db";
import { networkTimeZone } from "@/lib/spaces/schema";
import { findForFeedback, receiptOf } from "./queries";
import type { FeedbackInput, FeedbackRefusal } from "./schema";

/**
 * Takes the opinion of whoever came, by the link of their mails: 0 to 10 and a line, kept without a name
 * and dated to the day. Given again, it replaces the first. Refuses `not_over`, `too_late` and
 * `was_not_there`; NotFound for a link not ours.
 */
export async function giveFeedback(
  actor: Actor,
  { token, score, line }: FeedbackInput,
  at: Date = now(),
): Promise<Result<null, FeedbackRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  return inTransaction<null, FeedbackRefusal>(async (tx) => {
    const { event, closed, key } = await findForFeedback(tx, token, at);
    if (closed) return refuse(closed);
    const said = { score, line: line || null, day: dateColumn(dayOf(at, networkTimeZone)) };
    await tx.eventFeedback.upsert({
      where: { spaceId_eventId_receipt: { ...event, receipt: receiptOf(key) } },
      create: { ...event, receipt: receiptOf(key), ...said },
      update: said,
    });
    return ok(null);
  });
}
