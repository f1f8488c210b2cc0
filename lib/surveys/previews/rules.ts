import type { Answers, Questionnaire } from "../questionnaires/schema";
import { previewAnswers } from "./schema";

/** Answers as an address carries them; what was written freely is only known to be there. */
export function carried(questionnaire: Questionnaire, answers: Answers): string {
  const texts = questionnaire.sections
    .flatMap(({ questions }) => questions)
    .filter(({ type }) => type === "text" || type === "longtext")
    .map(({ id }) => id);
  const short = Object.entries(answers).map(([id, answer]) => [
    id,
    texts.includes(id) ? "…" : answer,
  ]);
  return encodeURIComponent(JSON.stringify(Object.fromEntries(short)));
}

/** What an address carries; nothing where it does not read. */
export function carriedAnswers(text: string): Answers {
  try {
    return previewAnswers.catch({}).parse(JSON.parse(text || "{}"));
  } catch {
    return {};
  }
}
