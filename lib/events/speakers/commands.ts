import { findTheirPerson } from "@/lib/bookings/look-ups/queries";
import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction } from "@/lib/infra/db";
import { noteChange } from "../changes/commands";
import type { EventAddress } from "../editing/schema";
import { holdEvent, noteInJournal } from "../holds/commands";
import {
  type AddSpeakerInput,
  mostSpeakers,
  type SpeakerInput,
  type SpeakerRefusal,
} from "./schema";

/**
 * Says who leads an event with its hosts: somebody by a name, or a member, who may then change it. A member
 * is said once. Refuses `unknown_person` (not of the space, nor named by their address a moment ago) and
 * `too_many_speakers`. Whoever may change the event.
 */
export async function addSpeaker(
  actor: Actor,
  { eventId, personId, proof, guestName, words }: AddSpeakerInput,
  at: Date = now(),
): Promise<Result<EventAddress, SpeakerRefusal>> {
  return inTransaction<EventAddress, SpeakerRefusal>(async (tx) => {
    const { space, event } = await holdEvent(tx, actor, "edit", eventId, at);
    const { spaceId } = event;
    const address = { id: event.id, slug: event.slug, spaceSlug: space.slug };
    const named = personId ? { spaceId, personId, proof } : null;
    const person = named && (await findTheirPerson(tx, actor, named, at));
    if (personId && !person) return refuse("unknown_person");
    const known = await tx.eventSpeaker.findMany({ where: { spaceId, eventId } });
    if (person && known.some((speaker) => speaker.personId === person.id)) return ok(address);
    if (known.length >= mostSpeakers) return refuse("too_many_speakers");
    await tx.eventSpeaker.create({
      data: {
        ...{ id: newId(), spaceId, eventId, rank: nextRank(known) },
        ...saidOf(person, { guestName, words }),
      },
    });
    await noteChange(tx, actor, event, { verb: "edited", at });
    await noteInJournal(tx, actor, event, "event.edited");
    return ok(address);
  });
}

const nextRank = (known: { rank: number }[]) => Math.max(-1, ...known.map(({ rank }) => rank)) + 1;

function saidOf(
  person: { id: string } | null,
  { guestName, words }: Pick<AddSpeakerInput, "guestName" | "words">,
) {
  return { personId: person?.id ?? null, name: guestName ?? null, words: words || null };
}

/** Takes somebody off those who lead an event; twice is the same as once. Whoever may change the event. */
export async function removeSpeaker(
  actor: Actor,
  { eventId, speakerId }: SpeakerInput,
  at: Date = now(),
): Promise<Result<EventAddress, never>> {
  return inTransaction<EventAddress, never>(async (tx) => {
    const { space, event } = await holdEvent(tx, actor, "edit", eventId, at);
    const { spaceId } = event;
    const other = await tx.eventSpeaker.count({
      where: { spaceId, id: speakerId, eventId: { not: eventId } },
    });
    if (other > 0) throw new NotFound();
    const { count } = await tx.eventSpeaker.deleteMany({
      where: { spaceId, eventId, id: speakerId },
    });
    if (count > 0) {
      await noteChange(tx, actor, event, { verb: "edited", at });
      await noteInJournal(tx, actor, event, "event.edited");
    }
    return ok({ id: event.id, slug: event.slug, spaceSlug: space.slug });
  });
}
