import { holdSpace } from "@/lib/bookings/holds/commands";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { lockEvent } from "../../locks/commands";
import { isTurnedDown } from "../../schema";
import { tellWhoAsked } from "../askings/commands";
import type { AnswerInput, AnswerRefusal } from "../schema";

/**
 * Whoever is named to lead an event says yes, and is then shown with it and may change it; or no, then or at
 * any time after, the event over or not. `withSeries` says the same of the other dates to come of its series.
 * The same answer twice is one; whoever asked is told. Refuses `event_ended` (a yes to what is over or does
 * not take place). NotFound for anybody but the one who is named.
 */
export async function answerNaming(
  actor: Actor,
  input: AnswerInput,
  at: Date = now(),
): Promise<Result<null, AnswerRefusal>> {
  const personId = personIdOf(actor);
  if (!personId) throw new Unauthenticated();
  return inTransaction<null, AnswerRefusal>(async (tx) => {
    const named = await findOwn(tx, personId, input.speakerId);
    const { event, spaceId } = named;
    const space = await holdSpace(tx, event.space.slug, at);
    const held = await lockEvent(tx, { spaceId, id: event.id });
    const isOpen = held.endsAt > at && held.state !== "cancelled" && !isTurnedDown(held.state);
    if (input.answer === "accept" && !isOpen) return refuse("event_ended");
    const { seriesId } = input.withSeries ? event : { seriesId: null };
    const alike = { spaceId, personId, event: { seriesId, endsAt: { gt: at } } };
    const ids = seriesId ? await idsOf(tx, alike) : [];
    const changed = await write(tx, { spaceId, ids: [named.id, ...ids] }, input.answer, at);
    if (changed === null) return ok(null);
    const answer = input.answer === "accept" ? ("accepted" as const) : ("declined" as const);
    await tellWhoAsked(tx, space, held, { askedBy: changed, answer });
    return ok(null);
  });
}

async function findOwn(tx: Tx, personId: string, id: string) {
  const named = await tx.eventSpeaker.findFirst({
    where: { id, personId },
    select: {
      id: true,
      spaceId: true,
      event: { select: { id: true, seriesId: true, space: { select: { slug: true } } } },
    },
  });
  if (!named) throw new NotFound();
  return named;
}

type Alike = {
  spaceId: string;
  personId: string;
  event: { seriesId: string | null; endsAt: { gt: Date } };
};

async function idsOf(tx: Tx, where: Alike): Promise<string[]> {
  const rows = await tx.eventSpeaker.findMany({ where, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Writes the answer where it is another one than before; who asked, or null when nothing changed. */
async function write(
  tx: Tx,
  { spaceId, ids }: { spaceId: string; ids: string[] },
  answer: AnswerInput["answer"],
  at: Date,
): Promise<string | null> {
  const isYes = answer === "accept";
  const other = isYes ? { acceptedAt: null } : { declinedAt: null };
  const where = { spaceId, id: { in: ids }, ...other };
  const rows = await tx.eventSpeaker.findMany({ where, select: { askedBy: true } });
  const data = isYes ? { acceptedAt: at, declinedAt: null } : { acceptedAt: null, declinedAt: at };
  await tx.eventSpeaker.updateMany({ where, data });
  return rows[0]?.askedBy ?? null;
}
