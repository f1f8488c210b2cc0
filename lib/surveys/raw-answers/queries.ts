import type { Actor } from "@/lib/core/actor";
import { type Day, dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { mayRead } from "../readers/queries";

/** One response in the list: nothing of what it says. */
export type ResponseLine = {
  id: string;
  day: Day;
  entryMode: "online" | "paper" | "assisted";
  source: string;
};

/** Responses on one page of the list. */
export const responsesOfPage = 30;

/** The responses of a campaign, by day then chance, a page at a time from 1. Named readers; NotFound for others. */
export async function listResponseLines(
  actor: Actor,
  campaign: { id: string; timeZone: string },
  page: number,
  at: Date = now(),
): Promise<{ lines: ResponseLine[]; total: number }> {
  if (!(await mayRead(actor, campaign, at))) throw new NotFound();
  const where = { campaignId: campaign.id, takenBackOn: null };
  const [rows, total] = await Promise.all([
    db.surveyResponse.findMany({
      where,
      orderBy: [{ day: "desc" }, { id: "asc" }],
      skip: (page - 1) * responsesOfPage,
      take: responsesOfPage,
      select: { id: true, day: true, entryMode: true, source: true },
    }),
    db.surveyResponse.count({ where }),
  ]);
  return { lines: rows.map((row) => ({ ...row, day: dayFromColumn(row.day) })), total };
}
