import type { Response } from "@/lib/surveys/diagnosis/schema";
import {
  type Answers,
  type Condition,
  type Question,
  type Questionnaire,
  question,
  questionnaire,
} from "@/lib/surveys/questionnaires/schema";
import source from "@/prisma/data/survey-v1.json" with { type: "json" };

/** The questionnaire the project comes with. */
export function surveyOfTheValley(): Questionnaire {
  return questionnaire.parse(source);
}

const yesOrNo = ["yes", "no"].map((value) => ({ value, label: { fr: value, en: value } }));

type Overrides = { showIf?: Condition; required?: boolean; type?: string } & Record<
  string,
  unknown
>;

/** A question « yes or no », required, or of another type with what that type needs. */
export function aQuestion(id: string, { type = "single", ...overrides }: Overrides = {}): Question {
  const options = type === "single" || type === "multi" ? { options: yesOrNo } : {};
  const label = { fr: id, en: id };
  return question.parse({ id, type, label, required: true, ...options, ...overrides });
}

/** A questionnaire of one section of these questions; the first is what a response needs to count. */
export function aQuestionnaire(questions: Question[]): Questionnaire {
  const title = { fr: "Essai", en: "Trial" };
  const completion = { minimumToCount: [questions[0]?.id ?? "a"] };
  const sections = [{ id: "only", title, questions }];
  return { id: "trial", version: 1, title, intro: title, sections, completion };
}

/** A counted response with these answers. */
export function aResponse(answers: Answers, overrides: Partial<Response> = {}): Response {
  const given = { day: "2026-07-01", source: "site", entryMode: "online", locale: "fr" } as const;
  return { ...given, answers, ...overrides };
}
