import { z } from "zod";
import { spaceSlugInput } from "../schema";

/** Letters and digits nobody takes for one another: no 0 nor O, no 1 nor I. */
export const codeAlphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
export const codeLength = 6;

export const checkInHereInput = z.strictObject({
  slug: spaceSlugInput,
  /** As read on the poster: case, spaces and dashes do not count. */
  code: z.string().trim().min(1).max(40),
});
export type CheckInHereInput = z.infer<typeof checkInHereInput>;

export const placeInput = z.strictObject({ slug: spaceSlugInput });
export type PlaceInput = z.infer<typeof placeInput>;

/** Why an arrival is not noted; each has its sentence in components/presence/refusals.ts. */
export const arrivalRefusals = [
  "wrong_code",
  "too_many_tries",
  "nothing_now",
  "already_there",
  "slot_taken",
  "booking_cancelled",
  "already_booked",
  "house_full",
] as const;
export type ArrivalRefusal = (typeof arrivalRefusals)[number];

export const departureRefusals = ["not_there"] as const;
export type DepartureRefusal = (typeof departureRefusals)[number];
