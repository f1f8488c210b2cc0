import type { Actor, PersonActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { ok, type Result } from "@/lib/core/result";
import { withFreshReading } from "@/lib/core/stale-reading";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { getDelegation } from "@/lib/members/organisations/queries";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { withAlternatives } from "../alternatives/queries";
import { holdSpace } from "../holds/commands";
import { notifyHostsOfRequest } from "../notices/commands";
import { seatKinds } from "../schema";
import { type BookedPlace, noticeOfNew, takePlace } from "../takings/commands";
import { decideWish, type Wish } from "../wishes/queries";
import type { BookDelegatedInput, DelegatedRefusal } from "./schema";

/**
 * A delegate books for somebody who agreed, on the terms of a member: notice, horizon, quota and
 * approval are the beneficiary's, who is told, owns the booking and may cancel it. Read in the same
 * transaction: a delegation ended, or an agreement taken back, stops at the next request (NotFound).
 * The same key answers with the same booking. Refuses every BookingRefusal, with alternatives. Journalled.
 */
export async function bookDelegated(
  actor: Actor,
  input: BookDelegatedInput,
  at: Date = now(),
): Promise<Result<BookedPlace, DelegatedRefusal>> {
  const { slug, day, part } = input;
  const result = await withFreshReading((isLast) =>
    inTransaction<BookedPlace, DelegatedRefusal>(async (tx) => {
      const { organisationId, personId } = input;
      const { beneficiaries } = await getDelegation(actor, organisationId, tx);
      const isAgreed = beneficiaries.some((person) => person.personId === personId);
      if (actor.kind !== "person" || !isAgreed) throw new NotFound();
      const space = isLast ? await holdSpace(tx, slug, at) : await getSpaceBySlug(slug, tx);
      const wish = await decideWish(tx, space, { day, part }, { kinds: seatKinds }, at);
      return wish.ok ? take(tx, actor, space, wish.value, input, at) : wish;
    }),
  );
  if (result.ok || result.refusal === "already_booked") return result;
  return withAlternatives(result, { slug, wanted: { day, part }, personId: input.personId }, at);
}

async function take(
  tx: Tx,
  actor: PersonActor,
  space: Space,
  { moment, candidates: all }: Wish,
  { organisationId, personId, idempotencyKey }: BookDelegatedInput,
  at: Date,
): Promise<Result<BookedPlace, DelegatedRefusal>> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  const sure = all.filter((resource) => !resource.needsApproval);
  const asks = sure.length === 0;
  const candidates = asks ? all : sure;
  const id = newId();
  const taken = await takePlace(tx, space, moment, candidates, {
    ...{ id, personId, idempotencyKey, state: asks ? "requested" : "confirmed" },
    ...{ source: "member", createdBy: actor.personId, createdAt: at },
    notice: noticeOfNew(person, space, moment, { id, asks, resource: candidates[0], at }),
  });
  if (!taken.ok || !taken.value.isNew) return taken;
  const where = { spaceId_id: { spaceId: space.id, id } };
  await tx.booking.update({ where, data: { organisationId } });
  const line = { actor, action: "booking.made_for", spaceId: space.id, subjectId: id };
  await writeJournal(tx, { ...line, after: { organisationId } });
  if (asks) await notifyHostsOfRequest(tx, id);
  return ok(taken.value);
}
