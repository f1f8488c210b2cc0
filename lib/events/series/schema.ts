import { z } from "zod";
import { dayInput } from "@/lib/bookings/schema";
import { type Frequency, frequencies, type PatternRefusal } from "@/lib/bookings/series/schema";
import type { Day } from "@/lib/core/day";
import type { EditingRefusal } from "../editing/schema";

/** The days ticked of those that were shown: an event each. */
export const repeatEventInput = z.strictObject({
  eventId: z.uuid(),
  frequency: z.enum(frequencies),
  lastDay: dayInput,
  days: z.preprocess(
    (sent) => (sent === undefined ? [] : [sent].flat()),
    z.array(dayInput).max(60),
  ),
});
export type RepeatEventInput = z.infer<typeof repeatEventInput>;

/** How often an event comes again, and until which local day, included. */
export type Repeat = { frequency: Frequency; lastDay: Day };

/** A date that was not had, and why. */
export type RefusedDate = { day: Day; refusal: DateRefusal };

/** `exists`: the series has that date already, whatever became of it. */
export type DateRefusal = EditingRefusal | "exists";

/** What `no_date` comes with. */
export type RefusedDates = { refused: RefusedDate[] };

/** `no_date`: none was ticked, or none could be had. */
export type RepeatRefusal = PatternRefusal | "event_ended" | "no_date";

/** This date, or this one and those that follow. */
export const editScopes = ["one", "following"] as const;
export type EditScope = (typeof editScopes)[number];
