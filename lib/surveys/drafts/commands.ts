import { randomBytes } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/locale";
import { ok, type Result, refuse } from "@/lib/core/result";
import { hashOfToken } from "@/lib/identity/commands";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, Prisma, type Tx } from "@/lib/infra/db";
import { listCommuneChoices } from "../answers/queries";
import { getCampaign } from "../campaigns/queries";
import { sourceOf } from "../campaigns/rules";
import type { Partner } from "../campaigns/schema";
import { entryStateAt, standing } from "../entries/rules";
import { admitStart } from "../floods/commands";
import type { Proof } from "../floods/schema";
import type { Answers } from "../questionnaires/schema";
import { findSource } from "../sources/queries";
import { type StepOutcome, stepOutcome } from "../steps/rules";
import type { StartRefusal, StepRefusal } from "./schema";

const draftDays = 30;
const daySeconds = 86_400;

type Start = {
  campaign: string;
  source?: string | undefined;
  locale: Locale;
  network: string;
  proof?: Proof | undefined;
};

/**
 * Begins a response: an empty draft behind a new code, kept thirty days. Refuses `not_open` outside the
 * window, `prove` with a challenge while very many begin at once, or many from one network, and `too_many`
 * from one that begins hundreds; it is counted under a secret of the day.
 */
export async function startDraft(
  actor: Actor,
  input: Start,
  at: Date = now(),
): Promise<Result<{ code: string }, StartRefusal>> {
  const campaign = await getCampaign(actor, input.campaign, at);
  if (campaign.state !== "open") return refuse("not_open");
  const admission = await admitStart(actor, input, at);
  if (admission.kind === "too_many") return refuse("too_many");
  if (admission.kind === "prove") return refuse("prove", admission.challenge);
  const code = randomBytes(16).toString("base64url");
  await db.surveyDraft.create({
    data: {
      codeHash: hashOfToken(code),
      campaignId: campaign.id,
      source: await knownSource(input.source, campaign.partners),
      locale: input.locale,
      expiresAt: new Date(at.getTime() + draftDays * daySeconds * 1_000),
    },
  });
  return ok({ code });
}

/** Town halls and spaces are looked up only where nothing nearer is called so. */
async function knownSource(given: string | undefined, partners: Partner[]): Promise<string> {
  const near = sourceOf(given, partners);
  if (near === given || given === undefined) return near;
  return (await findSource(given, partners))?.code ?? near;
}

export type StepKept = Omit<StepOutcome, "answers">;

type Step = {
  code: string;
  section: string;
  raw: Readonly<Record<string, unknown>>;
  /** Questions that stood on the form; without it, all of the section. */
  shown?: readonly string[] | undefined;
  /** In which it was answered; of what somebody enters for others, it is that of the sheet. */
  locale?: Locale | undefined;
};

/**
 * Keeps the answers of one section of a draft and says which section comes next, null after the last, and
 * which before. What reads well is kept even when something else of the section does not (`problems`); a question the
 * form did not show yet is `asked`. Two at once keep both. Refuses `not_open` once the window has closed
 * and `unknown_draft` for a code that opens nothing, sent meanwhile too.
 */
export async function keepStep(
  actor: Actor,
  input: Step,
  at: Date = now(),
): Promise<Result<StepKept, StepRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  const codeHash = hashOfToken(input.code);
  const known = await db.surveyDraft.findUnique({
    where: { codeHash, expiresAt: { gt: at } },
    select: { entryMode: true, campaign: { select: { slug: true } } },
  });
  if (!known) return refuse("unknown_draft");
  const { entryMode } = known;
  const campaign = await getCampaign(actor, known.campaign.slug, at);
  if (entryStateAt(campaign, entryMode, at) !== "open") return refuse("not_open");
  const { questionnaire } = campaign;
  const communes = await listCommuneChoices();
  return inTransaction<StepKept, StepRefusal>(async (tx) => {
    const before = await holdAnswers(tx, codeHash);
    const isSheet = entryMode === "paper";
    const outcome = before && stepOutcome(questionnaire, { ...input, before, isSheet }, communes);
    if (!outcome) return refuse("unknown_draft");
    const { answers, ...kept } = outcome;
    const locale = entryMode === "online" ? input.locale : undefined;
    const data = { answers: { ...answers }, ...(locale ? { locale } : {}) };
    await tx.surveyDraft.update({ where: { codeHash }, data });
    return ok({ ...kept, problems: standing(kept.problems, entryMode, questionnaire).problems });
  });
}

/** Answers nobody else adds to until this is over: another tab adds to what is kept here. Null once sent. */
async function holdAnswers(tx: Tx, codeHash: string): Promise<Answers | null> {
  const [row] = await tx.$queryRaw<{ answers: unknown }[]>(Prisma.sql`
    SELECT answers FROM survey_drafts WHERE code_hash = ${codeHash} FOR UPDATE`);
  return row ? answersOf(row.answers) : null;
}

/** Deletes drafts nobody finished in thirty days. */
export async function forgetOldDrafts(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  await db.surveyDraft.deleteMany({ where: { expiresAt: { lte: at } } });
}

/** Answers as they were stored, looked at and not copied: there may be very many. What cannot be read is no answer. */
export function answersOf(stored: unknown): Answers {
  return isAnswers(stored) ? stored : {};
}

function isAnswers(stored: unknown): stored is Answers {
  if (typeof stored !== "object" || stored === null || Array.isArray(stored)) return false;
  return Object.values(stored).every(
    (each) =>
      typeof each === "string" ||
      typeof each === "number" ||
      (Array.isArray(each) && each.every((one) => typeof one === "string")),
  );
}
