import { z } from "zod";
import type { Day, WallMinute } from "@/lib/core/day";
import {
  type BookingPart,
  bookingPartInput,
  bookingParts,
  companionLines,
  dayInput,
  spaceSlugInput,
} from "../schema";

export const frequencies = ["weekly", "fortnightly", "monthly"] as const;
export type Frequency = (typeof frequencies)[number];

/** What is asked for on each date: a part of the day, or hours by the wall clock of the space. */
export type SeriesMoment =
  | { part: BookingPart }
  | { part: "hours"; startMinute: WallMinute; endMinute: WallMinute };

/** How often, and between which local days, both included. */
export type SeriesPattern = { frequency: Frequency; firstDay: Day; lastDay: Day };

/** What the series asks for on a date: which resource, which moment. */
export type SeriesTerms = { resourceId: string; moment: SeriesMoment };

/** Terms that were in force for dates before `until`, from before a change « à partir du ». */
export type FormerTerms = SeriesTerms & { until: Day };

const seriesMoment = z.union([
  z.object({ part: bookingPartInput }),
  z.object({ part: z.literal("hours"), startMinute: z.number(), endMinute: z.number() }),
]);

/** As kept with the series (`series.former_terms`). */
export const formerTermsJson = z.array(
  z.object({ until: dayInput, resourceId: z.string(), moment: seriesMoment }),
);

/** What a native time field sends, as minutes after midnight. */
const wallTimeInput = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

const momentFields = {
  part: z.enum([...bookingParts, "hours"]),
  startTime: wallTimeInput.optional(),
  endTime: wallTimeInput.optional(),
};

type MomentFields = z.output<z.ZodObject<typeof momentFields>>;

/** Hours need both ends; an end at midnight is the end of the day. */
function toMoment(
  { part, startTime, endTime }: MomentFields,
  context: z.RefinementCtx,
): SeriesMoment {
  if (part !== "hours") return { part };
  const endMinute = endTime === 0 ? 1440 : endTime;
  if (startTime === undefined || endMinute === undefined || endMinute <= startTime) {
    context.addIssue({ code: "custom", message: "invalidHours", path: ["endTime"] });
    return z.NEVER;
  }
  return { part, startMinute: startTime, endMinute };
}

/** A name repeated in a form is a list, one alone is not. */
const daysInput = z
  .union([dayInput, z.array(dayInput).max(120)])
  .transform((days) => (Array.isArray(days) ? days : [days]))
  .default([]);

const wishFields = {
  slug: spaceSlugInput,
  resourceId: z.uuid(),
  frequency: z.enum(frequencies),
  firstDay: dayInput,
  lastDay: dayInput,
  ...momentFields,
};

export const seriesWishInput = z
  .strictObject(wishFields)
  .transform(({ part, startTime, endTime, ...wish }, context) => ({
    ...wish,
    moment: toMoment({ part, startTime, endTime }, context),
  }));
export type SeriesWish = z.output<typeof seriesWishInput>;

/** The preview sent back: dates that were offered and not kept are not wanted. */
export const bookSeriesInput = z
  .strictObject({
    ...wishFields,
    offered: daysInput,
    days: daysInput,
    companions: companionLines,
    idempotencyKey: z.uuid().optional(),
  })
  .transform(({ part, startTime, endTime, offered, days, ...wish }, context) => ({
    ...wish,
    moment: toMoment({ part, startTime, endTime }, context),
    skipped: offered.filter((day) => !days.includes(day)),
  }));
export type BookSeriesInput = SeriesWish & {
  /** Dates of the pattern that are not wanted; kept, to be asked for one day after all. */
  skipped?: Day[];
  /** Who comes along on each date. */
  companions?: string[];
  /** Made with the form: the same form sent twice is one series. */
  idempotencyKey?: string | undefined;
};

export const seriesIdInput = z.strictObject({ seriesId: z.uuid() });

export const retryInput = z.strictObject({ seriesId: z.uuid(), day: dayInput.optional() });
export type RetryInput = z.output<typeof retryInput>;

export const closeRefusalInput = z.strictObject({ seriesId: z.uuid(), day: dayInput });
export type CloseRefusalInput = z.output<typeof closeRefusalInput>;

export const editSeriesInput = z
  .strictObject({ seriesId: z.uuid(), from: dayInput, resourceId: z.uuid(), ...momentFields })
  .transform(({ part, startTime, endTime, ...edit }, context) => ({
    ...edit,
    moment: toMoment({ part, startTime, endTime }, context),
  }));
export type EditSeriesInput = z.output<typeof editSeriesInput>;

export const extendSeriesInput = z.strictObject({ seriesId: z.uuid(), lastDay: dayInput });
export type ExtendSeriesInput = z.output<typeof extendSeriesInput>;

export const cancelScopes = ["one", "from", "all"] as const;
/** This date, this one and all that follow, or everything still to come. */
export type CancelScope = (typeof cancelScopes)[number];

/** Why a pattern cannot be asked for; each has its sentence in components/series/refusals.ts. */
export const patternRefusals = [
  "series_backwards",
  "series_in_past",
  "series_of_one",
  "series_too_long",
  "too_many_occurrences",
  "not_bookable",
] as const;
export type PatternRefusal = (typeof patternRefusals)[number];

export const seriesRefusals = [
  ...patternRefusals,
  "too_many_people",
  "nothing_free",
  "nothing_to_retry",
  "series_over",
  "not_later",
  "other_kind",
  "nothing_moved",
  "nothing_to_cancel",
  "too_late_to_cancel",
  "list_changed",
  "idempotency_key_reused",
] as const;
export type SeriesRefusal = (typeof seriesRefusals)[number];

/** A date left out by choice, kept like those that were refused. */
export const skipped = "skipped";
