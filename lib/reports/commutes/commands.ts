import type { Actor } from "@/lib/core/actor";
import { Unauthenticated } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { residenceOf } from "@/lib/members/residences/rules";
import { decideCommute } from "./rules";
import type { CommuteInput, CommuteRefusal } from "./schema";

/**
 * Gives where and how one goes to work, with one's agreement that it be summed with others' (GDPR, article
 * 6.1.a); what was given before is replaced. Refuses `not_teleworker`, `no_home`, `not_agreed`,
 * `unknown_commune` and `ambiguous_commune` (with the names it may be), `unknown_space`, and kilometres to a
 * space without the space or the other way round.
 */
export async function saveCommute(
  actor: Actor,
  input: CommuteInput,
  at: Date = now(),
): Promise<Result<null, CommuteRefusal>> {
  if (actor.kind !== "person") throw new Unauthenticated();
  const { personId } = actor;
  return inTransaction(async (tx) => {
    const profile = await tx.profile.findUnique({
      where: { personId },
      select: { situation: true, communeId: true },
    });
    const refusal = decideCommute(profile ?? { situation: null, communeId: null }, input);
    if (refusal) return refuse(refusal);
    const workplace = await readWorkplace(tx, input.workplace);
    if (!workplace.ok) return workplace;
    const { mode, kmToWork = null, space: spaceId = null, kmToSpace = null } = input;
    if (spaceId !== null && (await tx.space.count({ where: { id: spaceId } })) === 0) {
      return refuse("unknown_space");
    }
    const workplaceId = workplace.value;
    const data = { workplaceId, mode, kmToWork, spaceId, kmToSpace, agreedAt: at };
    await tx.commute.upsert({ where: { personId }, create: { personId, ...data }, update: data });
    return ok(null);
  });
}

/** Takes the agreement back: what was given is deleted, and no report made from then on counts it. Twice is once. */
export async function withdrawCommute(actor: Actor): Promise<Result<null, never>> {
  if (actor.kind !== "person") throw new Unauthenticated();
  await db.commute.deleteMany({ where: { personId: actor.personId } });
  return ok(null);
}

async function readWorkplace(tx: Tx, typed: string): Promise<Result<string, CommuteRefusal>> {
  const communes = await tx.commune.findMany({
    select: { insee: true, name: true },
    orderBy: [{ isMember: "desc" }, { name: "asc" }],
  });
  const workplace = residenceOf(typed, communes);
  if (workplace.found) return ok(workplace.found.insee);
  const suggestions = workplace.suggestions.map(({ name }) => name);
  return refuse(workplace.isAmbiguous ? "ambiguous_commune" : "unknown_commune", { suggestions });
}
