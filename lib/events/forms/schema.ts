import { z } from "zod";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { parseClock, parseDay } from "@/lib/core/day";
import { oneLine, severalLines } from "@/lib/core/plain-text";
import { isSafeLink, languageCodes } from "@/lib/members/profiles/schema";
import { whole } from "@/lib/spaces/resources/schema";
import type { CreateEventInput, EditEventInput } from "../editing/schema";
import type { ProposeEventInput } from "../proposals/schema";
import {
  accessCodes,
  audiences,
  eventThemes,
  levels,
  longest,
  type Programme,
  placeKinds,
  questionKinds,
} from "../schema";
import { type EditScope, editScopes } from "../series/schema";
import { fieldsOf } from "./readings/schema";
import { priceRows, questionRows } from "./rows/schema";

/** How long the next of the line has to answer, in minutes. */
export const offerLengths = [60, 180, 360, 720, 1_440, 2_880] as const;

export const priceKinds = ["none", "set", "free"] as const;
export type PriceKind = (typeof priceKinds)[number];

const line = (most: number, least = 0) =>
  z
    .string()
    .max(most * 4)
    .transform(oneLine)
    .pipe(z.string().min(least, "required").max(most));
const text = (most: number, least = 0) =>
  z
    .string()
    .max(most * 4)
    .transform(severalLines)
    .pipe(z.string().min(least, "required").max(most));

const someDay = z.string().transform((typed, context) => {
  const read = parseDay(typed);
  if (read) return read;
  context.addIssue({ code: "custom", message: "invalidDate" });
  return z.NEVER;
});
const wallTime = z.string().transform((typed, context) => {
  const minute = parseClock(typed);
  if (minute !== null) return minute;
  context.addIssue({ code: "custom", message: "invalidValue" });
  return z.NEVER;
});
const boxes = <Item extends z.ZodType>(item: Item, most: number) =>
  z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(item).max(most));
const yesNo = z.enum(["yes", "no"]).transform((answer) => answer === "yes");

/** « 14:00 Accueil », « 14 h 30 On ouvre un dossier »: one step a line. */
const programmeText = text(3_000).transform((typed, context) => {
  const steps: Programme = [];
  for (const written of typed.split("\n").map(oneLine)) {
    if (written === "") continue;
    const step = /^(\d{1,2}) ?[h:] ?(\d{2})?(?!\d)[ :,–-]*(.+)$/i.exec(written);
    const minute = step ? Number(step[1]) * 60 + Number(step[2] ?? 0) : 1_440;
    const said = step?.[3]?.trim() ?? "";
    if (minute > 1_439 || Number(step?.[2] ?? 0) > 59 || !isShort(said)) {
      context.addIssue({ code: "custom", message: "invalidValue" });
      return z.NEVER;
    }
    steps.push({ minute, text: said });
  }
  if (steps.length <= 20) return steps.sort((a, b) => a.minute - b.minute);
  context.addIssue({ code: "custom", message: "tooManyItems" });
  return z.NEVER;
});

function isShort(said: string): boolean {
  return said !== "" && said.length <= longest.step;
}

const questionId = z.string().regex(/^[a-z0-9]{1,12}$/);

/** « 12,50 » in cents. */
const amount = z
  .string()
  .trim()
  .regex(/^\d{1,4}([.,]\d{1,2})?$/, "invalidValue")
  .transform((typed) => Math.round(Number(typed.replace(",", ".")) * 100));

/** The same field in each row, under the row's own name. */
function each<Row extends number, Name extends string, Field extends z.ZodType>(
  rows: readonly Row[],
  nameOf: (row: Row) => Name,
  field: Field,
): Record<Name, Field> {
  return Object.fromEntries(rows.map((row) => [nameOf(row), field])) as Record<Name, Field>;
}

type QuestionRow = (typeof questionRows)[number];
type PriceRow = (typeof priceRows)[number];

const questionFields = {
  ...each(questionRows, (row: QuestionRow) => `question${row}Id` as const, questionId.optional()),
  ...each(
    questionRows,
    (row: QuestionRow) => `question${row}Label` as const,
    line(longest.question).optional(),
  ),
  ...each(
    questionRows,
    (row: QuestionRow) => `question${row}Kind` as const,
    z.enum(questionKinds).default("text"),
  ),
  ...each(
    questionRows,
    (row: QuestionRow) => `question${row}Options` as const,
    text(1_200).optional(),
  ),
  ...each(
    questionRows,
    (row: QuestionRow) => `question${row}Required` as const,
    yesNo.default(false),
  ),
};
const priceFields = {
  ...each(
    priceRows,
    (row: PriceRow) => `price${row}Label` as const,
    line(longest.priceLabel).optional(),
  ),
  ...each(priceRows, (row: PriceRow) => `price${row}Amount` as const, amount.optional()),
};

const formFields = {
  title: line(longest.title, 1),
  summary: line(longest.summary, 1),
  description: text(longest.description, 1),
  language: z.enum(languageCodes).default("fr"),
  theme: z.enum(eventThemes),
  audience: z.enum(audiences).default("everyone"),
  level: z.enum(levels).default("any"),
  bring: line(longest.bring).optional(),
  access: boxes(z.enum(accessCodes), accessCodes.length),
  accessNote: line(longest.accessNote).optional(),
  programme: programmeText.default([]),
  placeKind: z.enum(placeKinds),
  resourceId: z.uuid().optional(),
  address: line(longest.address).optional(),
  communeId: z.string().max(10).optional(),
  onlineUrl: line(400).refine(isSafeLink, "invalidLink").optional(),
  day: someDay,
  from: wallTime,
  until: wallTime,
  capacity: whole(1, 5_000).optional(),
  needsRegistration: yesNo.default(true),
  opensOn: someDay.optional(),
  closesOn: someDay.optional(),
  mostPeople: whole(1, 20).default(4),
  asksNames: yesNo.default(false),
  offerMinutes: whole(5, 10_080).default(720),
  minimumPeople: whole(1, 5_000).optional(),
  minimumDay: someDay.optional(),
  minimumTime: wallTime.default(720),
  priceKind: z.enum(priceKinds).default("none"),
  habilitationId: z.uuid().optional(),
  ...questionFields,
  ...priceFields,
};
const typedEvent = z.strictObject(formFields);
export type Typed = z.infer<typeof typedEvent>;

/** A new event, as the form sends it; `next`: shown to everybody at once, or kept among hosts. */
export const createEventForm: z.ZodType<CreateEventInput> = typedEvent
  .extend({
    slug: spaceSlugInput,
    next: z.enum(["publish", "draft"]).default("publish"),
    idempotencyKey: z.uuid().optional(),
  })
  .transform(({ slug, next, idempotencyKey, ...typed }, context) => ({
    ...{ slug, idempotencyKey },
    publishes: next === "publish",
    fields: fieldsOf(typed, context),
  }));

/** What a member proposes: the hosts decide whether it is shown. */
export const proposeEventForm: z.ZodType<ProposeEventInput> = typedEvent
  .extend({ slug: spaceSlugInput, idempotencyKey: z.uuid().optional() })
  .transform(({ slug, idempotencyKey, ...typed }, context) => ({
    ...{ slug, idempotencyKey },
    fields: fieldsOf(typed, context),
  }));

/** The same of one that is; `mark`: the last line of its history that was shown with the form. */
export const editEventForm: z.ZodType<EditEventInput & { scope: EditScope }> = typedEvent
  .extend({
    eventId: z.uuid(),
    mark: z.uuid().optional(),
    scope: z.enum(editScopes).default("one"),
  })
  .transform(({ eventId, mark, scope, ...typed }, context) => ({
    ...{ eventId, mark, scope },
    fields: fieldsOf(typed, context),
  }));
