import { randomBytes } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { hashOfToken } from "@/lib/identity/commands";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, Prisma, type Tx } from "@/lib/infra/db";
import { listCommuneChoices } from "../answers/queries";
import { type RawAnswers, readAnswers } from "../answers/rules";
import { getCampaign } from "../campaigns/queries";
import type { Campaign } from "../campaigns/schema";
import { getDesk } from "../desks/queries";
import type { Desk } from "../desks/schema";
import type { Answers } from "../questionnaires/schema";
import { findSource } from "../sources/queries";
import { entryStateAt, standing, storedDay } from "./rules";
import type { BeginEntryInput, BeginRefusal, EntryRefusal, Unread } from "./schema";

type Entered = { desk: Desk; campaign: Campaign; source: string };

/** Who enters what and from where, before a word of it is read. */
async function enteredAt(
  actor: Actor,
  input: BeginEntryInput,
  at: Date,
): Promise<Result<Entered, BeginRefusal>> {
  const desk = await getDesk(actor, input.desk);
  const campaign = await getCampaign(actor, input.campaign, at);
  const state = entryStateAt(campaign, input.mode, at);
  if (state !== "open") return refuse(state);
  const given = input.source ?? "papier";
  const source = desk.source ?? (await findSource(given, campaign.partners));
  return source ? ok({ desk, campaign, source: source.code }) : refuse("unknown_source");
}

const draftDays = 30;

/**
 * Begins an entry step by step: a draft as anybody's, marked as entered for somebody else. Journalled
 * (campaign, source and way, nothing of what is answered). NotFound without a desk; refuses `not_open`,
 * `too_late` (fifteen days after the last from a sheet, the last with the person there) and `unknown_source`.
 */
export async function beginEntry(
  actor: Actor,
  input: BeginEntryInput,
  at: Date = now(),
): Promise<Result<{ code: string; first: string }, BeginRefusal>> {
  const entered = await enteredAt(actor, input, at);
  if (!entered.ok) return entered;
  const { campaign, source } = entered.value;
  const code = randomBytes(16).toString("base64url");
  return inTransaction(async (tx) => {
    await tx.surveyDraft.create({
      data: {
        ...{ codeHash: hashOfToken(code), campaignId: campaign.id, source },
        ...{ entryMode: input.mode, locale: input.language },
        expiresAt: new Date(at.getTime() + draftDays * 86_400_000),
      },
    });
    await journalEntry(tx, actor, "survey.entry_begun", { ...entered.value, mode: input.mode });
    return ok({ code, first: campaign.questionnaire.sections[0]?.id ?? "" });
  });
}

type Sheet = BeginEntryInput & {
  code: string;
  /** What is required and empty, or does not go together, is so on the sheet. */
  isBlank: boolean;
  raw: RawAnswers;
};

/**
 * Enters a whole sheet, by the rules of the screen: what does not apply is dropped. The code of the page
 * is its receipt and makes sending twice once. Journalled as `beginEntry` is, without anything that leads
 * to the answers. Refuses also `problems` and `blanks` with what they are about, and `code_used` when the
 * page has served for other answers.
 */
export async function enterSheet(
  actor: Actor,
  input: Sheet,
  at: Date = now(),
): Promise<Result<{ blanks: number }, EntryRefusal>> {
  const entered = await enteredAt(actor, input, at);
  if (!entered.ok) return entered;
  const { campaign } = entered.value;
  const { questionnaire } = campaign;
  const isSheet = input.mode === "paper";
  const read = readAnswers(questionnaire, input.raw, await listCommuneChoices(), { isSheet });
  const { problems, blanks } = standing(read.problems, input.mode, questionnaire);
  if (problems.length > 0) {
    return refuse("problems", { problems: [...problems, ...blanks] } satisfies Unread);
  }
  if (blanks.length > 0 && !input.isBlank) {
    return refuse("blanks", { problems: blanks } satisfies Unread);
  }
  const { answers } = read;
  return inTransaction<{ blanks: number }, EntryRefusal>(async (tx) => {
    if (await isWritten(tx, { ...input, ...entered.value, answers }, at)) {
      const told = { ...entered.value, mode: input.mode };
      await journalEntry(tx, actor, "survey.sheet_entered", told);
      return ok({ blanks: blanks.length });
    }
    const isSame = await holdsSame(tx, input.code, campaign.id, answers);
    return isSame ? ok({ blanks: blanks.length }) : refuse("code_used");
  });
}

type Row = Entered & Pick<Sheet, "code" | "mode" | "language"> & { answers: Answers };

/** Whether the row is new; one of that code stands as it is. */
async function isWritten(tx: Tx, row: Row, at: Date): Promise<boolean> {
  const { campaign, source, code, mode, language, answers } = row;
  const count = await tx.$executeRaw(Prisma.sql`
    INSERT INTO survey_responses (campaign_id, version, day, source, entry_mode, locale, answers, receipt_hash)
    VALUES (${campaign.id}::uuid, ${campaign.questionnaire.version}, ${storedDay(campaign, mode, at)}::date,
      ${source}, ${mode}::survey_entry_mode, ${language}, ${JSON.stringify(answers)}::jsonb, ${hashOfToken(code)})
    ON CONFLICT (receipt_hash) DO NOTHING`);
  return count > 0;
}

async function holdsSame(tx: Tx, code: string, campaignId: string, answers: Answers) {
  const [same] = await tx.$queryRaw<{ is: boolean }[]>(Prisma.sql`
    SELECT answers = ${JSON.stringify(answers)}::jsonb AND campaign_id = ${campaignId}::uuid AS is
    FROM survey_responses WHERE receipt_hash = ${hashOfToken(code)}`);
  return same?.is ?? false;
}

/** No number of a row, no answer: what is told is where, how and by whom. */
async function journalEntry(
  tx: Tx,
  actor: Actor,
  action: "survey.entry_begun" | "survey.sheet_entered",
  { desk, campaign, source, mode }: Entered & { mode: string },
): Promise<void> {
  const after = { campaign: campaign.slug, source, mode };
  await writeJournal(tx, { actor, action, spaceId: desk.spaceId, subjectId: campaign.id, after });
}
