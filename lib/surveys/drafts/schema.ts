import { z } from "zod";

export type StartRefusal = "not_open" | "too_many" | "prove";
export type StepRefusal = "not_open" | "unknown_draft";

/** The code of an address: 128 random bits. */
export const surveyCode = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

export const startDraftInput = z.strictObject({
  campaign: z.string().min(1).max(120),
  source: z.string().max(60).optional(),
  framed: z.literal("1").optional(),
  /** Only while very many responses begin at once. */
  challenge: z.string().max(120).optional(),
  solution: z.string().max(20).optional(),
  answer: z.string().max(4).optional(),
});

/** A code as typed or pasted, its whole address too. */
export const codeInput = z.strictObject({
  code: z
    .string()
    .max(400)
    .transform((text) => /(?:^|[/=\s])([A-Za-z0-9_-]{22})(?:$|[/?#&\s])/.exec(text)?.[1] ?? ""),
});

/** One step: its own fields are read by the questionnaire, question by question. */
export const keepStepInput = z
  .object({
    code: surveyCode,
    section: z.string().max(60),
    shown: z
      .string()
      .max(4_000)
      .default("")
      .transform((text) => text.split(" ").filter(Boolean)),
    framed: z.literal("1").optional(),
    returns: z.literal("1").optional(),
    /** Back to the step before: what reads well is kept, nothing is asked. */
    vers: z.literal("avant").optional(),
  })
  .catchall(z.union([z.string(), z.array(z.string())]));

export const sendResponseInput = z.strictObject({
  code: surveyCode,
  framed: z.literal("1").optional(),
  /** A field nobody sees: what fills it in is no person. */
  website: z.string().optional(),
});
