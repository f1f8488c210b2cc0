import { z } from "zod";

/** 128 random bits in the address: opens a draft, and once sent, takes the answers back. */
export const surveyCode = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

export const startDraftInput = z.strictObject({
  campaign: z.string().max(80),
  source: z.string().max(80).optional(),
});

export type StartRefusal = "not_open" | "too_many";
export type StepRefusal = "not_open" | "unknown_draft" | "problems";

/** Answers of a step as a form sends them: the questions' own names. */
export const rawAnswers = z.record(z.string().max(60), z.unknown());
