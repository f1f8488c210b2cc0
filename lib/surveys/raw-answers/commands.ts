import type { Actor } from "@/lib/core/actor";
import { type Day, dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { db, inTransaction } from "@/lib/infra/db";
import { getCampaign } from "../campaigns/queries";
import type { Campaign } from "../campaigns/schema";
import { answersOf } from "../drafts/commands";
import { type Answers, questionnaire } from "../questionnaires/schema";
import { mayRead } from "../readers/queries";

export type OpenedAnswers = { campaign: Campaign; day: Day; source: string; answers: Answers };

/**
 * Opens one response to somebody named for it. That they read it is in the journal before they do: no
 * line, no reading. NotFound for anybody else, for an unknown response, and once their time is over.
 */
export async function openAnswers(
  actor: Actor,
  { id }: { id: string },
  at: Date = now(),
): Promise<OpenedAnswers> {
  const opened = await inTransaction<Opened, never>(async (tx) => {
    const response = await tx.surveyResponse.findUnique({
      where: { id, takenBackOn: null },
      include: { campaign: { select: { id: true, slug: true, timeZone: true, survey: true } } },
    });
    if (!response || !(await mayRead(actor, response.campaign, at, tx))) throw new NotFound();
    await writeJournal(tx, { actor, action: "survey.answers_read", subjectId: id });
    const { day, source, campaign, version } = response;
    const answers = answersOf(response.answers);
    const { slug, survey } = campaign;
    return ok({ day: dayFromColumn(day), source, answers, slug, survey, version });
  });
  if (!opened.ok) throw new NotFound();
  const { slug, survey, version, ...rest } = opened.value;
  const campaign = await getCampaign(actor, slug, at);
  const asked = await db.surveyVersion.findUnique({
    where: { survey_version: { survey, version } },
  });
  const read = questionnaire.safeParse(asked?.questionnaire);
  // In the words they answered to, whatever the campaign asks now.
  return { campaign: read.success ? { ...campaign, questionnaire: read.data } : campaign, ...rest };
}

type Opened = Omit<OpenedAnswers, "campaign"> & { slug: string; survey: string; version: number };
