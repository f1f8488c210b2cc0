import type { PersonActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";

export type CurrentRules = { version: number; text: string; publishedAt: Date };

/** The house rules in force in a space, null when it has none; public. */
export async function findCurrentRules(spaceId: string): Promise<CurrentRules | null> {
  return db.houseRules.findFirst({
    where: { spaceId },
    select: { version: true, text: true, publishedAt: true },
    orderBy: { version: "desc" },
  });
}

/** When the actor accepted that version; null = not yet. */
export async function findOwnAcceptance(
  actor: PersonActor,
  spaceId: string,
  version: number,
): Promise<Date | null> {
  const where = { spaceId_personId_version: { spaceId, personId: actor.personId, version } };
  const accepted = await db.houseRulesAcceptance.findUnique({ where });
  return accepted?.acceptedAt ?? null;
}
