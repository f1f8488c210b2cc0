import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { keepPerson, renewClaimCode } from "@/lib/members/kept-people/commands";
import type { MembershipState } from "@/lib/members/memberships/schema";
import { mondayMorning } from "./factories";

/** A membership written as is. */
export async function aMembership(
  space: { id: string },
  personId: string,
  state: MembershipState = "active",
) {
  const endedAt = state === "ended" ? mondayMorning : null;
  const decidedAt = state === "requested" ? null : mondayMorning;
  const data = { spaceId: space.id, personId, state, createdAt: mondayMorning };
  return db.membership.create({ data: { ...data, decidedAt, endedAt } });
}

/** Somebody without e-mail whom this host keeps in that space, as the form makes them. */
export async function aKeptPerson(
  host: PersonActor,
  { slug }: { slug: string },
  name = "Jeanne Bessières",
): Promise<string> {
  const input = { slug, personId: randomUUID(), name };
  const made = await keepPerson(host, input, mondayMorning);
  return made.ok ? made.value.personId : "";
}

/** The code of their card. */
export async function aClaimCode(
  host: PersonActor,
  { slug }: { slug: string },
  personId: string,
  at = mondayMorning,
): Promise<string> {
  const made = await renewClaimCode(host, { slug, personId }, at);
  return made.ok ? made.value.code : "";
}

/** So many days after that Monday. */
export function daysLater(days: number): Date {
  return new Date(mondayMorning.getTime() + days * 86_400_000);
}
