import { type Actor, personIdOf } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { db, inTransaction } from "@/lib/infra/db";
import { secondsToWait } from "@/lib/infra/rate-limit";
import { listHiddenPeople } from "@/lib/members/blocks/queries";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { canRunDay } from "../policy";
import { listPeopleForWalkIn } from "../walk-ins/queries";
import { peopleOfSpace, proofOf } from "./queries";
import type { LookUpRefusal, PeopleFound } from "./schema";

/** Whole addresses one host may try in an hour: enough for a morning, too few to try a list out. */
const lookUps = { name: "person-looked-up", times: 20, seconds: 3600 };

/**
 * Whom a host means by some letters of a name (the people of the space, listPeopleForWalkIn) or by a whole
 * address: then anybody, whose name is not told before they are of the space; each such look-up is
 * journalled. Nobody one does not see, unless they are of the space. NotFound for whoever does not run it.
 * Refuses `too_many_look_ups`.
 */
export async function lookUpPeople(
  actor: Actor,
  { slug, text }: { slug: string; text: string },
  at: Date = now(),
): Promise<Result<PeopleFound, LookUpRefusal>> {
  const wanted = text.trim();
  if (!wanted.includes("@")) {
    return ok({ people: await listPeopleForWalkIn(actor, slug, wanted), proof: null });
  }
  const { id: spaceId } = await getSpaceBySlug(slug);
  if (!canRunDay(actor, spaceId)) throw new NotFound();
  const actorId = personIdOf(actor) ?? "";
  if ((await secondsToWait(lookUps, actorId)) !== null) return refuse("too_many_look_ups");
  const email = wanted.toLowerCase();
  const known = await db.person.findFirst({ where: { ...peopleOfSpace(spaceId), email } });
  if (known) return ok({ people: [{ id: known.id, name: known.name ?? "" }], proof: null });
  return inTransaction<PeopleFound, LookUpRefusal>(async (tx) => {
    const id = { notIn: actorId ? await listHiddenPeople(actorId, tx) : [] };
    const person = await tx.person.findFirst({
      where: { id, email, erasedAt: null },
      select: { id: true },
    });
    if (!person) return ok({ people: [], proof: null });
    const proof = proofOf(actor, { spaceId, personId: person.id }, at);
    const line = { actor, action: "person.looked_up", spaceId };
    await writeJournal(tx, { ...line, subjectId: person.id });
    return ok({ people: [{ id: person.id, name: wanted }], proof });
  });
}
