import { z } from "zod";
import { endOfHours } from "@/lib/core/day";
import { forOneOf, forWhom } from "../hosted/schema";
import { bookingParts, cancelBookingInput, dayInput, spaceSlugInput } from "../schema";

/** « 14:30 » as minutes after midnight, as a native time field gives it. */
const wallTimeInput = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "invalidValue")
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

/** Where a booking is carried on the board, or sent by the form of its page. */
export const moveToCellInput = z
  .strictObject({
    bookingId: z.uuid(),
    resourceId: z.uuid(),
    day: dayInput,
    /** A half-day is the cell it is put in; a booking of a day stays one, hours stay as long. */
    part: z.enum(["morning", "afternoon", "day", "hours"]),
    /** Exact hours, wall time of the space, an evening's end past midnight; with `hours` only. */
    from: wallTimeInput.optional(),
    until: wallTimeInput.optional(),
    /** The form says what it means; on the board the booking keeps its kind. */
    exact: z.literal("1").optional(),
  })
  .refine(
    ({ from, until }) =>
      from === undefined || until === undefined || endOfHours(from, until) !== null,
    { path: ["until"], message: "invalidValue" },
  );
export type MoveToCellInput = z.infer<typeof moveToCellInput>;

const cellFields = z.strictObject({
  slug: spaceSlugInput,
  resourceId: z.uuid(),
  day: dayInput,
  part: z.enum([...bookingParts, "hours"]),
  /** Wall time of the space; read with `hours` only. An end at midnight is the end of the day. */
  from: wallTimeInput.optional(),
  until: wallTimeInput.transform((minute) => (minute === 0 ? 1440 : minute)).optional(),
  ...forWhom,
  idempotencyKey: z.uuid().optional(),
});

/** Who a free cell is booked for, and which of its moments. */
export const bookInCellInput = cellFields
  .refine(...forOneOf)
  .refine(({ part, from }) => part !== "hours" || from !== undefined, {
    path: ["from"],
    message: "required",
  })
  .refine(({ part, until }) => part !== "hours" || until !== undefined, {
    path: ["until"],
    message: "required",
  })
  .refine(
    ({ part, from, until }) =>
      part !== "hours" || from === undefined || until === undefined || from < until,
    { path: ["until"], message: "endBeforeStart" },
  );
export type BookInCellInput = z.infer<typeof bookInCellInput>;

/** A verb said on the page of a booking, with the space to come back to. */
export const hostVerbInput = cancelBookingInput.extend({ slug: spaceSlugInput });
