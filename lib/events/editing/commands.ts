import { type Actor, personIdOf } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Prisma, type Tx } from "@/lib/infra/db";
import type { Space } from "@/lib/spaces/queries";
import { noteChange } from "../changes/commands";
import { type HeldEvent, holdEvent, holdSpaceToCreate, noteInJournal } from "../holds/commands";
import { freshQuestionId, insertEvent, whyNotWritten } from "../insertions/commands";
import { lockEvent } from "../locks/commands";
import { serveLine } from "../offers/commands";
import { canDo } from "../policy";
import { listAnswered } from "../questions/queries";
import { settleQuestions } from "../questions/rules";
import { settleRoom } from "../rooms/commands";
import { withFreeRooms } from "../rooms/queries";
import { eventColumns, formerQuestionsColumn, isTurnedDown } from "../schema";
import { changedOf, columnsOf, instantsOf, roomOf, type Told } from "./rules";
import type {
  CreateEventInput,
  EditEventInput,
  EditingRefusal,
  EventAddress,
  EventFields,
} from "./schema";

type Outcome = Result<EventAddress, EditingRefusal>;

/**
 * Writes a new event of a space, kept among hosts or shown at once; shown and in a room, it books the room.
 * The same key answers with the same event. Refuses every EditingRefusal, with free places near when it is
 * the room. Hosts of the space and staff.
 */
export async function createEvent(
  actor: Actor,
  input: CreateEventInput,
  at: Date = now(),
): Promise<Outcome> {
  const result = await inTransaction<EventAddress, EditingRefusal>((tx) =>
    createIn(tx, actor, input, at),
  );
  return result.ok ? result : withFreeRooms(result, input.slug, input.fields, at);
}

async function createIn(
  tx: Tx,
  actor: Actor,
  { slug: spaceSlug, publishes, fields, idempotencyKey }: CreateEventInput,
  at: Date,
): Promise<Outcome> {
  const space = await holdSpaceToCreate(tx, actor, spaceSlug, at);
  const again = await findByKey(tx, actor, space, idempotencyKey);
  if (again) return again;
  const id = newId();
  const state = publishes ? "published" : "draft";
  const written = await insertEvent(tx, actor, space, fields, { id, state, idempotencyKey, at });
  if (!written.ok) return written;
  await noteChange(tx, actor, { spaceId: space.id, id }, { verb: "created", at });
  return written;
}

async function findByKey(
  tx: Tx,
  actor: Actor,
  space: Space,
  idempotencyKey: string | undefined,
): Promise<Outcome | null> {
  if (!idempotencyKey) return null;
  const again = await tx.event.findFirst({
    where: { spaceId: space.id, createdBy: personIdOf(actor), idempotencyKey },
    select: { id: true, slug: true },
  });
  return again && ok({ ...again, spaceSlug: space.slug });
}

/**
 * Says anew everything of an event to come. What registered people should know is noted with what was
 * before, and told once; its room moves, is taken or given back with it. One that is cancelled is written
 * without a room, told when it opens again. Refuses every EditingRefusal,
 * with free places near when it is the room. Hosts, staff, and members among its speakers; the
 * habilitation it gives stays as it is for these last.
 */
export async function editEvent(
  actor: Actor,
  input: EditEventInput,
  at: Date = now(),
): Promise<Result<EventAddress & { isChanged: boolean }, EditingRefusal>> {
  let spaceSlug = "";
  const result = await inTransaction<EventAddress & { isChanged: boolean }, EditingRefusal>(
    async (tx) => {
      const held = await holdEvent(tx, actor, "edit", input.eventId, at);
      spaceSlug = held.space.slug;
      // Offers that have ended hold no seat any more: fewer may be enough.
      await serveLine(tx, held.event, at);
      const edited = await editIn(tx, actor, held.space, held.event, input, at);
      // More seats, another hour: whoever waits is served at once.
      if (edited.ok) await serveLine(tx, await lockEvent(tx, held.event), at);
      return edited;
    },
  );
  return result.ok ? result : withFreeRooms(result, spaceSlug, input.fields, at);
}

async function editIn(
  tx: Tx,
  actor: Actor,
  space: Space,
  event: HeldEvent,
  { fields: said, mark }: EditEventInput,
  at: Date,
): Promise<Result<EventAddress & { isChanged: boolean }, EditingRefusal>> {
  const { id, slug, spaceId, state } = event;
  const address = { id, slug, spaceSlug: space.slug };
  if (isTurnedDown(state) || event.endsAt <= at) return refuse("event_ended");
  const fields = fieldsBy(actor, event, said);
  const instants = instantsOf(fields, space.calendar.timeZone);
  const columns = { ...columnsOf(fields, instants), ...(await questionsOf(tx, event, fields)) };
  if (isAsItWas(event, columns)) return ok({ ...address, isChanged: false });
  if (mark && mark !== (await lastChangeOf(tx, event))) return refuse("changed_since");
  const refused = await whyNotWritten(tx, space, fields, instants, event, at);
  if (refused) return refused;
  const before = changedOf(toldOf(event), columns);
  const tells = state === "published" && before !== null;
  const room = state === "published" ? roomOf(fields, instants) : null;
  // Written anew while it is cancelled, its former room has nothing to give back to it.
  const noRoom = room ? {} : { bookingId: null };
  await tx.event.update({
    where: { spaceId_id: { spaceId, id } },
    data: { ...columns, ...noRoom, ...(tells ? { sequence: { increment: 1 } } : {}) },
  });
  const settled = await settleRoom(tx, actor, space, event, room, at);
  if (!settled.ok) return settled;
  const told = before ? { before: before as Prisma.InputJsonObject } : {};
  await noteChange(tx, actor, { spaceId, id }, { verb: "edited", at, tells, ...told });
  await noteInJournal(tx, actor, event, "event.edited");
  return ok({ ...address, isChanged: true });
}

/** What it gives to whoever comes opens a workshop: only those who make events of the space say it. */
function fieldsBy(actor: Actor, event: HeldEvent, said: EventFields): EventFields {
  if (canDo(actor, "create", event)) return said;
  return { ...said, habilitationId: event.habilitationId };
}

/** The line of its history that was written last, shown with the form. */
export async function lastChangeOf(
  tx: Tx,
  { spaceId, id: eventId }: { spaceId: string; id: string },
): Promise<string | null> {
  const last = await tx.eventChange.findFirst({
    where: { spaceId, eventId },
    select: { id: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return last?.id ?? null;
}

/** Whoever answered did so to the words of then (`settleQuestions`). */
async function questionsOf(tx: Tx, event: HeldEvent, { questions }: EventFields) {
  const before = {
    current: eventColumns.shape.questions.parse(event.questions),
    former: formerQuestionsColumn.parse(event.formerQuestions),
    answered: await listAnswered(tx, event),
  };
  return settleQuestions(questions, before, freshQuestionId);
}

type Columns = ReturnType<typeof columnsOf> & {
  questions: Prisma.InputJsonArray;
  formerQuestions: Prisma.InputJsonArray;
};

function toldOf(event: HeldEvent): Told {
  return { ...event, ...eventColumns.pick({ prices: true }).parse(event) };
}

function isAsItWas(event: HeldEvent, columns: Columns): boolean {
  const formerQuestions = formerQuestionsColumn.parse(event.formerQuestions);
  const before = { ...event, ...eventColumns.parse(event), formerQuestions };
  const names = Object.keys(columns) as (keyof Columns)[];
  return names.every((name) => JSON.stringify(before[name]) === JSON.stringify(columns[name]));
}
