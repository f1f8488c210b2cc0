import { z } from "zod";
import { oneLine, severalLines } from "@/lib/core/plain-text";
import { condition } from "../questionnaires/schema";

const line = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => text.isWellFormed())
    .transform(oneLine)
    .refine(Boolean, "required");
const paragraph = z
  .string()
  .max(4_000)
  .refine((text) => text.isWellFormed())
  .transform(severalLines)
  .refine(Boolean, "required");

/** One line in both languages: a question, an option, a title. */
export const lineWords = z.strictObject({ fr: line(600), en: line(600) });
/** Several lines in both languages. */
export const paragraphWords = z.strictObject({ fr: paragraph, en: paragraph });
export type Words = { fr: string; en: string };

const name = z.string().min(1).max(60);
const by = z.enum(["up", "down"]);
export type Direction = z.infer<typeof by>;

/** What a question asks of whoever answers: nothing, an answer, or one without which nothing counts. */
export const requirements = ["optional", "required", "needed"] as const;
export type Requirement = (typeof requirements)[number];

export const questionTypes = [
  "single",
  "multi",
  "commune",
  "communes",
  "number",
  "grid",
  "scale",
  "text",
  "longtext",
] as const;
export type QuestionType = (typeof questionTypes)[number];

/** Lists of words a question may have. */
export const listNames = ["options", "rows", "columns", "scale"] as const;
export type ListName = (typeof listNames)[number];

/** Figures of an option that the diagnosis counts with. */
export const weightNames = [
  "intentWeight",
  "personDaysPerMonth",
  "daysPerWeek",
  "eur",
  "minutes",
  "occupancy",
  "score",
] as const;
export type WeightName = (typeof weightNames)[number];

const bound = z.number().min(-1_000_000).max(1_000_000);
/** Bounds of an answer; those its type does not have are left alone. */
export const bounds = z.strictObject({
  min: bound.optional(),
  max: bound.optional(),
  step: bound.positive().optional(),
  unit: z.string().max(20).transform(oneLine).optional(),
  /** The number asked before which this one may not be below; an empty text for none. */
  atLeast: z.string().max(60).optional(),
  minChoices: z.number().int().min(0).max(60).optional(),
  /** Null for as many as one likes. */
  maxChoices: z.number().int().min(1).max(60).nullable().optional(),
  memberOnly: z.boolean().optional(),
  maxLength: z.number().int().min(1).max(5_000).optional(),
});
export type Bounds = z.infer<typeof bounds>;

const item = z.strictObject({
  value: name,
  label: lineWords,
  exclusive: z.boolean().optional(),
  weights: z.partialRecord(z.enum(weightNames), z.number().min(-1_000).max(100_000)).optional(),
});
export type ListItem = z.infer<typeof item>;

/** What a condition shows or hides. */
const target = z.union([z.strictObject({ question: name }), z.strictObject({ section: name })]);
export type Target = z.infer<typeof target>;

const leaf = z.union([
  z.strictObject({ q: name, in: z.array(name).min(1).max(60) }),
  z.strictObject({ q: name, notIn: z.array(name).min(1).max(60) }),
  z.strictObject({ q: name, gte: bound }),
  z.strictObject({ q: name, answered: z.literal(true) }),
]);
export type Leaf = z.infer<typeof leaf>;

/** One small change of a questionnaire. */
export const edit = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("intro_worded"), title: lineWords, intro: paragraphWords }),
  z.strictObject({
    kind: z.literal("section_worded"),
    section: name,
    title: lineWords,
    intro: paragraphWords.optional(),
  }),
  z.strictObject({
    kind: z.literal("section_added"),
    title: lineWords,
    type: z.enum(questionTypes),
    label: lineWords,
  }),
  z.strictObject({ kind: z.literal("section_moved"), section: name, by }),
  z.strictObject({ kind: z.literal("section_removed"), section: name }),
  z.strictObject({
    kind: z.literal("question_added"),
    section: name,
    type: z.enum(questionTypes),
    label: lineWords,
  }),
  z.strictObject({
    kind: z.literal("question_changed"),
    question: name,
    label: lineWords,
    help: lineWords.optional(),
    requirement: z.enum(requirements),
    bounds,
  }),
  z.strictObject({ kind: z.literal("question_moved"), question: name, by }),
  z.strictObject({ kind: z.literal("question_removed"), question: name }),
  z.strictObject({
    kind: z.literal("list_changed"),
    question: name,
    list: z.enum(listNames),
    items: z.array(item).max(60),
    added: lineWords.optional(),
    /** What a button of the list asked, once its words are kept. */
    after: z.strictObject({ value: name, what: z.enum(["up", "down", "remove"]) }).optional(),
  }),
  z.strictObject({ kind: z.literal("line_added"), target, leaf }),
  z.strictObject({ kind: z.literal("line_removed"), target, index: z.number().int().min(0) }),
  z.strictObject({ kind: z.literal("lines_joined"), target, how: z.enum(["all", "any"]) }),
  z.strictObject({ kind: z.literal("condition_written"), target, condition: condition.nullable() }),
]);
export type Edit = z.infer<typeof edit>;
export type EditOf<Kind extends Edit["kind"]> = Extract<Edit, { kind: Kind }>;

/** Why an edit cannot be: what it is about is no longer there, or too little or too much would be left. */
export type EditRefusal =
  | "gone"
  | "last_question"
  | "last_section"
  | "last_needed"
  | "too_few_items"
  | "too_many"
  | "impossible_weight";
