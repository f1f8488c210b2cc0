import type { Actor } from "@/lib/core/actor";
import { dateColumn } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, Prisma } from "@/lib/infra/db";
import { lockCampaign } from "../../campaigns/changes/commands";
import { fewestOfBurst } from "./rules";
import type { BurstRefusal, DecideBurstInput } from "./schema";

/**
 * Leaves out of the batches to come the answers of every day on which a burst came, until staff say that
 * they count: machines that got past everything else are then in no figure. Before each batch; run twice,
 * it does nothing twice. System only.
 */
export async function holdBursts(actor: Actor): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  await db.$executeRaw(Prisma.sql`
    UPDATE survey_responses r SET held = true
    FROM (SELECT campaign_id, day FROM survey_responses WHERE entry_mode = 'online'
      GROUP BY campaign_id, day HAVING count(*) >= ${fewestOfBurst}) burst
    WHERE r.campaign_id = burst.campaign_id AND r.day = burst.day
      AND r.entry_mode = 'online' AND r.batch IS NULL AND r.held IS NULL`);
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
