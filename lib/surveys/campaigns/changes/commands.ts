import { type Actor, personIdOf } from "@/lib/core/actor";
import { homeTimeZone } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, Prisma, type Tx } from "@/lib/infra/db";
import { addJob } from "@/lib/infra/jobs";
import { faultsOf } from "../../checks/rules";
import { questionnaire } from "../../questionnaires/schema";
import { canRunCampaigns } from "../policy";
import { campaignStateAt, instantsOf } from "../rules";
import { decideVerb, decideVersion, decideWindow, textsOf } from "./rules";
import type {
  CampaignVerb,
  CampaignVerbInput,
  ChangeCampaignInput,
  ChangeRefusal,
  ChangeTextsInput,
  CreateCampaignInput,
  CreateRefusal,
  TextsRefusal,
  VerbRefusal,
} from "./schema";

/** The revision a change made: what a form on it is then drawn from. */
export type Changed = { revision: number };

/**
 * Makes a campaign as a draft, of a version of a questionnaire that exists; the same form twice makes one.
 * Its address carries its year and month. Journalled. Staff. Refuses `unknown_version`.
 */
export async function createCampaign(
  actor: Actor,
  { campaignId: id, window, questionnaire: asked, contactEmail }: CreateCampaignInput,
  at: Date = now(),
): Promise<Result<{ slug: string }, CreateRefusal>> {
  if (!canRunCampaigns(actor)) throw new NotFound();
  return inTransaction(async (tx) => {
    await lockWindows(tx);
    const made = await tx.campaign.findUnique({ where: { id }, select: { slug: true } });
    if (made) return ok(made);
    if (!(await isVersion(tx, asked))) return refuse("unknown_version");
    const slug = await freeSlug(tx, `enquete-${window.firstDay.slice(0, 7)}`);
    const instants = instantsOf(window, homeTimeZone);
    await tx.campaign.create({
      data: {
        id,
        slug,
        ...asked,
        ...instants,
        timeZone: homeTimeZone,
        contactEmail,
        createdAt: at,
        createdBy: personIdOf(actor),
      },
    });
    const after = { slug, ...asked, contactEmail, ...written(instants) };
    await writeJournal(tx, { actor, action: "campaign.made", subjectId: id, after });
    return ok({ slug });
  });
}

/**
 * Changes when a campaign is open, whom to write to and, while nobody has seen it, what it asks. Journalled
 * with what it was. Staff. Refuses `changed_since` (`revision`), what `decideWindow` refuses, `overlaps`
 * with another ready campaign, `version_kept` once ready or answered, and `unknown_version`.
 */
export async function changeCampaign(
  actor: Actor,
  { slug, revision, window, questionnaire: asked, contactEmail }: ChangeCampaignInput,
  at: Date = now(),
): Promise<Result<Changed, ChangeRefusal>> {
  return inTransaction(async (tx) => {
    const campaign = await lockCampaign(tx, actor, slug, at);
    if (campaign.revision !== revision) return refuse("changed_since");
    const decided = decideWindow(campaign, window, at);
    if (!decided.ok) return decided;
    const version = decideVersion(campaign, asked);
    if (!version.ok) return version;
    if (asked && !(await isVersion(tx, asked))) return refuse("unknown_version");
    const isReady = campaign.state !== "draft";
    if (isReady && (await overlapsAnother(tx, { id: campaign.id, ...decided.value }))) {
      return refuse("overlaps");
    }
    const { survey, version: was, opensAt, closesAt, contactEmail: wrote } = campaign;
    return ok(
      await write(tx, actor, campaign, {
        action: "campaign.changed",
        before: { survey, version: was, opensAt, closesAt, contactEmail: wrote },
        after: { ...version.value, ...decided.value, contactEmail },
      }),
    );
  });
}

/**
 * Says anew what the public pages say of this campaign, in both languages or not at all (then the
 * questionnaire speaks). Journalled. Staff. Refuses `changed_since` and `one_language`.
 */
export async function changeTexts(
  actor: Actor,
  input: ChangeTextsInput,
  at: Date = now(),
): Promise<Result<Changed, TextsRefusal>> {
  return inTransaction(async (tx) => {
    const campaign = await lockCampaign(tx, actor, input.slug, at);
    if (campaign.revision !== input.revision) return refuse("changed_since");
    const texts = textsOf(input);
    if (!texts) return refuse("one_language");
    return ok(
      await write(tx, actor, campaign, {
        action: "campaign.texts_changed",
        before: { texts: campaign.texts },
        after: { texts },
      }),
    );
  });
}

const actionOf: Record<CampaignVerb, string> = {
  ready: "campaign.readied",
  withdraw: "campaign.withdrawn",
  close: "campaign.closed",
  publish: "campaign.results_published",
  retract: "campaign.results_retracted",
};

/**
 * Makes a campaign ready, withdraws it, closes it at once, publishes its results or takes them back; said
 * twice, it is done once. Journalled. Staff. Refuses what `decideVerb` refuses; to make ready also
 * `overlaps` with another ready campaign and `faulty_questionnaire`, for the checker must find nothing.
 */
export async function sayCampaignVerb(
  actor: Actor,
  { slug, verb }: CampaignVerbInput,
  at: Date = now(),
): Promise<Result<Changed, VerbRefusal>> {
  return inTransaction(async (tx) => {
    const campaign = await lockCampaign(tx, actor, slug, at);
    const decided = decideVerb(verb, campaign, at);
    if (!decided.ok) return decided;
    if (!decided.value) return ok({ revision: campaign.revision });
    if (verb === "ready") {
      if (await overlapsAnother(tx, campaign)) return refuse("overlaps");
      if (await isFaulty(tx, campaign)) return refuse("faulty_questionnaire");
    }
    const after = decided.value;
    const changed = await write(tx, actor, campaign, { action: actionOf[verb], after });
    await countAfter(tx, verb);
    return ok(changed);
  });
}

/** What is published is counted at once; two publications of the same minute by one job. */
async function countAfter(tx: Tx, verb: CampaignVerb): Promise<void> {
  if (verb === "publish") await addJob(tx, "count_survey_batches", {}, { key: "publication" });
}

type Row = {
  id: string;
  survey: string;
  version: number;
  opensAt: Date;
  closesAt: Date;
  timeZone: string;
  contactEmail: string;
  partners: unknown;
  texts: Prisma.JsonObject;
  readyAt: Date | null;
  publishedAt: Date | null;
  revision: number;
  hasAnswers: boolean;
};

/**
 * The campaign, nobody else changing any meanwhile, nor beginning an answer to this one; NotFound for
 * whoever does not run campaigns.
 */
export async function lockCampaign(tx: Tx, actor: Actor, slug: string, at: Date) {
  if (!canRunCampaigns(actor)) throw new NotFound();
  await lockWindows(tx);
  await tx.$queryRaw(Prisma.sql`SELECT FROM campaigns WHERE slug = ${slug} FOR UPDATE`);
  const [row] = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT id, survey, version, opens_at AS "opensAt", closes_at AS "closesAt",
      time_zone AS "timeZone", contact_email AS "contactEmail", partners, texts,
      ready_at AS "readyAt", published_at AS "publishedAt", revision,
      EXISTS (SELECT FROM survey_responses r WHERE r.campaign_id = c.id)
        OR EXISTS (SELECT FROM survey_drafts d WHERE d.campaign_id = c.id) AS "hasAnswers"
    FROM campaigns c WHERE slug = ${slug}`);
  if (!row) throw new NotFound();
  return { ...row, state: campaignStateAt(row, at) };
}

/** One at a time: two windows, each free alone, may overlap together. */
async function lockWindows(tx: Tx): Promise<void> {
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('survey campaigns'))`);
}

type Window = { id: string; opensAt: Date; closesAt: Date };

async function overlapsAnother(tx: Tx, { id, opensAt, closesAt }: Window): Promise<boolean> {
  const count = await tx.campaign.count({
    where: {
      id: { not: id },
      readyAt: { not: null },
      opensAt: { lt: closesAt },
      closesAt: { gt: opensAt },
    },
  });
  return count > 0;
}

type Version = { survey: string; version: number };

async function isVersion(tx: Tx, { survey, version }: Version): Promise<boolean> {
  const where = { survey_version: { survey, version } };
  return (await tx.surveyVersion.findUnique({ where, select: { version: true } })) !== null;
}

/** Whether the checker finds something; the version is held, so that nobody edits it meanwhile. */
async function isFaulty(tx: Tx, { survey, version }: Version): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ questionnaire: unknown }[]>(Prisma.sql`
    SELECT questionnaire FROM survey_versions
    WHERE survey = ${survey} AND version = ${version} FOR UPDATE`);
  const read = questionnaire.safeParse(row?.questionnaire);
  return !read.success || faultsOf(read.data).length > 0;
}

async function freeSlug(tx: Tx, wished: string): Promise<string> {
  const taken = await tx.campaign.findMany({
    where: { slug: { startsWith: wished } },
    select: { slug: true },
  });
  const isFree = (slug: string) => taken.every((each) => each.slug !== slug);
  for (let turn = 1; ; turn += 1) {
    const slug = turn === 1 ? wished : `${wished}-${turn}`;
    if (isFree(slug)) return slug;
  }
}

type Written = {
  action: string;
  /** What it was of what is written. */
  before?: object;
  after: Prisma.CampaignUncheckedUpdateInput;
  /** What the journal says instead, where that is clearer. */
  said?: { before?: object; after?: object };
};

/** Writes a change with its line in the journal; the revision it makes. */
export async function write(
  tx: Tx,
  actor: Actor,
  { id, revision }: { id: string; revision: number },
  { action, before, after, said = { ...(before ? { before } : {}), after } }: Written,
): Promise<Changed> {
  await tx.campaign.update({ where: { id }, data: { ...after, revision: { increment: 1 } } });
  await writeJournal(tx, {
    actor,
    action,
    subjectId: id,
    ...(said.before ? { before: written(said.before) } : {}),
    ...(said.after ? { after: written(said.after) } : {}),
  });
  return { revision: revision + 1 };
}

/** As the journal keeps it: instants as text. */
function written(values: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(values));
}
