import { z } from "zod";
import { type Actor, isStaff } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, type Prisma } from "@/lib/infra/db";
import { questionnaire } from "../questionnaires/schema";
import { campaignStateAt } from "./rules";
import type { Campaign } from "./schema";

const partners = z.array(z.object({ code: z.string(), name: z.string(), origin: z.string() }));

const shown = {
  id: true,
  slug: true,
  opensAt: true,
  closesAt: true,
  readyAt: true,
  publishedAt: true,
  timeZone: true,
  contactEmail: true,
  partners: true,
  questions: { select: { questionnaire: true, version: true } },
} as const;

/** The campaign the public is asked about now: the open one, else the last that was ready; null without. */
export async function findCurrentCampaign(at: Date = now()): Promise<Campaign | null> {
  // Windows first: a questionnaire is long to read, and only one is wanted.
  const windows = await db.campaign.findMany({
    where: { readyAt: { not: null } },
    orderBy: { opensAt: "desc" },
    take: 5,
    select: { id: true, opensAt: true, closesAt: true, readyAt: true, publishedAt: true },
  });
  const current = windows.find((each) => campaignStateAt(each, at) === "open") ?? windows[0];
  const row =
    current && (await db.campaign.findUnique({ where: { id: current.id }, select: shown }));
  return row ? campaignOf(row, at) : null;
}

/** One campaign; a draft is for staff only, NotFound for anybody else. */
export async function getCampaign(actor: Actor, slug: string, at: Date = now()): Promise<Campaign> {
  const row = await db.campaign.findUnique({ where: { slug }, select: shown });
  if (!row) throw new NotFound();
  const campaign = campaignOf(row, at);
  if (campaign.state === "draft" && !isStaff(actor)) throw new NotFound();
  return campaign;
}

type Row = Prisma.CampaignGetPayload<{ select: typeof shown }>;

function campaignOf({ questions, readyAt, publishedAt, ...row }: Row, at: Date): Campaign {
  return {
    ...row,
    partners: partners.parse(row.partners),
    state: campaignStateAt({ ...row, readyAt, publishedAt }, at),
    questionnaire: { ...questionnaire.parse(questions.questionnaire), version: questions.version },
  };
}
