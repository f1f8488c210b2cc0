import type { Actor } from "@/lib/core/actor";
import { dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db, Prisma } from "@/lib/infra/db";
import { canRunCampaigns } from "../../campaigns/policy";
import { fewestOfBurst, toldOf } from "./rules";
import type { Burst } from "./schema";

/**
 * Days on which a burst came, the last first, while some of it waits for a batch. Staff; NotFound for
 * anybody else. What is told changes by hundreds.
 */
export async function listBursts(actor: Actor, slug: string): Promise<Burst[]> {
  if (!canRunCampaigns(actor)) throw new NotFound();
  const rows = await db.$queryRaw<{ day: Date; answers: number; isHeld: boolean }[]>(Prisma.sql`
    SELECT r.day, count(*)::int AS answers,
      bool_or(r.held IS TRUE) FILTER (WHERE r.batch IS NULL) AS "isHeld"
    FROM survey_responses r JOIN campaigns c ON c.id = r.campaign_id
    WHERE c.slug = ${slug} AND r.entry_mode = 'online'
    GROUP BY r.day
    HAVING count(*) >= ${fewestOfBurst} AND count(*) FILTER (WHERE r.batch IS NULL) > 0
    ORDER BY r.day DESC`);
  return rows.map(({ day, answers, isHeld }) => ({
    ...{ day: dayFromColumn(day), atLeast: toldOf(answers), isHeld },
  }));
}

/**
 * On how many days answers are held, which are in no figure, by the name of each campaign that has some.
 * Staff; NotFound for anybody else.
 */
export async function countHeldDays(actor: Actor): Promise<Map<string, number>> {
  if (!canRunCampaigns(actor)) throw new NotFound();
  const rows = await db.$queryRaw<{ slug: string; days: number }[]>(Prisma.sql`
    SELECT c.slug, count(DISTINCT r.day)::int AS days
    FROM survey_responses r JOIN campaigns c ON c.id = r.campaign_id
    WHERE r.held AND r.batch IS NULL
    GROUP BY c.slug`);
  return new Map(rows.map(({ slug, days }) => [slug, days]));
}
