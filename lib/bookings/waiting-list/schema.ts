import { z } from "zod";
import { resourceKinds } from "@/lib/spaces/schema";
import {
  bookingPartInput,
  bookingRefusals,
  dayInput,
  instantInput,
  spaceSlugInput,
} from "../schema";

/** Places one person may wait for at once. */
export const mostWaitedFor = 5;

const common = {
  slug: spaceSlugInput,
  /** Left out with `resourceId`: the kind of that one; left out wholly: a desk. */
  kind: z.enum(resourceKinds).optional(),
  /** Only this one. */
  resourceId: z.uuid().optional(),
  quantity: z.coerce.number().int().min(1).max(mostWaitedFor).default(1),
};

/** A full part of a day somebody wants to be told of. */
export const waitForPartInput = z.strictObject({
  ...common,
  day: dayInput,
  part: bookingPartInput,
});
/** Full hours somebody wants to be told of, half-open instants. */
export const waitForHoursInput = z.strictObject({
  ...common,
  startsAt: instantInput,
  endsAt: instantInput,
});
export type JoinWaitingListInput =
  | z.infer<typeof waitForPartInput>
  | z.infer<typeof waitForHoursInput>;

export const waitingEntryInput = z.strictObject({ entryId: z.uuid() });
export type WaitingEntryInput = z.infer<typeof waitingEntryInput>;

/** Why nobody waits for that; each has its sentence in components/waiting-list/refusals.ts. */
export const waitingRefusals = [
  ...bookingRefusals,
  /** It can be had now: `data` says how to book it. */
  "places_free",
  "slot_begun",
  "already_waiting",
  /** More than there are. */
  "too_many",
  /** The host agrees to each: it is asked for, not waited for. */
  "on_request",
] as const;
export type WaitingRefusal = (typeof waitingRefusals)[number];

export const offerRefusals = ["offer_over", "already_booked"] as const;
export type OfferRefusal = (typeof offerRefusals)[number];

export const leavingRefusals = ["already_served"] as const;
export type LeavingRefusal = (typeof leavingRefusals)[number];

export const waitingStates = ["waiting", "offered", "served", "lapsed", "withdrawn"] as const;
/** Where somebody in the line stands. */
export type WaitingState = (typeof waitingStates)[number];
