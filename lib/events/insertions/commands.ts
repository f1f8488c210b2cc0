import { type Actor, personIdOf } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { ok, type Refused, type Result, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/infra/db";
import type { Space } from "@/lib/spaces/queries";
import { ceilingPassed } from "../ceilings/queries";
import {
  columnsOf,
  decideDates,
  type EventInstants,
  instantsOf,
  roomOf,
  slugOf,
} from "../editing/rules";
import type { EditingRefusal, EventAddress, EventFields } from "../editing/schema";
import type { HeldEvent } from "../holds/commands";
import { settleQuestions } from "../questions/rules";
import { takeRoom } from "../rooms/commands";

export type NewEvent = {
  id: string;
  state: "draft" | "proposed" | "published";
  idempotencyKey?: string | undefined;
  seriesId?: string;
  at: Date;
};

/** A new event as it was written, the space held alone; published, it takes its room. Refuses as `createEvent`. */
export async function insertEvent(
  tx: Tx,
  actor: Actor,
  space: Space,
  fields: EventFields,
  { id, state, idempotencyKey, seriesId, at }: NewEvent,
): Promise<Result<EventAddress, EditingRefusal>> {
  const instants = instantsOf(fields, space.calendar.timeZone);
  const refused = await whyNotWritten(tx, space, fields, instants, null, at);
  if (refused) return refused;
  const slug = slugOf(fields.title, id);
  const room = state === "published" ? roomOf(fields, instants) : null;
  const taken = room ? await takeRoom(tx, actor, space, room, at) : ok(null);
  if (!taken.ok) return taken;
  await tx.event.create({
    data: {
      ...columnsOf(fields, instants),
      questions: settleQuestions(fields.questions, nothingAsked, freshQuestionId).questions,
      ...{ id, slug, state, spaceId: space.id, seriesId: seriesId ?? null },
      bookingId: taken.value,
      publishedAt: state === "published" ? at : null,
      createdAt: at,
      createdBy: personIdOf(actor),
      idempotencyKey: idempotencyKey ?? null,
    },
  });
  return ok({ id, slug, spaceSlug: space.slug });
}

/** What keeps these fields from being written, but for the room being had: every other EditingRefusal. */
export async function whyNotWritten(
  tx: Tx,
  space: Space,
  fields: EventFields,
  instants: EventInstants,
  event: HeldEvent | null,
  at: Date,
): Promise<Refused<EditingRefusal> | null> {
  const late = decideDates(fields, instants, event, at);
  if (late) return refuse(late);
  if (!(await isKnown(tx, fields))) return refuse("unknown_place");
  const { place, capacity } = fields;
  const wanted = { place, capacity, ...instants };
  const passed = await ceilingPassed(tx, space, wanted, event?.id ?? null, at);
  if (passed) return refuse("over_ceiling", passed);
  const registered = event ? await countRegistered(tx, event) : 0;
  const isShort = registered > 0 && capacity !== null && capacity < registered;
  return isShort ? refuse("fewer_than_registered", { registered }) : null;
}

/** The commune and the habilitation that the form chose are there. */
async function isKnown(tx: Tx, { place, habilitationId }: EventFields): Promise<boolean> {
  const insee = place.kind === "elsewhere" ? place.communeId : null;
  const commune = insee ? await tx.commune.count({ where: { insee } }) : 1;
  const where = { id: habilitationId ?? "" };
  return commune === 1 && (!habilitationId || (await tx.habilitation.count({ where })) === 1);
}

/** People with seats, or kept seats (`event_keeps_seats` counts the same). */
export async function countRegistered(
  tx: Tx,
  { spaceId, id: eventId }: { spaceId: string; id: string },
): Promise<number> {
  const { _sum } = await tx.eventRegistration.aggregate({
    where: { spaceId, eventId, state: { in: ["confirmed", "offered"] } },
    _sum: { quantity: true },
  });
  return _sum.quantity ?? 0;
}

const nothingAsked = { current: [], former: [], answered: new Set<string>() };

/** Of a new question; unlike any other of its event. */
export const freshQuestionId = () => newId().slice(-12);
