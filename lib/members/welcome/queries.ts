import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db, type Tx } from "@/lib/infra/db";
import { canKeepMembers } from "../memberships/policy";
import { isStepDone, isTickedByHost, type Step } from "./rules";

export type StepLeft = Step & { isDone: boolean; isTickedByHost: boolean };

/** The steps of a space for each of these people, in the host's order; no check. */
export async function listStepsOf(
  spaceId: string,
  personIds: string[],
  client: Tx = db,
): Promise<Map<string, StepLeft[]>> {
  const among = { in: personIds };
  const [steps, rules, accepted, done, contacts] = await Promise.all([
    readSteps(spaceId, client),
    client.houseRules.aggregate({ where: { spaceId }, _max: { version: true } }),
    client.houseRulesAcceptance.groupBy({
      by: ["personId"],
      where: { spaceId, personId: among },
      _max: { version: true },
    }),
    client.welcomeStepDone.findMany({ where: { spaceId, personId: among } }),
    client.emergencyContact.findMany({ where: { personId: among }, select: { personId: true } }),
  ]);
  return new Map(
    personIds.map((personId) => {
      const progress = {
        doneIds: new Set(done.flatMap((row) => (row.personId === personId ? [row.stepId] : []))),
        rulesVersion: rules._max.version,
        acceptedVersion: accepted.find((row) => row.personId === personId)?._max.version ?? null,
        hasContact: contacts.some((row) => row.personId === personId),
      };
      const view = steps.map((step) => ({
        ...step,
        isDone: isStepDone(step, progress),
        isTickedByHost: isTickedByHost(step),
      }));
      return [personId, view] as const;
    }),
  );
}

/**
 * How many steps are left to those of these people who belong to the space and have some, for whoever
 * keeps its members; for others nobody has any.
 */
export async function countStepsLeft(
  actor: Actor,
  spaceId: string,
  personIds: string[],
): Promise<Map<string, number>> {
  if (!canKeepMembers(actor, spaceId)) return new Map();
  const members = await db.membership.findMany({
    where: { spaceId, personId: { in: personIds }, state: "active" },
    select: { personId: true },
  });
  const steps = await listStepsOf(
    spaceId,
    members.map(({ personId }) => personId),
  );
  const left = [...steps].map(([personId, own]): [string, number] => [
    personId,
    own.filter(({ isDone }) => !isDone).length,
  ]);
  return new Map(left.filter(([, count]) => count > 0));
}

/** The steps of a space as its host sets them; NotFound for whoever does not keep its members. */
export async function getWelcome(
  actor: Actor,
  slug: string,
): Promise<{ space: { id: string; slug: string; name: string }; steps: Step[] }> {
  const select = { id: true, slug: true, name: true };
  const space = await db.space.findUnique({ where: { slug }, select });
  if (!space || !canKeepMembers(actor, space.id)) throw new NotFound();
  return { space, steps: await readSteps(space.id) };
}

/** In the host's order, those taken away left out; no check. */
export async function readSteps(spaceId: string, client: Tx = db): Promise<Step[]> {
  return client.welcomeStep.findMany({
    where: { spaceId, removedAt: null },
    select: { id: true, kind: true, title: true },
    orderBy: [{ rank: "asc" }, { id: "asc" }],
  });
}
