import type { Question } from "@/lib/events/schema";

/** What somebody answered to a question, as one reads it; null for no answer. */
export function answerWords(
  { id, kind }: Question,
  answers: Readonly<Record<string, string>>,
  words: { yes: string; no: string },
): string | null {
  const answer = answers[id];
  if (!answer) return null;
  if (kind !== "yes_no") return answer;
  return answer === "yes" ? words.yes : words.no;
}
