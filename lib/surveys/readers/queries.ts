import { type Actor, personIdOf } from "@/lib/core/actor";
import { dayFromColumn, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, type Tx } from "@/lib/infra/db";
import { getCampaign } from "../campaigns/queries";
import type { Campaign } from "../campaigns/schema";
import { canNameReaders, canReadAnswers, isReading } from "./policy";
import type { Reader } from "./schema";

/** Whether somebody may read the answers of that campaign at that instant; for this domain. */
export async function mayRead(
  actor: Actor,
  campaign: { id: string; timeZone: string },
  at: Date,
  client: Pick<Tx, "surveyReader"> = db,
): Promise<boolean> {
  const personId = personIdOf(actor);
  if (!personId) return false;
  const readings = await client.surveyReader.findMany({
    where: { campaignId: campaign.id, personId },
    select: { endsOn: true, revokedAt: true },
  });
  const read = readings.map(({ endsOn, ...reading }) => ({
    ...reading,
    endsOn: dayFromColumn(endsOn),
  }));
  return canReadAnswers(actor, read, dayOf(at, campaign.timeZone));
}

/** Whether there is anything for somebody behind the door of the answers, for whoever links to it. */
export async function mayOpenAnswers(actor: Actor, at: Date = now()): Promise<boolean> {
  if (canNameReaders(actor)) return true;
  const campaigns = await db.campaign.findMany({ select: { id: true, timeZone: true } });
  for (const campaign of campaigns) {
    if (await mayRead(actor, campaign, at)) return true;
  }
  return false;
}

export type Access = { campaign: Campaign; mayRead: boolean; mayName: boolean };

/** Campaigns of which somebody may read the answers or say who may; NotFound when there are none. */
export async function listAccess(actor: Actor, at: Date = now()): Promise<Access[]> {
  const campaigns = await db.campaign.findMany({
    orderBy: { opensAt: "desc" },
    select: { id: true, slug: true, timeZone: true },
  });
  const mayName = canNameReaders(actor);
  const access: Access[] = [];
  for (const { slug, ...campaign } of campaigns) {
    const reads = await mayRead(actor, campaign, at);
    if (!reads && !mayName) continue;
    access.push({ campaign: await getCampaign(actor, slug, at), mayRead: reads, mayName });
  }
  if (access.length === 0) throw new NotFound();
  return access;
}

/** Who was let read the answers of a campaign, the last first. Administrators; NotFound for anybody else. */
export async function listReaders(
  actor: Actor,
  { id, timeZone }: { id: string; timeZone: string },
  at: Date = now(),
): Promise<Reader[]> {
  if (!canNameReaders(actor)) throw new NotFound();
  const rows = await db.surveyReader.findMany({
    where: { campaignId: id },
    orderBy: { grantedAt: "desc" },
  });
  const people = await db.person.findMany({
    where: { id: { in: rows.flatMap((row) => [row.personId, row.grantedBy ?? row.personId]) } },
    select: { id: true, name: true, email: true },
  });
  const today = dayOf(at, timeZone);
  return rows.map(({ personId, grantedBy, grantedAt, revokedAt, ...row }) => {
    const person = people.find((each) => each.id === personId);
    const endsOn = dayFromColumn(row.endsOn);
    const isOver = isReading({ endsOn, revokedAt }, today) ? "reads" : "over";
    return {
      id: row.id,
      personId,
      reason: row.reason,
      endsOn,
      name: person?.name ?? null,
      email: person?.email ?? null,
      grantedOn: dayOf(grantedAt, timeZone),
      grantedBy: people.find((each) => each.id === grantedBy)?.name ?? null,
      state: revokedAt ? "withdrawn" : isOver,
    };
  });
}
