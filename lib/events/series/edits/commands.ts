import type { Actor } from "@/lib/core/actor";
import { dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { editEvent } from "../../editing/commands";
import type { EditEventInput, EditingRefusal, EventAddress } from "../../editing/schema";
import { fieldsOf } from "../../hosted/queries";
import { canDo, namedToLead } from "../../policy";
import { cancelEvent } from "../../showings/commands";
import type { CancelEventInput, CancelledEvent } from "../../showings/schema";
import { listFollowing } from "../queries";
import { alsoEdited } from "../rules";
import type { RefusedDate } from "../schema";

export type EditedSeries = EventAddress & {
  isChanged: boolean;
  /** Dates that follow, changed with this one. */
  followed: number;
  refused: RefusedDate[];
};

/**
 * Edits a date of a series and, alike, those that follow: each as if alone, with its own history and its own
 * mails; one whose room is not to be had stays as it is and is told. What is over or cancelled, and for whoever
 * leads some dates alone the others, is left as it is. Refuses what `editEvent` refuses of the date itself; nothing is then changed.
 */
export async function editFollowing(
  actor: Actor,
  input: EditEventInput,
  at: Date = now(),
): Promise<Result<EditedSeries, EditingRefusal>> {
  const { row, timeZone } = await readRow(input.eventId);
  const before = fieldsOf(row, timeZone);
  const edited = await editEvent(actor, input, at);
  if (!edited.ok) return edited;
  const series = { ...row, day: before.day };
  const refused: RefusedDate[] = [];
  let followed = 0;
  for (const { id, day } of await listFollowing(series, at)) {
    const { row: following } = await readRow(id);
    if (!canDo(actor, "edit", following)) continue;
    const own = fieldsOf(following, timeZone);
    const fields = alsoEdited(own, before, input.fields);
    const result = await editEvent(actor, { eventId: id, fields }, at);
    if (!result.ok) refused.push({ day, refusal: result.refusal });
    else if (result.value.isChanged) followed += 1;
  }
  return ok({ ...edited.value, followed, refused });
}

/**
 * Cancels a date of a series and those that follow, each with the reason, each telling its own people.
 * Refuses what `cancelEvent` refuses of the date itself.
 */
export async function cancelFollowing(
  actor: Actor,
  input: CancelEventInput,
  at: Date = now(),
): Promise<Result<CancelledEvent, EditingRefusal>> {
  const { row } = await readRow(input.eventId);
  const cancelled = await cancelEvent(actor, input, at);
  if (!cancelled.ok) return cancelled;
  const series = { ...row, day: dayFromColumn(row.day) };
  for (const { id } of await listFollowing(series, at)) {
    await cancelEvent(actor, { ...input, eventId: id }, at);
  }
  return cancelled;
}

/** The row as it is; who may is asked by the verb that follows. */
async function readRow(eventId: string) {
  const found = await db.event.findFirst({
    where: { id: eventId },
    include: { space: { select: { timeZone: true } }, speakers: namedToLead },
  });
  if (!found) throw new NotFound();
  const { space, ...row } = found;
  return { row, timeZone: space.timeZone };
}
