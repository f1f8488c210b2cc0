import { z } from "zod";

export const eventThemes = [
  "digital",
  "work",
  "exchange",
  "talk",
  "open_day",
  "making",
  "culture",
  "induction",
  "other",
] as const;

/** For whom it is meant first; nobody is turned away by it. */
export const audiences = [
  "everyone",
  "newcomers",
  "job_seekers",
  "self_employed",
  "young",
  "seniors",
  "families",
  "members",
] as const;

export const levels = ["any", "beginner", "intermediate", "advanced"] as const;

/** What makes it reachable. */
export const accessCodes = [
  "step_free",
  "hearing_loop",
  "sign_language",
  "large_print",
  "quiet",
  "children",
  "parking",
] as const;

export const placeKinds = ["room", "space", "elsewhere", "online"] as const;
export type PlaceKind = (typeof placeKinds)[number];

export const eventStates = [
  "draft",
  "proposed",
  "withdrawn",
  "refused",
  "published",
  "cancelled",
] as const;
export type EventState = (typeof eventStates)[number];

/** Whether a proposal in that state was refused, or taken back before an answer. */
export function isTurnedDown(state: EventState): boolean {
  return state === "refused" || state === "withdrawn";
}

/** The last part of an address of ours; anything else leads to nothing. */
export const slugShape = /^[a-z0-9-]{1,160}$/;

export const longest = {
  title: 120,
  summary: 240,
  description: 6_000,
  bring: 300,
  accessNote: 300,
  address: 160,
  step: 120,
  question: 160,
  option: 80,
  words: 400,
  priceLabel: 60,
  alternative: 200,
} as const;

/** Steps of the programme, by wall minute of the organising space. */
const programmeColumn = z.array(
  z.object({ minute: z.int().min(0).max(1439), text: z.string().min(1).max(longest.step) }),
);
export type Programme = z.infer<typeof programmeColumn>;

export const questionKinds = ["text", "choice", "yes_no"] as const;
const questionsColumn = z.array(
  z.object({
    id: z.string().regex(/^[a-z0-9]{1,12}$/),
    label: z.string().min(1).max(longest.question),
    kind: z.enum(questionKinds),
    /** For a choice, two at least. */
    options: z.array(z.string().min(1).max(longest.option)).max(12),
    required: z.boolean(),
  }),
);
/** Questions asked before, of whom somebody answered; read by hosts alone. */
export const formerQuestionsColumn = questionsColumn;
export type Question = z.infer<typeof questionsColumn>[number];

/** Integer cents, 0 = free of charge. */
const pricesColumn = z.array(
  z.object({ label: z.string().max(longest.priceLabel), cents: z.int().min(0).max(1_000_000) }),
);
export type Price = z.infer<typeof pricesColumn>[number];

/** What the Json columns of an event hold, written by `lib/events/editing` alone. */
export const eventColumns = z.object({
  programme: programmeColumn,
  questions: questionsColumn,
  prices: pricesColumn,
});

/** What a line of the history of an event says happened. */
export const changeVerbs = [
  "created",
  "proposed",
  "published",
  "edited",
  "moved",
  "refused",
  "withdrawn",
  "cancelled",
  "reopened",
] as const;
export type ChangeVerb = (typeof changeVerbs)[number];
