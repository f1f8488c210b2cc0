import { z } from "zod";
import {
  bookingPartInput,
  bookingRefusals,
  dayInput,
  instantInput,
  spaceSlugInput,
} from "../schema";

const bookingId = z.uuid();
/** Left out: the resource it is on. */
const resourceId = z.uuid().optional();

/** Another part of a day. */
const moveToPartInput = z.strictObject({
  bookingId,
  resourceId,
  day: dayInput,
  part: bookingPartInput,
});
/** Other hours, or another length; half-open instants. */
const moveToHoursInput = z.strictObject({
  bookingId,
  resourceId,
  startsAt: instantInput,
  endsAt: instantInput,
});
/** Another resource at the same moment. */
const moveToResourceInput = z.strictObject({ bookingId, resourceId: z.uuid() });

export const moveBookingInput = z.union([moveToPartInput, moveToHoursInput, moveToResourceInput]);
export type MoveBookingInput = z.infer<typeof moveBookingInput>;

/** The form says its space as well, to propose what is near in it. */
export const moveForm = z.union([
  moveToPartInput.extend({ slug: spaceSlugInput }),
  moveToHoursInput.extend({ slug: spaceSlugInput }),
]);

/** Why a booking stays where it is, besides all that would refuse a new one there. */
export const moveRefusals = [
  ...bookingRefusals,
  "booking_ended",
  "too_late_to_move",
  "already_checked_in",
  "needs_approval",
  "other_kind",
  "other_space",
] as const;
export type MoveRefusal = (typeof moveRefusals)[number];
