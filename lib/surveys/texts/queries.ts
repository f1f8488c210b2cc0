import { db, Prisma } from "@/lib/infra/db";
import type { Campaign } from "../campaigns/schema";
import { textQuestionsOf } from "./rules";

/** A text published after somebody read it. */
export type PublishedText = { question: string; text: string };

const mostShown = 200;

/** Texts of a campaign that were published, in an order that says nothing; nobody's. For everybody. */
export async function listPublishedTexts(
  campaign: Pick<Campaign, "id" | "questionnaire" | "state">,
): Promise<PublishedText[]> {
  const questions = textQuestionsOf(campaign.questionnaire);
  if (campaign.state !== "published" || questions.length === 0) return [];
  return db.$queryRaw<PublishedText[]>(Prisma.sql`
    SELECT t.question, r.answers ->> t.question AS text
    FROM survey_text_reviews t JOIN survey_responses r ON r.id = t.response_id
    WHERE r.campaign_id = ${campaign.id}::uuid AND t.state = 'published'
      AND t.question = ANY(${questions}) AND r.answers ->> t.question <> ''
    ORDER BY md5(t.question || r.receipt_hash) LIMIT ${mostShown}`);
}
