import { type Actor, personIdOf } from "@/lib/core/actor";
import { dateColumn, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, Prisma } from "@/lib/infra/db";
import type { Campaign } from "../campaigns/schema";
import { mayRead } from "../readers/queries";
import { textQuestionsOf } from "./rules";
import type { FreeText, ReviewTextInput, TextState } from "./schema";

/** Texts on one page of the review. */
const textsOfPage = 20;

type Opened = { texts: FreeText[]; counts: Record<TextState, number> };

/**
 * Opens free texts to somebody named to read answers, without commune, profile or day; that they read
 * them is in the journal first. NotFound for anybody else.
 */
export async function openTexts(
  actor: Actor,
  { campaign, state }: { campaign: Campaign; state: TextState },
  at: Date = now(),
): Promise<Opened> {
  const questions = textQuestionsOf(campaign.questionnaire);
  const opened = await inTransaction<Opened, never>(async (tx) => {
    if (!(await mayRead(actor, campaign, at, tx))) throw new NotFound();
    const written = Prisma.sql`
      SELECT r.id AS "responseId", q.question, r.answers ->> q.question AS text,
        coalesce(t.state::text, 'waiting') AS state
      FROM survey_responses r CROSS JOIN unnest(${questions}::text[]) AS q(question)
      LEFT JOIN survey_text_reviews t ON t.response_id = r.id AND t.question = q.question
      WHERE r.campaign_id = ${campaign.id}::uuid AND r.answers ->> q.question <> ''`;
    const texts = await tx.$queryRaw<FreeText[]>(Prisma.sql`
      SELECT * FROM (${written}) AS texts WHERE state = ${state}
      ORDER BY md5("responseId"::text || question) LIMIT ${textsOfPage}`);
    const counted = await tx.$queryRaw<{ state: TextState; count: number }[]>(Prisma.sql`
      SELECT state, count(*)::int AS count FROM (${written}) AS texts GROUP BY state`);
    const countOf = (wanted: TextState) =>
      counted.find((each) => each.state === wanted)?.count ?? 0;
    if (texts.length > 0) {
      await writeJournal(tx, {
        actor,
        action: "survey.texts_read",
        subjectId: campaign.id,
        after: { count: texts.length },
      });
    }
    return ok({
      texts,
      counts: {
        waiting: countOf("waiting"),
        published: countOf("published"),
        hidden: countOf("hidden"),
      },
    });
  });
  if (!opened.ok) throw new NotFound();
  return opened.value;
}

/**
 * Publishes a free text with the results, or hides it; said again otherwise, the last word holds.
 * Journalled, without the text. Named readers; NotFound for anybody else and for a text that is not there.
 */
export async function reviewText(
  actor: Actor,
  { responseId, question, decision }: ReviewTextInput,
  at: Date = now(),
): Promise<Result<null, never>> {
  return inTransaction<null, never>(async (tx) => {
    const [response] = await tx.$queryRaw<{ id: string; timeZone: string }[]>(Prisma.sql`
      SELECT c.id, c.time_zone AS "timeZone"
      FROM survey_responses r JOIN campaigns c ON c.id = r.campaign_id
      JOIN survey_versions v ON v.survey = c.survey AND v.version = c.version
      WHERE r.id = ${responseId}::uuid AND r.answers ->> ${question} <> ''
        AND jsonb_path_exists(v.questionnaire,
          '$.sections[*].questions[*] ? (@.id == $id && (@.type == "text" || @.type == "longtext"))',
          jsonb_build_object('id', ${question}::text))
      FOR UPDATE OF r`);
    if (!response || !(await mayRead(actor, response, at, tx))) throw new NotFound();
    const key = { responseId, question };
    const known = await tx.surveyTextReview.findUnique({ where: { responseId_question: key } });
    if (known?.state === decision) return ok(null);
    const decided = {
      state: decision,
      day: dateColumn(dayOf(at, response.timeZone)),
      reviewedBy: personIdOf(actor),
    };
    await tx.surveyTextReview.upsert({
      where: { responseId_question: key },
      create: { ...key, ...decided },
      update: decided,
    });
    await writeJournal(tx, {
      actor,
      action: decision === "published" ? "survey.text_published" : "survey.text_hidden",
      subjectId: responseId,
      after: { question },
    });
    return ok(null);
  });
}
