import { z } from "zod";
import { type Day, parseDay } from "@/lib/core/day";
import {
  type BookingMode,
  bookingModes,
  type QuotaPeriod,
  quotaPeriods,
  type ResourceFeature,
  type ResourceKind,
  resourceFeatures,
  resourceKinds,
} from "../schema";

/** What a host says of a resource: what it is, when it is in service, how it is booked. */
export type ResourceSetup = {
  name: string;
  features: ResourceFeature[];
  capacity: number;
  /** People it may hold by the rules of safety, seated or not; null = its seats. */
  mostPeople: number | null;
  /** Half-open local days; null = still in service. */
  inServiceFrom: Day;
  inServiceUntil: Day | null;
  modes: BookingMode[];
  stepMinutes: number;
  minMinutes: number;
  maxMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  noticeMinutes: number;
  /** Null = the space's, as for the next. */
  horizonDays: number | null;
  cancelNoticeMinutes: number | null;
  quotaCount: number | null;
  quotaPeriod: QuotaPeriod;
  needsApproval: boolean;
  /** Whoever books it holds this one when it begins; null = anybody. */
  habilitationId: string | null;
  /** Resources it is made of: booking it takes them all. */
  partIds: string[];
};

/** What a length of time is said in; a day has twenty-four hours. */
export const delayUnits = ["minutes", "hours", "days"] as const;
export type DelayUnit = (typeof delayUnits)[number];
export const minutesIn = { minutes: 1, hours: 60, days: 1_440 } as const satisfies Record<
  DelayUnit,
  number
>;

/** Units of one piece of equipment added at once. */
export const mostUnits = 50;

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

const name = z.string().trim().min(1).max(60);

/** A whole number as people type it, between two others. */
export const whole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, "wholeNumber")
    .transform(Number)
    .pipe(z.number().min(least).max(most));

const day = z.string().transform((text, context) => {
  const read = parseDay(text);
  if (read) return read;
  context.addIssue({ code: "custom", message: "invalidDate" });
  return z.NEVER;
});

/** Boxes of one name: one ticked sends a text, several a list, none nothing. */
const boxes = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item).max(300));

const fields = {
  slug,
  name,
  features: boxes(z.enum(resourceFeatures)),
  capacity: whole(1, 500),
  mostPeople: whole(1, 5_000).optional(),
  inServiceFrom: day,
  inServiceUntil: day.optional(),
  modes: boxes(z.enum(bookingModes)).refine((modes) => modes.length > 0, "required"),
  stepMinutes: whole(5, 240),
  minMinutes: whole(5, 1_440),
  maxMinutes: whole(5, 1_440),
  bufferBeforeMinutes: whole(0, 240),
  bufferAfterMinutes: whole(0, 240),
  notice: whole(0, 525_600),
  noticeUnit: z.enum(delayUnits),
  horizonDays: whole(0, 730).optional(),
  cancelNotice: whole(0, 525_600).optional(),
  cancelNoticeUnit: z.enum(delayUnits),
  quotaCount: whole(1, 100).optional(),
  quotaPeriod: z.enum(quotaPeriods),
  needsApproval: z.literal("yes").optional(),
  habilitationId: z.uuid().optional(),
  partIds: boxes(z.uuid()),
};

const addedFields = z.strictObject({
  ...fields,
  kind: z.enum(resourceKinds),
  quantity: whole(1, mostUnits).optional(),
});
const changedFields = z.strictObject({
  ...fields,
  resourceId: z.uuid(),
  mark: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

export type AddResourcesInput = {
  slug: string;
  kind: ResourceKind;
  /** Units of equipment, one row each; one of anything else. */
  quantity: number;
  setup: ResourceSetup;
};
export type ChangeResourceInput = {
  slug: string;
  resourceId: string;
  setup: ResourceSetup;
  /** Of the setup that was shown (`markOfSetup`); left out by who has shown none. */
  mark?: string | undefined;
};

/** New resources, as the form sends them. */
export const addResourcesInput: z.ZodType<AddResourcesInput> = addedFields.transform(
  ({ kind, quantity = 1, ...typed }, context) => ({
    slug: typed.slug,
    kind,
    quantity: kind === "equipment" ? quantity : 1,
    setup: setupOf(typed, context),
  }),
);

/** Everything of a resource, as the form sends it. */
export const changeResourceInput: z.ZodType<ChangeResourceInput> = changedFields.transform(
  ({ resourceId, mark, ...typed }, context) => ({
    slug: typed.slug,
    resourceId,
    mark,
    setup: setupOf(typed, context),
  }),
);

type Typed = Omit<z.infer<typeof changedFields>, "resourceId" | "mark">;

function setupOf({ slug: _slug, ...typed }: Typed, context: z.RefinementCtx): ResourceSetup {
  const { notice, noticeUnit, cancelNotice, cancelNoticeUnit, needsApproval, ...rest } = typed;
  const setup: ResourceSetup = {
    ...rest,
    features: inOrder(resourceFeatures, rest.features),
    modes: inOrder(bookingModes, rest.modes),
    inServiceUntil: rest.inServiceUntil ?? null,
    noticeMinutes: notice * minutesIn[noticeUnit],
    mostPeople: rest.mostPeople ?? null,
    horizonDays: rest.horizonDays ?? null,
    cancelNoticeMinutes:
      cancelNotice === undefined ? null : cancelNotice * minutesIn[cancelNoticeUnit],
    quotaCount: rest.quotaCount ?? null,
    needsApproval: needsApproval === "yes",
    habilitationId: rest.habilitationId ?? null,
    partIds: [...new Set(rest.partIds)].sort(),
  };
  for (const [field, message] of disagreements(setup)) {
    context.addIssue({ code: "custom", message, path: [field] });
  }
  return setup;
}

/** Each once, in the order of ours. */
function inOrder<Item>(all: readonly Item[], chosen: readonly Item[]): Item[] {
  return all.filter((item) => chosen.includes(item));
}

const longestDelayMinutes = 365 * minutesIn.days;

/** Fields that are right alone and wrong together, as the checks `resource_minutes` and the calendar want them. */
function disagreements(setup: ResourceSetup): [field: string, message: string][] {
  const { stepMinutes, minMinutes, maxMinutes, inServiceFrom, inServiceUntil } = setup;
  const found: [boolean, string, string][] = [
    [minMinutes % stepMinutes !== 0, "minMinutes", "notMultiple"],
    [maxMinutes < minMinutes, "maxMinutes", "belowShortest"],
    [inServiceUntil !== null && inServiceUntil < inServiceFrom, "inServiceUntil", "beforeFirst"],
    [setup.noticeMinutes > longestDelayMinutes, "notice", "overAYear"],
    [(setup.cancelNoticeMinutes ?? 0) > longestDelayMinutes, "cancelNotice", "overAYear"],
  ];
  return found.flatMap(([wrong, field, message]) => (wrong ? [[field, message]] : []));
}
