import type { PersonActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { type ConsentPurpose, consentPurposes } from "./schema";

export type ConsentGiven = { purpose: ConsentPurpose; givenAt: Date; withdrawnAt: Date | null };

/** What the actor agreed to and took back, the latest first. */
export async function listConsents(actor: PersonActor): Promise<ConsentGiven[]> {
  const rows = await db.consent.findMany({
    where: { personId: actor.personId },
    orderBy: [{ givenAt: "desc" }, { id: "desc" }],
    select: { purpose: true, givenAt: true, withdrawnAt: true },
  });
  return rows.flatMap(({ purpose, ...dates }) => {
    const known = consentPurposes.find((each) => each === purpose);
    return known ? [{ purpose: known, ...dates }] : [];
  });
}
