import type { Actor } from "@/lib/core/actor";
import { personIdOf } from "@/lib/core/actor";
import { type Day, dayFromColumn } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { listHiddenPeople } from "@/lib/members/blocks/queries";
import { findEventFor } from "../addresses/queries";
import type { EventState } from "../schema";

/** Whoever is named to lead an event, as those who name them see it. */
export type NamedSpeaker = {
  id: string;
  personId: string | null;
  name: string;
  words: string | null;
  /** `named` = by a name alone: nobody is asked. */
  answer: "named" | "asked" | "accepted" | "declined";
};

/**
 * Who is named to lead an event, in order, with what each answered; nobody who is hidden from the actor.
 * NotFound for whoever may not name.
 */
export async function listNamed(
  actor: Actor,
  address: { slug: string; space: string },
): Promise<NamedSpeaker[]> {
  const { spaceId, id: eventId } = await findEventFor(db, actor, "name", address);
  const actorId = personIdOf(actor);
  const hidden = actorId ? await listHiddenPeople(actorId) : [];
  const rows = await db.eventSpeaker.findMany({
    where: { spaceId, eventId },
    include: { person: { select: { name: true } } },
    orderBy: [{ rank: "asc" }, { id: "asc" }],
  });
  return rows
    .filter(({ personId }) => !hidden.includes(personId ?? ""))
    .map(({ id, personId, words, ...row }) => ({
      ...{ id, personId, words, name: row.person?.name ?? row.name ?? "" },
      answer: answerOf(personId, row),
    }));
}

function answerOf(
  personId: string | null,
  { acceptedAt, declinedAt }: { acceptedAt: Date | null; declinedAt: Date | null },
): NamedSpeaker["answer"] {
  if (personId === null) return "named";
  if (acceptedAt) return "accepted";
  return declinedAt ? "declined" : "asked";
}

/** An event the actor is named to lead. */
export type OwnNaming = {
  speakerId: string;
  isAccepted: boolean;
  /** Of several dates: one answer may be for all. */
  isSeries: boolean;
  slug: string;
  title: string;
  summary: string;
  state: EventState;
  spaceName: string;
  day: Day;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
};

const mostNamings = 100;

/**
 * What the actor is asked to lead, to come and standing, the first first; then what they lead or led, the
 * last first. Nothing of what they declined.
 */
export async function listOwnNamings(
  actor: Actor,
  at: Date = now(),
): Promise<{ asked: OwnNaming[]; leads: OwnNaming[] }> {
  const personId = personIdOf(actor);
  if (!personId) return { asked: [], leads: [] };
  const rows = await db.eventSpeaker.findMany({
    where: { personId, declinedAt: null },
    select: {
      ...{ id: true, acceptedAt: true },
      event: {
        select: {
          ...{ slug: true, title: true, summary: true, state: true, seriesId: true },
          ...{ day: true, startsAt: true, endsAt: true },
          space: { select: { name: true, timeZone: true } },
        },
      },
    },
    orderBy: [{ event: { startsAt: "desc" } }, { id: "asc" }],
    take: mostNamings,
  });
  const namings = rows.map(({ id: speakerId, acceptedAt, event }): OwnNaming => {
    const { space, day, seriesId, ...said } = event;
    const where = { spaceName: space.name, timeZone: space.timeZone, day: dayFromColumn(day) };
    return {
      ...{ speakerId, isAccepted: acceptedAt !== null, isSeries: seriesId !== null },
      ...{ ...said, ...where },
    };
  });
  const standing: EventState[] = ["draft", "proposed", "published"];
  return {
    asked: namings
      .filter(({ isAccepted }) => !isAccepted)
      .filter(({ endsAt, state }) => endsAt > at && standing.includes(state))
      .reverse(),
    leads: namings.filter(({ isAccepted }) => isAccepted),
  };
}
