import { z } from "zod";
import { type Actor, isStaff } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, Prisma } from "@/lib/infra/db";
import { questionnaire } from "../questionnaires/schema";
import { canRunCampaigns } from "./policy";
import { campaignStateAt, meantCampaign } from "./rules";
import type { Campaign, CampaignLine, CampaignTexts, Partner } from "./schema";

const partners = z.array(z.object({ code: z.string(), name: z.string(), origin: z.string() }));

const words = z.object({ fr: z.string(), en: z.string() });
const texts = z.object({ lead: words, closing: words, thanks: words }).partial().catch({});

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
  texts: true,
  questions: { select: { questionnaire: true, version: true } },
} as const;

/** The campaign the public is or was asked last: the open one, else the last that closed; null without. */
export function findCurrentCampaign(at: Date = now()): Promise<Campaign | null> {
  return findMeant("asked", at);
}

/** The campaign one may answer now or next: the open one, else the next, else the last; null without. */
export function findComingCampaign(at: Date = now()): Promise<Campaign | null> {
  return findMeant("coming", at);
}

/** The campaign of which news are still to come, the results or the opening; null without. */
export function findCampaignToHearOf(at: Date = now()): Promise<Campaign | null> {
  return findMeant("heard", at);
}

async function findMeant(
  meaning: Parameters<typeof meantCampaign>[1],
  at: Date,
): Promise<Campaign | null> {
  // Windows first: a questionnaire is long to read, and only one is wanted.
  const windows = await db.campaign.findMany({
    where: { readyAt: { not: null } },
    select: { id: true, opensAt: true, closesAt: true, readyAt: true, publishedAt: true },
  });
  const standing = windows.map((each) => ({ ...each, state: campaignStateAt(each, at) }));
  const meant = meantCampaign(standing, meaning);
  const row = meant && (await db.campaign.findUnique({ where: { id: meant.id }, select: shown }));
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

/** A campaign as staff change it. */
export type RunningCampaign = Campaign & {
  /** What a form on it was drawn from. */
  revision: number;
  survey: string;
  /** Counted by its last batch: one more or less is not seen to come or go. */
  responses: number;
  /** Whether any came or was begun, which no count told says. */
  hasAnswers: boolean;
};

/** One campaign with what changing it depends on. Staff; NotFound for anybody else and for none. */
export async function getRunningCampaign(
  actor: Actor,
  slug: string,
  at: Date = now(),
): Promise<RunningCampaign> {
  if (!canRunCampaigns(actor)) throw new NotFound();
  const [campaign, row] = await Promise.all([
    getCampaign(actor, slug, at),
    db.campaign.findUniqueOrThrow({
      where: { slug },
      select: {
        revision: true,
        survey: true,
        _count: { select: { responses: true, drafts: true } },
        batches: { orderBy: { number: "desc" }, take: 1, select: { responses: true } },
      },
    }),
  ]);
  const { _count: count, batches, ...rest } = row;
  return {
    ...campaign,
    ...rest,
    responses: batches[0]?.responses ?? 0,
    hasAnswers: count.responses + count.drafts > 0,
  };
}

type LineRow = Omit<CampaignLine, "state"> & {
  readyAt: Date | null;
  publishedAt: Date | null;
  /** Answers of the last batch. */
  counted: number;
};

/**
 * Every campaign, drafts included, the one that opens last first, with its answers: while it may take more,
 * those of its last batch, so that nobody reads the one just given. Staff; NotFound for anybody else.
 */
export async function listCampaigns(actor: Actor, at: Date = now()): Promise<CampaignLine[]> {
  if (!canRunCampaigns(actor)) throw new NotFound();
  // Only the title of what is asked: a questionnaire is long to read.
  const rows = await db.$queryRaw<LineRow[]>(Prisma.sql`
    SELECT c.slug, c.opens_at AS "opensAt", c.closes_at AS "closesAt", c.time_zone AS "timeZone",
      c.ready_at AS "readyAt", c.published_at AS "publishedAt", c.survey, c.version,
      v.questionnaire -> 'title' AS title,
      coalesce((SELECT b.responses FROM survey_batches b WHERE b.campaign_id = c.id
        ORDER BY b.number DESC LIMIT 1), 0) AS responses
    FROM campaigns c JOIN survey_versions v ON v.survey = c.survey AND v.version = c.version
    ORDER BY c.opens_at DESC, c.slug`);
  return rows.map(({ readyAt, publishedAt, ...row }) => ({
    ...row,
    state: campaignStateAt({ ...row, readyAt, publishedAt }, at),
  }));
}

/** What the next campaign begins with: the version and the contact of the one made last; null without. */
export async function findLastCampaign(
  actor: Actor,
): Promise<{ survey: string; version: number; contactEmail: string } | null> {
  if (!canRunCampaigns(actor)) throw new NotFound();
  return db.campaign.findFirst({
    orderBy: { opensAt: "desc" },
    select: { survey: true, version: true, contactEmail: true },
  });
}

/** What a campaign says of its own as it is stored. */
export function textsIn(stored: unknown): CampaignTexts {
  return texts.parse(stored);
}

/** Partners as they are stored. */
export function partnersIn(stored: unknown): Partner[] {
  return partners.parse(stored);
}

type Row = Prisma.CampaignGetPayload<{ select: typeof shown }>;

function campaignOf({ questions, readyAt, publishedAt, ...row }: Row, at: Date): Campaign {
  return {
    ...row,
    partners: partnersIn(row.partners),
    texts: textsIn(row.texts),
    state: campaignStateAt({ ...row, readyAt, publishedAt }, at),
    questionnaire: { ...questionnaire.parse(questions.questionnaire), version: questions.version },
  };
}
