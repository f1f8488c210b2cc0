import type { Actor } from "@/lib/core/actor";
import { type Day, dateColumn, dayFromColumn } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { listStaff } from "@/lib/identity/queries";
import { now } from "@/lib/infra/clock";
import { inTransaction, Prisma, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { notify } from "@/lib/notifications/commands";
import { lockCampaign } from "../../campaigns/changes/commands";
import { fewestOfBurst } from "./rules";
import type { BurstRefusal, DecideBurstInput } from "./schema";

/**
 * Leaves out of the batches to come the answers of every day on which a burst came, until staff say that
 * they count: machines that got past everything else are then in no figure. Staff are written to the first
 * time a day is held. Before each batch; run twice, it does nothing twice. System only.
 */
export async function holdBursts(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  await inTransaction(async (tx) => {
    for (const held of await holdAll(tx)) await tellStaff(tx, held, at);
    return ok(null);
  }, 60_000);
}

type HeldDay = { campaignId: string; slug: string; day: Day };

/** The days of which some answers were held just now, each once. */
async function holdAll(tx: Tx): Promise<HeldDay[]> {
  const rows = await tx.$queryRaw<(Omit<HeldDay, "day"> & { day: Date })[]>(Prisma.sql`
    WITH held AS (
    UPDATE survey_responses r SET held = true
    FROM (SELECT campaign_id, day FROM survey_responses WHERE entry_mode = 'online'
      GROUP BY campaign_id, day HAVING count(*) >= ${fewestOfBurst}) burst
    WHERE r.campaign_id = burst.campaign_id AND r.day = burst.day
      AND r.entry_mode = 'online' AND r.batch IS NULL AND r.held IS NULL
    RETURNING r.campaign_id, r.day)
    SELECT DISTINCT h.campaign_id AS "campaignId", c.slug, h.day
    FROM held h JOIN campaigns c ON c.id = h.campaign_id ORDER BY h.day, c.slug`);
  return rows.map(({ day, ...row }) => ({ ...row, day: dayFromColumn(day) }));
}

async function tellStaff(tx: Tx, { campaignId, slug, day }: HeldDay, at: Date): Promise<void> {
  const url = `${env().NEXTAUTH_URL}/pilotage/enquete/campagne/${slug}#afflux`;
  for (const { id: personId, email, locale } of await listStaff(tx)) {
    // Answers that come later on that day are held too, and nobody is written to again.
    const onceKey = `survey burst ${campaignId} ${day} ${personId}`;
    const payload = { day, url };
    await notify(tx, { kind: "survey-burst", personId, email, locale, payload, onceKey }, at);
  }
}

/**
 * Says of the answers of a burst that wait whether the next batch counts them or leaves them out. What a
 * batch counts already stays. Journalled with the day, nothing of the answers. Staff; NotFound for anybody
 * else; refuses `no_burst` on a day on which none waits.
 */
export async function decideBurst(
  actor: Actor,
  { slug, day, verb }: DecideBurstInput,
  at: Date = now(),
): Promise<Result<null, BurstRefusal>> {
  return inTransaction<null, BurstRefusal>(async (tx) => {
    const { id: campaignId } = await lockCampaign(tx, actor, slug, at);
    const ofDay = { campaignId, day: dateColumn(day), entryMode: "online" as const };
    const isBurst = (await tx.surveyResponse.count({ where: ofDay })) >= fewestOfBurst;
    const { count } = isBurst
      ? await tx.surveyResponse.updateMany({
          where: { ...ofDay, batch: null },
          data: { held: verb === "hold" },
        })
      : { count: 0 };
    if (count === 0) return refuse("no_burst");
    const action = verb === "hold" ? "campaign.burst_held" : "campaign.burst_counted";
    await writeJournal(tx, { actor, action, subjectId: campaignId, after: { day } });
    return ok(null);
  });
}
