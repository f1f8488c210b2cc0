import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/locale";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { findEventFor } from "../../addresses/queries";
import { type EventKey, lockEvent } from "../../locks/commands";
import { decidedEvent } from "../../minimums/queries";
import { serveLine } from "../../offers/commands";
import { eventColumns, type Question } from "../../schema";
import type { NoticedEvent } from "../../tellings/notices/commands";
import { registrationWindow } from "../../windows/rules";
import { addRegistration, findSame, keyOf } from "../commands";
import { resize, whyNoSeats } from "../edits/commands";
import { endRegistration, findOther, isLive, revive } from "../endings/commands";
import { type Held, holdRegistration } from "../held/commands";
import { decideSeats, emailKey, problemsOf } from "../rules";
import type {
  HostedInput,
  HostedRefusal,
  Incomplete,
  RemoveInput,
  ResizeInput,
  RestoreInput,
  SeatsLeft,
  WindowRefusal,
} from "../schema";

/**
 * A host writes down somebody who asked in person or by telephone, before the event begins, registration
 * open or not; nothing asked is required. The same key again is the same registration. Seats are counted as
 * for anybody. Journalled. NotFound for whoever may not see its people.
 */
export async function registerSomebody(
  actor: Actor,
  { locale, ...input }: HostedInput & { locale: Locale },
  at: Date = now(),
): Promise<Result<Written, HostedRefusal>> {
  return inTransaction<Written, HostedRefusal>(async (tx) => {
    const hosted = await findHosted(tx, actor, input);
    const event = await decidedEvent(tx, await lockEvent(tx, hosted), at);
    const key = keyOf(input.key, input.email ?? input.name);
    const known = await findSame(tx, event, key);
    if (known) return ok({ state: known.state === "waiting" ? "waiting" : "confirmed" });
    const refusal = whyNotHosted(event, at);
    if (refusal) return refuse(refusal);
    const { questions } = eventColumns.pick({ questions: true }).parse(event);
    const problems = problemsOf({ ...event, questions }, input, true);
    if (problems.length > 0) return refuse("incomplete", { problems } satisfies Incomplete);
    return writeDown(tx, actor, event, { ...input, key, questions, locale }, at);
  });
}

type Written = { state: "confirmed" | "waiting" };

async function writeDown(
  tx: Tx,
  actor: Actor,
  event: NoticedEvent,
  input: HostedInput & { questions: readonly Question[]; locale: Locale },
  at: Date,
): Promise<Result<Written, HostedRefusal>> {
  const room = await serveLine(tx, event, at);
  const email = input.email ?? null;
  if (email && (await isRegistered(tx, event, email))) return refuse("already_registered");
  const state = decideSeats(input, room);
  if (state !== "confirmed" && state !== "waiting") {
    return refuse(state, { left: room.left } satisfies SeatsLeft);
  }
  const wish = { ...input, email, state, byHost: true };
  const { spaceId, id } = await addRegistration(tx, actor, event, wish, at);
  const after = { event: event.title, quantity: input.quantity, state };
  const action = "event_registration.added";
  await writeJournal(tx, { actor, action, spaceId, subjectId: id, after });
  return ok({ state });
}

/** The event at that address of that space, for whoever may read its people. */
async function findHosted(
  tx: Tx,
  actor: Actor,
  { space, event: slug }: { space: string; event: string },
): Promise<EventKey> {
  return findEventFor(tx, actor, "people", { slug, space });
}

/** Hosts do not wait for registration to open; an event that began has a door. */
function whyNotHosted(
  event: Parameters<typeof registrationWindow>[0],
  at: Date,
): WindowRefusal | null {
  const window = registrationWindow(event, at);
  return window === "open" || window === "not_yet" || window === "closed" ? null : window;
}

async function isRegistered(tx: Tx, { spaceId, id: eventId }: EventKey, email: string) {
  const live = { in: ["confirmed" as const, "waiting" as const, "offered" as const] };
  const where = { spaceId, eventId, emailKey: emailKey(email), state: live };
  return (await tx.eventRegistration.count({ where })) > 0;
}

/**
 * A host takes somebody off, and says why: told to them, journalled, the seats offered to who waits. Ended
 * already, it does nothing. Refuses `begun`: what happened is then noted at the door.
 */
export async function removeRegistration(
  actor: Actor,
  input: RemoveInput,
  at: Date = now(),
): Promise<Result<null, "begun">> {
  return inTransaction<null, "begun">(async (tx) => {
    const held = await holdHosted(tx, actor, input, at);
    if (!isLive(held)) return ok(null);
    if (at >= held.event.startsAt) return refuse("begun");
    const { spaceId, id, personId, quantity } = held.registration;
    await endRegistration(tx, actor, held, { reason: input.reason }, at);
    const before = { event: held.event.title, quantity };
    const after = { reason: input.reason };
    await writeJournal(tx, {
      ...{ actor, action: "event_registration.removed", spaceId, subjectId: personId ?? id },
      ...{ before, after },
    });
    return ok(null);
  });
}

/**
 * A host says how many people a registration is of, registration open or not: fewer, and who waits is offered
 * what they leave; more, as far as there are seats, or room in the line for whoever waits. Told to the person,
 * journalled; as many as before, nothing happens. Refuses `begun` and the like, `not_live` for what has ended,
 * `incomplete` above what one may bring, and for want of seats.
 */
export async function resizeRegistration(
  actor: Actor,
  input: ResizeInput,
  at: Date = now(),
): Promise<Result<null, HostedRefusal>> {
  return inTransaction<null, HostedRefusal>(async (tx) => {
    const held = await holdHosted(tx, actor, input, at);
    const refused = whyNotResized(held, input, at);
    if (refused) return refused;
    const { quantity, reason } = input;
    const { spaceId, id, personId, quantity: was } = held.registration;
    if (quantity === was) return ok(null);
    const byHost = { reason: reason || null };
    await resize(tx, held, { quantity, names: {}, byHost }, at);
    const event = held.event.title;
    await writeJournal(tx, {
      ...{ actor, action: "event_registration.resized", spaceId, subjectId: personId ?? id },
      ...{ before: { event, quantity: was }, after: { event, quantity } },
    });
    return ok(null);
  });
}

function whyNotResized(held: Held, { quantity }: ResizeInput, at: Date) {
  const refusal = whyNotHosted(held.event, at);
  if (refusal) return refuse(refusal);
  if (!isLive(held)) return refuse("not_live");
  const more = quantity - held.registration.quantity;
  if (more <= 0) return null;
  const most = held.event.mostPeople;
  if (quantity <= most) return whyNoSeats(held, more);
  const problems = [{ field: "quantity", problem: "atMost" as const, most }];
  return refuse("incomplete", { problems } satisfies Incomplete);
}

/**
 * A host takes back having taken somebody off: they have seats again as far as there are, else stand at the
 * end of the line where that is asked. Told to them, journalled; live already, nothing happens. Refuses `begun`
 * and the like, for want of seats, `already_registered` when they registered anew meanwhile, `not_removed`
 * for what ended otherwise: whoever gave their seats back comes back by themselves.
 */
export async function restoreRegistration(
  actor: Actor,
  input: RestoreInput,
  at: Date = now(),
): Promise<Result<null, HostedRefusal>> {
  return inTransaction<null, HostedRefusal>(async (tx) => {
    const held = await holdHosted(tx, actor, input, at);
    if (isLive(held)) return ok(null);
    const refusal = whyNotHosted(held.event, at) ?? (await whyNotRestored(tx, held));
    if (refusal) return refuse(refusal);
    const { spaceId, id, personId, quantity } = held.registration;
    const { mayWait } = input;
    const state = decideSeats({ quantity, mayWait }, held.room);
    if (state !== "confirmed" && state !== "waiting") {
      return refuse(state, { left: held.room.left } satisfies SeatsLeft);
    }
    await revive(tx, held, state, at);
    const after = { event: held.event.title, quantity, state };
    await writeJournal(tx, {
      ...{ actor, action: "event_registration.restored", spaceId, subjectId: personId ?? id },
      after,
    });
    return ok(null);
  });
}

async function whyNotRestored(tx: Tx, held: Held) {
  const { endReason, name } = held.registration;
  // Of somebody who left the network since, nobody is left to come.
  if (endReason === null || !name) return "not_removed" as const;
  return (await findOther(tx, held)) ? ("already_registered" as const) : null;
}

/** A registration of that event, held, for whoever may read its people; NotFound. */
async function holdHosted(
  tx: Tx,
  actor: Actor,
  input: { space: string; event: string; registrationId: string },
  at: Date,
): Promise<Held> {
  const { spaceId, id: eventId } = await findHosted(tx, actor, input);
  const held = await holdRegistration(tx, { spaceId, id: input.registrationId }, at);
  if (held.registration.eventId !== eventId) throw new NotFound();
  return held;
}
