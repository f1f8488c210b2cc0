import type { PersonActor } from "@/lib/core/actor";
import { type Day, dateColumn, day } from "@/lib/core/day";
import { db, type Prisma } from "@/lib/infra/db";
import { reportAbuse } from "@/lib/members/abuse-reports/commands";
import { searchTextOf } from "@/lib/members/ads/rules";
import { startConversation } from "@/lib/members/conversations/commands";
import { aMember } from "./actors";
import { mondayMorning } from "./factories";

/** An open ad written as is, valid until the end of June 2026 unless told. */
export async function anAd(
  personId: string,
  {
    until = day("2026-06-30"),
    ...overrides
  }: Partial<Prisma.AdUncheckedCreateInput> & { until?: Day } = {},
) {
  const words = {
    title: "Quelqu’un aurait un vidéoprojecteur ?",
    text: "Pour samedi.",
    ...overrides,
  };
  return db.ad.create({
    data: {
      personId,
      kind: "ask",
      theme: "digital",
      createdAt: new Date("2026-06-10T08:00:00Z"),
      ...words,
      validUntil: dateColumn(until),
      searchText: searchTextOf(words),
    },
  });
}

export async function block(blockerId: string, blockedId: string): Promise<void> {
  await db.block.create({ data: { blockerId, blockedId } });
}

/** Somebody whom members find in the directory. */
export async function aListedMember(): Promise<PersonActor> {
  const actor = await aMember();
  const audiences = { name: "members" };
  await db.profile.create({ data: { personId: actor.personId, audiences } });
  return actor;
}

/** A conversation begun by the first with one message; its id. */
export async function aConversation(
  starter: PersonActor,
  other: PersonActor,
  text = "Bonjour, je peux vous aider.",
): Promise<string> {
  const result = await startConversation(starter, { to: other.personId, text }, mondayMorning);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.id;
}

/** A report of that ad, as a member makes it; its id. */
export async function aReport(reporter: PersonActor, adId: string): Promise<string> {
  const told = { adId, reason: "advertising" as const, text: "Encore de la publicité." };
  const result = await reportAbuse(reporter, told, mondayMorning);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.id;
}
