import { z } from "zod";
import { addDays } from "@/lib/core/day";
import type { ClosureWhen } from "@/lib/spaces/closures/schema";
import { gatherAnswers, type HitAnswers, hitAnswers } from "../hits/schema";
import { dayInput, spaceSlugInput } from "../schema";

/** Longer is not a closure but other hours, or a place out of service. */
const longestDays = 366;

/** « 14:30 » as minutes after midnight; « 24:00 » is the end of the day. */
export const wallTimeInput = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "invalidValue")
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

const whenFields = z.strictObject({
  first: dayInput,
  /** Left out: the first day alone. */
  last: dayInput.optional(),
  part: z.enum(["day", "morning", "afternoon", "hours"]),
  from: wallTimeInput.optional(),
  until: wallTimeInput.optional(),
});

type WhenFields = z.infer<typeof whenFields>;

function whenOf(
  { first, last = first, part, from, until }: WhenFields,
  context: z.RefinementCtx,
): ClosureWhen {
  const fault = (path: string) => {
    context.addIssue({ code: "custom", message: "invalidDate", path: [path] });
    return z.NEVER;
  };
  if (last < first || last > addDays(first, longestDays)) return fault("last");
  if (part !== "hours") return { first, last, part };
  if (from === undefined || from === 1_440) return fault("from");
  if (until === undefined || (first === last && until <= from)) return fault("until");
  return { first, last, part, startMinute: from, endMinute: until };
}

/** When to close, as a page is asked for it. */
export const closureWhenInput = whenFields.transform(whenOf);

const reason = z.string().trim().min(1).max(200);
const announced = z.strictObject({ ...whenFields.shape, ...hitAnswers, reason });

/** When to close, why, and what becomes of each booking hit. */
export type Announcement = HitAnswers & { when: ClosureWhen; reason: string };
export type NetworkClosureInput = Announcement;
export type ClosureInput = Announcement & { slug: string; resourceId?: string | undefined };

function announcedOf<Target>(
  values: WhenFields & HitAnswers & { reason: string } & Target,
  context: z.RefinementCtx,
) {
  const { first, last, part, from, until, ...others } = values;
  return { ...others, when: whenOf({ first, last, part, from, until }, context) };
}

/** Closing a space or one resource of it, with what becomes of each booking hit. */
export const closureInput: z.ZodType<ClosureInput> = z.preprocess(
  gatherAnswers,
  announced
    .extend({ slug: spaceSlugInput, resourceId: z.uuid().optional() })
    .transform(announcedOf),
);

/** Closing the whole network. */
export const networkClosureInput: z.ZodType<NetworkClosureInput> = z.preprocess(
  gatherAnswers,
  announced.transform(announcedOf),
);

/** A closure by itself, or by the announcement it is one of. */
export const closureIdInput = z.strictObject({ closureId: z.uuid() });
export type ClosureIdInput = z.infer<typeof closureIdInput>;

/** The same, sent from a page of its space. */
export const closureOfSpaceInput = closureIdInput.extend({ slug: spaceSlugInput });

export const closureRefusals = [
  "slot_over",
  "already_closed",
  "list_changed",
  "too_many_hits",
] as const;
export type ClosureRefusal = (typeof closureRefusals)[number];

export const undoRefusals = ["too_late_to_undo"] as const;
export type UndoRefusal = (typeof undoRefusals)[number];
