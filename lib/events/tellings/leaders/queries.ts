import type { Tx } from "@/lib/infra/db";
import type { EventKey } from "../../locks/commands";
import type { Leader } from "../notices/commands";

const contact = {
  where: { erasedAt: null },
  select: { id: true, email: true, locale: true },
} as const;

/**
 * Members who lead an event and said yes to it, and whoever proposed it, each with the instant since when
 * it is theirs; those who are registered too are told as such, and left out. No check.
 */
export async function listLeaders(
  tx: Tx,
  { spaceId, id: eventId }: EventKey,
): Promise<(Leader & { since: Date })[]> {
  const of = { spaceId, eventId };
  const speakers = await tx.eventSpeaker.findMany({
    where: { ...of, personId: { not: null }, acceptedAt: { not: null } },
    select: { personId: true, acceptedAt: true },
  });
  const proposals = await tx.eventChange.findMany({
    where: { ...of, verb: "proposed", actorId: { not: null } },
    select: { actorId: true, at: true },
  });
  const since = new Map([
    ...speakers.map(({ personId, acceptedAt }) => [personId, acceptedAt] as const),
    ...proposals.map(({ actorId, at }) => [actorId, at] as const),
  ]);
  const ids = [...since.keys()].filter((id) => id !== null);
  const registrations = await tx.eventRegistration.findMany({
    where: { ...of, personId: { in: ids }, state: { in: ["confirmed", "waiting", "offered"] } },
    select: { personId: true },
  });
  const told = registrations.flatMap(({ personId }) => personId ?? []);
  const people = await tx.person.findMany({
    ...contact,
    where: { ...contact.where, id: { in: ids, notIn: told } },
  });
  return people.flatMap(({ email, ...person }) => {
    const from = since.get(person.id);
    return email && from ? [{ ...person, email, since: from }] : [];
  });
}
