import { type Actor, isStaff } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { Prisma, readDb } from "@/lib/infra/db";
import { getCampaign } from "../campaigns/queries";
import type { Campaign } from "../campaigns/schema";
import { getDesk } from "../desks/queries";
import type { DeskAddress } from "../desks/schema";
import { roles } from "../diagnosis/schema";
import { isForgetting } from "../publications/rules";
import { type Turnout, type TurnoutLine, turnoutOf } from "./rules";

export type NamedTurnout = {
  campaign: Campaign;
  /** Null while fewer than five people have answered. */
  turnout: Turnout | null;
  names: ReadonlyMap<string, string>;
};

/** How far each commune of the territory has answered a campaign. Staff and admins; NotFound for others. */
export async function getTurnout(
  actor: Actor,
  slug: string,
  at: Date = now(),
): Promise<NamedTurnout> {
  if (!isStaff(actor)) throw new NotFound();
  return turnoutOfCampaign(await getCampaign(actor, slug, at), at);
}

export type OwnTurnout = {
  commune: { insee: string; name: string };
  /** Of the commune alone, or with those it is counted with; null while nothing may be told. */
  line: TurnoutLine | null;
  /** For a thousand inhabitants of the territory. */
  perThousand: number | null;
  names: ReadonlyMap<string, string>;
};

/** The same for the clerk of a town hall: their own commune and the mean, no other; null for another desk. */
export async function findOwnTurnout(
  actor: Actor,
  desk: DeskAddress,
  slug: string,
  at: Date = now(),
): Promise<OwnTurnout | null> {
  const { commune } = await getDesk(actor, desk);
  if (!commune) return null;
  const { turnout, names } = await turnoutOfCampaign(await getCampaign(actor, slug, at), at);
  const line = turnout?.lines.find(({ communes }) => communes.includes(commune.insee)) ?? null;
  const own = new Map([...names].filter(([insee]) => line?.communes.includes(insee)));
  return { commune, line, perThousand: turnout?.perThousand ?? null, names: own };
}

async function turnoutOfCampaign(campaign: Campaign, at: Date): Promise<NamedTurnout> {
  const [counted, communes] = await Promise.all([
    readDb.$queryRaw<{ insee: string | null; batch: number; count: number }[]>(Prisma.sql`
      SELECT answers ->> ${roles.residence} AS insee, batch, count(*)::int AS count
      FROM survey_responses WHERE campaign_id = ${campaign.id}::uuid
        AND batch IS NOT NULL AND left_batch IS NULL
        AND NOT ${isForgetting(campaign.opensAt, at)}::boolean GROUP BY 1, 2`),
    readDb.commune.findMany({
      where: { isMember: true },
      select: { insee: true, name: true, population: true, nearestBourg: true },
      orderBy: { name: "asc" },
    }),
  ]);
  const residences = counted.map(({ insee, ...each }) => ({ key: insee ?? "", ...each }));
  return {
    campaign,
    turnout: turnoutOf(residences, communes),
    names: new Map(communes.map(({ insee, name }) => [insee, name])),
  };
}
