import { findTheirPerson } from "@/lib/bookings/look-ups/queries";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { listHiddenPeople } from "@/lib/members/blocks/queries";
import { noteChange } from "../changes/commands";
import type { EventAddress } from "../editing/schema";
import { holdEvent, noteInJournal } from "../holds/commands";
import { canDo } from "../policy";
import { askToLead } from "./askings/commands";
import {
  type AddSpeakerInput,
  mostSpeakers,
  type SpeakerInput,
  type SpeakerRefusal,
} from "./schema";

/**
 * Says who leads an event with its hosts: somebody by a name, or a member, who is asked by mail and until they
 * accept is shown nowhere and may do nothing. Asked once: whoever is named already, or declined, is not asked
 * again. Whoever names themselves has accepted. Refuses `unknown_person` (not of the space, nor named by their
 * address a moment ago; one of the two blocked the other) and `too_many_speakers`. Hosts, staff, and who
 * proposed it while it waits for an answer, by names alone.
 */
export async function addSpeaker(
  actor: Actor,
  { eventId, personId, proof, guestName, words }: AddSpeakerInput,
  at: Date = now(),
): Promise<Result<EventAddress, SpeakerRefusal>> {
  return inTransaction<EventAddress, SpeakerRefusal>(async (tx) => {
    const { space, event } = await holdEvent(tx, actor, "name", eventId, at);
    const { spaceId } = event;
    const address = { id: event.id, slug: event.slug, spaceSlug: space.slug };
    const person = personId ? await findNamed(tx, actor, { spaceId, personId, proof }, at) : null;
    if (personId && !person) return refuse("unknown_person");
    const known = await tx.eventSpeaker.findMany({ where: { spaceId, eventId } });
    if (person && known.some((speaker) => speaker.personId === person.id)) return ok(address);
    if (known.filter(isCounted).length >= mostSpeakers) return refuse("too_many_speakers");
    await tx.eventSpeaker.create({
      data: {
        ...{ id: newId(), spaceId, eventId, rank: nextRank(known) },
        ...saidOf(person, { guestName, words }),
        ...askedOf(actor, person, at),
      },
    });
    if (isSomebodyElse(actor, person)) await askToLead(tx, space, event, person);
    await noteChange(tx, actor, event, { verb: "edited", at });
    await noteInJournal(tx, actor, event, "event.edited");
    return ok(address);
  });
}

/** A member who may be asked, and who is not hidden from whoever asks; null for anybody else, as for nobody. */
async function findNamed(
  tx: Tx,
  actor: Actor,
  named: { spaceId: string; personId: string; proof: string | undefined },
  at: Date,
) {
  if (!canDo(actor, "create", named)) return null;
  const actorId = personIdOf(actor);
  const hidden = actorId ? await listHiddenPeople(actorId, tx) : [];
  return hidden.includes(named.personId) ? null : findTheirPerson(tx, actor, named, at);
}

function isSomebodyElse<Person extends { id: string }>(
  actor: Actor,
  person: Person | null,
): person is Person {
  return person !== null && person.id !== personIdOf(actor);
}

/** Whoever names themselves has answered; nobody asks a name. */
function askedOf(actor: Actor, person: { id: string } | null, at: Date) {
  if (!person) return {};
  const acceptedAt = isSomebodyElse(actor, person) ? null : at;
  return { askedAt: at, askedBy: personIdOf(actor), acceptedAt };
}

const isCounted = ({ declinedAt }: { declinedAt: Date | null }) => declinedAt === null;

const nextRank = (known: { rank: number }[]) => Math.max(-1, ...known.map(({ rank }) => rank)) + 1;

function saidOf(
  person: { id: string } | null,
  { guestName, words }: Pick<AddSpeakerInput, "guestName" | "words">,
) {
  return { personId: person?.id ?? null, name: guestName ?? null, words: words || null };
}

/**
 * Takes somebody off those who lead an event; twice is the same as once, and that somebody declined stays
 * known, so that they are not asked again. Whoever may name.
 */
export async function removeSpeaker(
  actor: Actor,
  { eventId, speakerId }: SpeakerInput,
  at: Date = now(),
): Promise<Result<EventAddress, never>> {
  return inTransaction<EventAddress, never>(async (tx) => {
    const { space, event } = await holdEvent(tx, actor, "name", eventId, at);
    const { spaceId } = event;
    const other = await tx.eventSpeaker.count({
      where: { spaceId, id: speakerId, eventId: { not: eventId } },
    });
    if (other > 0) throw new NotFound();
    const { count } = await tx.eventSpeaker.deleteMany({
      where: { spaceId, eventId, id: speakerId, declinedAt: null },
    });
    if (count > 0) {
      await noteChange(tx, actor, event, { verb: "edited", at });
      await noteInJournal(tx, actor, event, "event.edited");
    }
    return ok({ id: event.id, slug: event.slug, spaceSlug: space.slug });
  });
}
