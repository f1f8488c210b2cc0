import { createHash } from "node:crypto";
import { shownOf } from "@/lib/bookings/company/rules";
import type { ShownChoice } from "@/lib/bookings/company/schema";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import type { Locale } from "@/lib/core/locale";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, Prisma, type Tx } from "@/lib/infra/db";
import { type RateLimit, secondsToWait } from "@/lib/infra/rate-limit";
import { type EventKey, lockEvent } from "../locks/commands";
import { decidedEvent } from "../minimums/queries";
import { serveLine } from "../offers/commands";
import { eventColumns, type Question } from "../schema";
import { type NoticedEvent, tellSomeRegistered } from "../tellings/notices/commands";
import { registrationWindow } from "../windows/rules";
import { registrationToken } from "./links/queries";
import { answersKept, decideSeats, emailKey, peopleOf, problemsOf } from "./rules";
import type { Incomplete, RegisterInput, RegisterRefusal, SeatsLeft } from "./schema";

/** A village hall's one line, not a machine that fills the room. */
const perNetwork: RateLimit = {
  name: "event-registration",
  times: 30,
  seconds: 3_600,
  forgets: "daily",
};
/** Of all who have no account: a valley of 14 500 people never registers so many in ten minutes. */
const ofEverybody: RateLimit = { name: "event-registrations", times: 300, seconds: 600 };
/** Nobody's mailbox is filled by somebody else: so many mails a day that say it is registered already. */
const againPerMailbox: RateLimit = { name: "event-again-mail", times: 3, seconds: 86_400 };

export type Registered = {
  state: "confirmed" | "waiting" | "offered";
  /** For whoever is signed in; a visitor has it by mail, at the address they gave. */
  token: string | null;
};

type Asking = RegisterInput & { locale: Locale; network: string };

/**
 * Registers somebody and those they bring, with seats for all or, where they would rather wait, in the
 * line; they are told by mail. The same key again is the same registration. A mailbox has one registration
 * an event: whoever is signed in is told so, a visitor reads what a new one would, and the mailbox has its
 * mail again, so that nobody learns who is registered. Refuses by the window, for want of seats (`left`
 * says how many there are), `incomplete` with the fields, `too_often` and `trap` for machines.
 */
export async function registerForEvent(
  actor: Actor,
  input: Asking,
  at: Date = now(),
): Promise<Result<Registered, RegisterRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  if (input.website) return refuse("trap");
  if (actor.kind === "anonymous" && !(await isWithinLimits(input.network))) {
    return refuse("too_often");
  }
  const key = await findEventKey(input.event);
  const wish = { ...input, ...whoAsks(actor, input) };
  return inTransaction((tx) => register(tx, actor, key, wish, at));
}

/** The event at that address, whoever may register for it: published, or cancelled and once shown. */
async function findEventKey(slug: string): Promise<EventKey> {
  const row = await db.event.findFirst({
    where: { slug, publishedAt: { not: null }, state: { in: ["published", "cancelled"] } },
    select: { spaceId: true, id: true },
  });
  if (!row) throw new NotFound();
  return row;
}

async function isWithinLimits(network: string): Promise<boolean> {
  if ((await secondsToWait(perNetwork, network)) !== null) return false;
  return (await secondsToWait(ofEverybody, "everybody")) === null;
}

/** Whoever is signed in is who they are, under the name they give for the day. */
function whoAsks(actor: Actor, { name, email }: RegisterInput) {
  if (actor.kind !== "person") return { name, email: email ?? null };
  return { name: name ?? actor.name ?? undefined, email: actor.email };
}

type Wished = Omit<Asking, "name" | "email"> & { name: string | undefined; email: string | null };

async function register(
  tx: Tx,
  actor: Actor,
  key: EventKey,
  wish: Wished,
  at: Date,
): Promise<Result<Registered, RegisterRefusal>> {
  const event = await decidedEvent(tx, await lockEvent(tx, key), at);
  await holdWhoAsks(tx, actor);
  const ownKey = keyOf(wish.key, personIdOf(actor) ?? wish.email ?? "");
  const same = await findSame(tx, event, ownKey);
  if (same) return ok(answerTo(actor, same));
  const window = registrationWindow(event, at);
  if (window !== "open") return refuse(window);
  const { questions } = eventColumns.pick({ questions: true }).parse(event);
  const problems = [...whoProblems(actor, wish), ...problemsOf({ ...event, questions }, wish)];
  if (problems.length > 0) return refuse("incomplete", { problems } satisfies Incomplete);
  const room = await serveLine(tx, event, at);
  const state = decideSeats(wish, room);
  const known = await findKnown(tx, actor, event, wish.email);
  if (known && actor.kind === "person") {
    return refuse("already_registered", { token: registrationToken(known) });
  }
  if (state !== "confirmed" && state !== "waiting") {
    return refuse(state, { left: Math.min(room.left, event.mostPeople) } satisfies SeatsLeft);
  }
  if (known) {
    await tellAgain(tx, event, known, at);
    return ok({ state, token: null });
  }
  const written = { ...wish, key: ownKey, questions, state };
  const made = await addRegistration(tx, actor, event, written, at);
  return ok(answerTo(actor, { ...made, state }));
}

/**
 * Whoever asks is kept as they are until it is written: an erasure under way is waited for, and of somebody
 * erased nothing is written any more. NotFound.
 */
async function holdWhoAsks(tx: Tx, actor: Actor): Promise<void> {
  const personId = personIdOf(actor);
  if (!personId) return;
  const [person] = await tx.$queryRaw<{ isErased: boolean }[]>(Prisma.sql`
    SELECT erased_at IS NOT NULL AS "isErased" FROM persons WHERE id = ${personId}::uuid FOR SHARE`);
  if (!person || person.isErased) throw new NotFound();
}

/**
 * The key of a form for whoever it is about: the form that the way back shows again, filled for somebody
 * else, is another registration.
 */
export function keyOf(key: string, whom: string): string {
  const hash = createHash("sha256").update(`${key} ${whom.toLowerCase()}`).digest("hex");
  return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** A visitor says their name and where to write to; whoever is signed in has a mail address. */
function whoProblems(actor: Actor, { name, email }: Wished) {
  const problem = "required" as const;
  return [
    ...(name ? [] : [{ field: "name", problem }]),
    ...(email || actor.kind === "person" ? [] : [{ field: "email", problem }]),
  ];
}

function answerTo(actor: Actor, made: { spaceId: string; id: string; state: Registered["state"] }) {
  return { state: made.state, token: actor.kind === "person" ? registrationToken(made) : null };
}

const live = ["confirmed", "waiting", "offered"] as const;

/**
 * What the first click of the same form made, the event held by the caller. Ended since, it answers for
 * nothing: its key is free, and whoever sends the form again registers anew.
 */
export async function findSame(
  tx: Tx,
  { spaceId, id: eventId }: EventKey,
  idempotencyKey: string,
): Promise<{ spaceId: string; id: string; state: Registered["state"] } | null> {
  const row = await tx.eventRegistration.findFirst({
    where: { spaceId, eventId, idempotencyKey },
    select: { spaceId: true, id: true, state: true },
  });
  if (!row) return null;
  const state = live.find((one) => one === row.state);
  if (state) return { ...row, state };
  await tx.eventRegistration.update({
    where: { spaceId_id: { spaceId, id: row.id } },
    data: { idempotencyKey: null },
  });
  return null;
}

/** The live registration of that mailbox, or of that person. */
async function findKnown(
  tx: Tx,
  actor: Actor,
  { spaceId, id: eventId }: EventKey,
  email: string | null,
) {
  const personId = personIdOf(actor);
  const mailbox = email ? [{ emailKey: emailKey(email) }] : [];
  return tx.eventRegistration.findFirst({
    where: {
      ...{ spaceId, eventId, state: { in: [...live] } },
      OR: [...mailbox, ...(personId ? [{ personId }] : [])],
    },
    select: { spaceId: true, id: true, state: true, emailKey: true },
  });
}

async function tellAgain(
  tx: Tx,
  event: NoticedEvent,
  known: { id: string; state: string; emailKey: string | null },
  at: Date,
): Promise<void> {
  if ((await secondsToWait(againPerMailbox, known.emailKey ?? known.id)) !== null) return;
  const kinds = { waiting: "event-waiting", offered: "event-offered" } as const;
  const kind = known.state === "confirmed" ? "event-registered" : kinds[waitingOf(known.state)];
  await tellSomeRegistered(tx, kind, event, { ids: [known.id], again: true }, at);
}

function waitingOf(state: string): "waiting" | "offered" {
  return state === "offered" ? "offered" : "waiting";
}

type NewRegistration = {
  name: string | undefined;
  email: string | null;
  locale: string;
  quantity: number;
  names: Readonly<Record<number, string>>;
  answers: Readonly<Record<string, string>>;
  questions: readonly Question[];
  state: "confirmed" | "waiting";
  key: string;
  shown?: ShownChoice | undefined;
  /** A host writes down somebody else. */
  byHost?: boolean;
};

/**
 * Writes a registration and its people, the event held and its line settled by the caller, and tells its
 * mailbox. For `registerForEvent` and `registerSomebody` alone.
 */
export async function addRegistration(
  tx: Tx,
  actor: Actor,
  event: NoticedEvent,
  wish: NewRegistration,
  at: Date,
): Promise<{ spaceId: string; id: string }> {
  const { spaceId, id: eventId, asksNames } = event;
  const { email, locale, quantity, questions, state, byHost = false } = wish;
  const [id, name] = [newId(), wish.name ?? ""];
  const key = { spaceId, id };
  const mailbox = email ? emailKey(email) : null;
  await tx.eventRegistration.create({
    data: {
      ...{ ...key, eventId, name, email, locale, quantity, state },
      personId: byHost ? null : personIdOf(actor),
      emailKey: mailbox,
      sequence: await nextSequence(tx, event, mailbox),
      answers: answersKept(questions, wish.answers),
      shownToMembers: shownOf(wish.shown),
      source: byHost ? "host" : "self",
      idempotencyKey: wish.key,
      createdAt: at,
      createdBy: personIdOf(actor),
    },
    select: { id: true },
  });
  await tx.eventAttendee.createMany({
    data: peopleOf(name, { ...wish, asksNames }).map((person) => ({
      ...{ ...person, id: newId(), spaceId, eventId, registrationId: id, createdAt: at },
    })),
  });
  const kind = state === "confirmed" ? "event-registered" : "event-waiting";
  await tellSomeRegistered(tx, kind, event, { ids: [id] }, at);
  return key;
}

/** After what that mailbox was sent of an earlier registration: calendars heed nothing older than what they have. */
async function nextSequence(
  tx: Tx,
  { spaceId, id: eventId }: EventKey,
  mailbox: string | null,
): Promise<number> {
  if (mailbox === null) return 0;
  const { _max } = await tx.eventRegistration.aggregate({
    where: { spaceId, eventId, emailKey: mailbox },
    _max: { sequence: true },
  });
  return _max.sequence === null ? 0 : _max.sequence + 1;
}
