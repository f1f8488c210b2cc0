import { z } from "zod";
import { companionLines, companionsInput, noteInput } from "../schema";

const bookingId = z.uuid();

/** Who comes along and the word for the host; what is left out stays as it is. */
const changeDetailsInput = z.strictObject({
  bookingId,
  companions: companionsInput.optional(),
  note: noteInput.optional(),
});
export type ChangeDetailsInput = z.infer<typeof changeDetailsInput>;

/** The same as the form of the booking's page gives it: both at once, an empty field takes away. */
export const detailsForm = z.strictObject({
  bookingId,
  companions: companionLines,
  note: noteInput.default(""),
});

/** Why what goes with a booking stays as it is. */
export const detailsRefusals = [
  "booking_ended",
  "too_many_people",
  "belongs_to_event",
  "house_full",
] as const;
export type DetailsRefusal = (typeof detailsRefusals)[number];
