import { z } from "zod";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { type Day, day, daysBetween, existingDay } from "@/lib/core/day";
import { oneLine } from "@/lib/core/plain-text";
import type { DayRange } from "../rules";
import type { Month } from "../schema";

/** Longest period of one list, in days: a quarter. */
export const longestList = 92;
/** Minutes for which a list that was opened can be read again and printed by whoever opened it. */
export const openMinutes = 60;
/** People of one list at the most, named or not: a longer one is refused, never cut. */
export const mostLines = 5_000;

const reason = z
  .string()
  .max(600)
  .transform(oneLine)
  .pipe(z.string().min(10, { message: "reasonTooShort" }).max(300));
const localDay = z
  .string()
  .refine((text) => existingDay(text) !== null, { message: "invalidDate" })
  .transform((text) => day(text));

export const eventListInput = z.strictObject({ evenement: z.uuid(), motif: reason });
export type EventListInput = z.infer<typeof eventListInput>;

export const spaceListInput = z
  .strictObject({ lieu: spaceSlugInput, du: localDay, au: localDay, pourquoi: reason })
  .refine(({ du, au }) => du <= au, { message: "endBeforeStart", path: ["au"] })
  .refine(({ du, au }) => daysBetween(du, au) < longestList, {
    message: "overAQuarter",
    path: ["au"],
  });
export type SpaceListInput = z.infer<typeof spaceListInput>;

export const attendanceListRefusals = ["not_over", "too_many"] as const;
export type AttendanceListRefusal = (typeof attendanceListRefusals)[number];

/** What a list is of; its names are read from here each time it is shown. */
export type ListScope =
  | { kind: "event"; spaceId: string; eventId: string }
  | { kind: "space"; spaceId: string; range: DayRange };

/** What the journal keeps of an opening: why, and of what; nobody's name. */
export const openingInJournal = z.object({
  reason: z.string(),
  lieu: z.string(),
  event: z.string().optional(),
  eventId: z.uuid().optional(),
  du: localDay,
  au: localDay,
});
export type Opening = z.infer<typeof openingInJournal>;

/** Somebody who was there. */
export type ListLine = {
  key: string;
  day: Day;
  /** Of the event, or of the presence: from the arrival noted to the end. */
  startsAt: Date;
  endsAt: Date;
  name: string;
  /** The organisation they came for, else those they were of on that day. */
  organisation: string | null;
  /** When their arrival was noted; null where nobody noted it. */
  arrivedAt: Date | null;
  personId: string | null;
};

export type AttendanceLines = {
  lines: ListLine[];
  /** People who were there and whose name is gone, or was never asked, month by month. */
  unnamed: { month: Month; count: number }[];
  /** Counted in one look at an event; null = nobody counted, or no event. */
  heads: number | null;
};

export type AttendanceList = AttendanceLines & {
  opening: Opening;
  openedAt: Date;
  space: { name: string; communeName: string; timeZone: string };
};
