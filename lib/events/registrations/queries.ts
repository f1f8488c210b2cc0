import { type Actor, personIdOf } from "@/lib/core/actor";
import { type Day, dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, type Prisma } from "@/lib/infra/db";
import { findEventFor } from "../addresses/queries";
import { listBelowMinimum, minimumSelect } from "../minimums/queries";
import { type EventView, getEvent } from "../queries";
import { eventColumns, formerQuestionsColumn, type Question } from "../schema";
import { wasHeld } from "../windows/rules";
import { readRegistrationToken, registrationToken } from "./links/queries";
import { emailKey, stateAt } from "./rules";
import type { RegistrationState } from "./schema";

/** A registration as whoever holds its link sees it. */
export type RegistrationView = {
  token: string;
  /** As of that instant: an offer that has ended is lapsed, whatever the row still says. */
  state: RegistrationState;
  quantity: number;
  offerUntil: Date | null;
  /** By position: 0 is whoever registered; no name where none was asked. */
  people: { position: number; name: string | null }[];
  /** Registrations before it in the line; null when it does not wait. */
  ahead: number | null;
  /** Said by the hosts who took it off. */
  endReason: string | null;
  /** Where it takes place online, for whoever has seats. */
  onlineUrl: string | null;
  /** It had seats at an event that has taken place: nothing is kept for anybody any more. */
  isOver: boolean;
  /** Over, and whoever registered was ticked: there is a certificate. */
  hasCertificate: boolean;
  event: EventView;
};

/** By the link of its mails. NotFound for a link we did not write. */
export async function getRegistration(
  actor: Actor,
  token: string,
  at: Date = now(),
): Promise<RegistrationView> {
  const { spaceId, id } = readRegistrationToken(token);
  const row = await db.eventRegistration.findUnique({
    where: { spaceId_id: { spaceId, id } },
    include: {
      event: {
        select: { slug: true, onlineUrl: true, state: true, startsAt: true, endsAt: true },
      },
      attendees: {
        where: { withdrawnAt: null },
        select: { position: true, name: true, presentAt: true },
        orderBy: { position: "asc" },
      },
    },
  });
  if (!row) throw new NotFound();
  const { rank, eventId } = row;
  const line = { spaceId, eventId, state: "waiting" as const, rank: { lt: rank } };
  const state = stateAt(row, row.event, at);
  const isHeld = wasHeld(row.event, at);
  const first = row.attendees.find(({ position }) => position === 0);
  return {
    ...{ token, state, quantity: row.quantity, offerUntil: row.offerUntil },
    people: row.attendees.map(({ position, name }) => ({ position, name })),
    ahead: state === "waiting" ? await db.eventRegistration.count({ where: line }) : null,
    endReason: row.endReason,
    onlineUrl: state === "confirmed" ? row.event.onlineUrl : null,
    isOver: isHeld && state === "confirmed",
    hasCertificate: isHeld && Boolean(first?.presentAt && (first.name ?? row.name)),
    event: await getEvent(actor, row.event.slug, at),
  };
}

const live = { in: ["confirmed" as const, "waiting" as const, "offered" as const] };

/** Registrations that are the actor's: made signed in, or with the address of their account. */
function ofActor(actor: Actor): Prisma.EventRegistrationWhereInput | null {
  const personId = personIdOf(actor);
  if (actor.kind !== "person" || !personId) return null;
  const mailbox = actor.email
    ? [{ personId: null, source: "self" as const, emailKey: emailKey(actor.email) }]
    : [];
  return { OR: [{ personId }, ...mailbox] };
}

export type OwnRegistration = { token: string; state: RegistrationState; quantity: number };

/** The actor's own live registration for that event; null for a visitor and for whoever has none. */
export async function findOwnRegistration(
  actor: Actor,
  event: { id: string; startsAt: Date },
  at: Date = now(),
): Promise<OwnRegistration | null> {
  const own = ofActor(actor);
  if (!own) return null;
  const row = await db.eventRegistration.findFirst({
    where: { AND: [own, { eventId: event.id, state: live }] },
    select: { spaceId: true, id: true, state: true, quantity: true, offerUntil: true },
  });
  if (!row) return null;
  const state = stateAt(row, event, at);
  return state === "lapsed"
    ? null
    : { token: registrationToken(row), state, quantity: row.quantity };
}

export type OwnEvent = OwnRegistration & {
  slug: string;
  title: string;
  spaceName: string;
  day: Day;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  isCancelled: boolean;
};

/** Events to come for which the actor is registered, waits or is offered seats; the first first. */
export async function listOwnEvents(actor: Actor, at: Date = now()): Promise<OwnEvent[]> {
  const own = ofActor(actor);
  if (!own) return [];
  const rows = await db.eventRegistration.findMany({
    where: { AND: [own, { state: live, event: { endsAt: { gt: at } } }] },
    select: {
      ...{ spaceId: true, id: true, state: true, quantity: true, offerUntil: true },
      event: {
        select: {
          ...minimumSelect,
          ...{ slug: true, title: true, day: true, endsAt: true },
          space: { select: { name: true, timeZone: true } },
        },
      },
    },
    orderBy: [{ event: { startsAt: "asc" } }, { id: "asc" }],
  });
  const short = await listBelowMinimum(
    rows.map(({ event }) => event),
    at,
  );
  return rows.flatMap(({ event, quantity, ...row }) => {
    const { space, state: shown, day, slug, title, startsAt, endsAt } = event;
    const state = stateAt(row, event, at);
    if (state === "lapsed") return [];
    const whose = { token: registrationToken(row), state, quantity };
    const where = { spaceName: space.name, timeZone: space.timeZone, day: dayFromColumn(day) };
    const isCancelled = shown === "cancelled" || short.includes(event.id);
    return [{ ...whose, ...where, slug, title, startsAt, endsAt, isCancelled }];
  });
}

/** Somebody registered as hosts see them. */
export type HostedRegistration = {
  id: string;
  personId: string | null;
  name: string;
  email: string | null;
  quantity: number;
  state: RegistrationState;
  /** Of those they bring, where names were asked. */
  names: string[];
  answers: Record<string, string>;
  createdAt: Date;
  offerUntil: Date | null;
  byHost: boolean;
  endReason: string | null;
};

export type HostedRegistrations = {
  event: EventView;
  /** Those asked now, then those worded otherwise since, as long as there are answers to them. */
  questions: (Question & { isFormer: boolean })[];
  rows: HostedRegistration[];
};

/**
 * Everybody registered for an event, then the line in its order, then who has left; for its hosts and
 * whoever leads it. NotFound for everybody else.
 */
export async function listRegistrations(
  actor: Actor,
  { space, event: slug }: { space: string; event: string },
  at: Date = now(),
): Promise<HostedRegistrations> {
  const key = await findEventFor(db, actor, "people", { slug, space });
  const found = await db.event.findUniqueOrThrow({
    where: { spaceId_id: key },
    select: { startsAt: true, questions: true, formerQuestions: true },
  });
  const rows = await db.eventRegistration.findMany({
    where: { spaceId: key.spaceId, eventId: key.id, source: { not: "walk_in" } },
    include: {
      attendees: {
        where: { withdrawnAt: null, position: { gt: 0 } },
        select: { name: true },
        orderBy: { position: "asc" },
      },
    },
    orderBy: { rank: "asc" },
  });
  const { questions } = eventColumns.pick({ questions: true }).parse(found);
  const former = formerQuestionsColumn.parse(found.formerQuestions);
  const order: RegistrationState[] = ["confirmed", "offered", "waiting", "lapsed", "cancelled"];
  const views = rows.map((row) => ({
    ...{ id: row.id, personId: row.personId, name: row.name, email: row.email },
    ...{ quantity: row.quantity, createdAt: row.createdAt, offerUntil: row.offerUntil },
    state: stateAt(row, found, at),
    names: row.attendees.flatMap(({ name }) => name ?? []),
    answers: readAnswers(row.answers),
    byHost: row.source === "host",
    endReason: row.endReason,
  }));
  return {
    event: await getEvent(actor, slug, at),
    questions: [
      ...questions.map((question) => ({ ...question, isFormer: false })),
      ...former
        .filter(({ id }) => views.some(({ answers }) => answers[id]))
        .map((question) => ({ ...question, isFormer: true })),
    ],
    rows: views.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)),
  };
}

function readAnswers(column: Prisma.JsonValue): Record<string, string> {
  if (typeof column !== "object" || column === null || Array.isArray(column)) return {};
  return Object.fromEntries(
    Object.entries(column).flatMap(([id, value]) =>
      typeof value === "string" ? [[id, value] as const] : [],
    ),
  );
}
