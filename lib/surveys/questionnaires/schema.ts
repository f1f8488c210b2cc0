import { z } from "zod";

/** A sentence in both languages. */
const words = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });

const questionId = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/);
const optionValue = z.string().regex(/^[a-z0-9][a-z0-9_]{0,59}$/);

/** When a question is asked; what each form means is in lib/surveys/conditions/rules.ts. */
export type Condition =
  | { q: string; in: string[] }
  | { q: string; notIn: string[] }
  | { q: string; gte: number }
  | { q: string; answered: true }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ q: questionId, in: z.array(z.string()).min(1) }),
    z.strictObject({ q: questionId, notIn: z.array(z.string()).min(1) }),
    z.strictObject({ q: questionId, gte: z.number() }),
    z.strictObject({ q: questionId, answered: z.literal(true) }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
  ]),
);

const option = z.strictObject({
  value: optionValue,
  label: words,
  /** Chosen, it clears the others. */
  exclusive: z.boolean().optional(),
  priority: z.boolean().optional(),
  seedCategory: z.string().optional(),
  /** Weights of the diagnosis: hypotheses, printed with what they give. */
  intentWeight: z.number().min(0).max(1).optional(),
  personDaysPerMonth: z.number().min(0).optional(),
  daysPerWeek: z.number().min(0).optional(),
  eur: z.number().min(0).optional(),
  minutes: z.number().min(0).optional(),
  deskKind: z.enum(["open", "closed", "dedicated"]).optional(),
  emissionMode: z.enum(["car", "motorbike", "bus", "train", "none"]).optional(),
  occupancy: z.number().min(1).optional(),
});
export type SurveyOption = z.infer<typeof option>;

const row = z.strictObject({ value: optionValue, label: words });
const asked = {
  id: questionId,
  label: words,
  help: words.optional(),
  required: z.boolean(),
  showIf: condition.optional(),
};
const options = z.array(option).min(2).max(60);

export const question = z.discriminatedUnion("type", [
  z.strictObject({ ...asked, type: z.literal("single"), options }),
  z.strictObject({
    ...asked,
    type: z.literal("multi"),
    options,
    minChoices: z.number().int().min(0).default(0),
    maxChoices: z.number().int().min(1).optional(),
  }),
  z.strictObject({ ...asked, type: z.literal("commune"), optionSource: z.literal("communes") }),
  z.strictObject({
    ...asked,
    type: z.literal("communes"),
    optionSource: z.literal("communes"),
    maxChoices: z.number().int().min(1).max(10),
    memberOnly: z.boolean().optional(),
    suggest: z.array(z.string()).optional(),
  }),
  z.strictObject({
    ...asked,
    type: z.literal("number"),
    min: z.number(),
    max: z.number(),
    step: z.number().positive(),
    unit: z.string().optional(),
    validate: z.strictObject({ gteField: questionId }).optional(),
  }),
  z.strictObject({ ...asked, type: z.literal("grid"), rows: z.array(row), columns: z.array(row) }),
  z.strictObject({
    ...asked,
    type: z.literal("scale"),
    rows: z.array(row),
    scale: z.array(row.extend({ score: z.number() })).min(2),
    noOpinion: z.boolean().optional(),
  }),
  z.strictObject({
    ...asked,
    type: z.enum(["text", "longtext"]),
    maxLength: z.number().int().min(1).max(5_000),
  }),
]);
export type Question = z.infer<typeof question>;

const section = z.strictObject({
  id: questionId,
  title: words,
  intro: words.optional(),
  showIf: condition.optional(),
  questions: z.array(question).min(1),
});

/** One version of a questionnaire: what is asked, in what order, and on what condition. */
export const questionnaire = z.object({
  id: z.string(),
  version: z.number().int().min(1),
  title: words,
  intro: words,
  sections: z.array(section).min(1).max(30),
  /** Questions without an answer to which a response is a draft, never counted. */
  completion: z.object({ minimumToCount: z.array(questionId).min(1) }),
});
export type Questionnaire = z.infer<typeof questionnaire>;

/**
 * An answer: one value, several, or for a grid and a scale the chosen pairs `row:column`. Numbers are
 * numbers; text is text. A question without an answer has no key.
 */
export type Answer = string | number | string[];
export type Answers = Readonly<Record<string, Answer>>;
