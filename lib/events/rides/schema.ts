import { z } from "zod";
import { parseClock } from "@/lib/core/day";
import { oneLine } from "@/lib/core/plain-text";
import { slugShape } from "../schema";

export const rideKinds = ["offer", "ask"] as const;
/** Seats in one's car, or seats one looks for. */
export type RideKind = (typeof rideKinds)[number];

export const mostRideSeats = 8;

const event = z.string().max(120).regex(slugShape);
const common = {
  event,
  /** INSEE code of where one leaves from. */
  communeId: z.string().regex(/^[0-9A-Za-z]{2,12}$/),
  seats: z.coerce.number().int().min(1).max(mostRideSeats),
  note: z.string().max(400).transform(oneLine).pipe(z.string().max(140)).optional(),
};

/** `leavesAt`: minute of the wall where the event is. */
export const offerRideInput = z.strictObject({
  ...common,
  leavesAt: z.string().transform((text, context) => {
    const minute = parseClock(text);
    if (minute !== null) return minute;
    context.addIssue({ code: "custom", message: "invalidDate" });
    return z.NEVER;
  }),
});
export type OfferRideInput = z.infer<typeof offerRideInput>;

export const askRideInput = z.strictObject(common);
export type AskRideInput = z.infer<typeof askRideInput>;

export const withdrawRideInput = z.strictObject({ event, rideId: z.uuid() });
export type WithdrawRideInput = z.infer<typeof withdrawRideInput>;

/** Why nothing is put on the board; each has its sentence in components/events/ride-refusals.ts. */
export const rideRefusals = ["event_begun", "unknown_commune", "already_said"] as const;
export type RideRefusal = (typeof rideRefusals)[number];
