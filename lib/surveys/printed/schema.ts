import type { Question } from "../questionnaires/schema";

/** A condition as a sheet of paper says it: questions by their number, no negation but at the leaves. */
export type PrintedCondition =
  | { kind: "in" | "notIn"; question: Question; number: number; values: string[] }
  | { kind: "gte" | "lt"; number: number; least: number }
  | { kind: "answered" | "notAnswered"; number: number }
  | { kind: "all" | "any"; of: PrintedCondition[] };

/** « Si …, répondez aux questions 16 à 21 ; sinon passez à la question 22. » */
export type Guard = {
  when: PrintedCondition;
  /** Numbers of the questions it is said for, the first and the last. */
  from: number;
  until: number;
  /** Where to go on otherwise; null at the end. */
  next: number | null;
};

export type PrintedQuestion = { number: number; question: Question; guard: Guard | null };

type Words = { fr: string; en: string };

export type PrintedSection = {
  id: string;
  title: Words;
  intro: Words | undefined;
  guard: Guard | null;
  questions: PrintedQuestion[];
};
