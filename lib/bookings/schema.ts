import { z } from "zod";
import { parseDay } from "@/lib/core/day";
import { type ResourceKind, resourceKinds } from "@/lib/spaces/schema";

export const bookingParts = ["morning", "afternoon", "day"] as const;
/** What is booked of a day: one half-day or the whole of it. */
export type BookingPart = (typeof bookingParts)[number];

/** How a booking was made: a part of the day, or hours of one's own. */
export type BookedPart = BookingPart | "hours";

/** Kinds where one sits and works: what is meant when no kind is asked for, one at a time for a person. */
export const seatKinds = ["desk", "office"] as const satisfies ResourceKind[];

export const dayInput = z.string().transform((text, context) => {
  const day = parseDay(text);
  if (!day) {
    context.addIssue({ code: "custom", message: "invalidDate" });
    return z.NEVER;
  }
  return day;
});

export const bookingPartInput = z.enum(bookingParts);
export const spaceSlugInput = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

/** Nothing is booked outside this millennium, and no calendar of ours reaches further. */
const oldest = new Date("2000-01-02T00:00:00Z");
const newest = new Date("2999-12-31T00:00:00Z");

/** An instant with its offset (RFC 3339), to the minute. */
export const instantInput = z.iso
  .datetime({ offset: true, message: "invalidDate" })
  .transform((text) => new Date(text))
  .refine((instant) => instant >= oldest && instant < newest, { message: "invalidDate" });

export const companionsInput = z.array(z.string().trim().min(1).max(80)).max(30);

/** The same as a form gives them: names, one a line. */
export const companionLines = z
  .string()
  .max(2_000)
  .optional()
  .transform((text) =>
    (text ?? "")
      .split(/[\n,]/)
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  )
  .pipe(z.array(z.string().max(80)).max(30));

export const noteInput = z.string().trim().max(500);

/** Whether members see that one will be there; left out, as one's profile says. */
export const shownInput = z.enum(["yes", "no"]).optional();

export const bookResourceInput = z.strictObject({
  slug: spaceSlugInput,
  day: dayInput,
  part: bookingPartInput,
  /** Left out: any free place of the kind, in the host's order. */
  resourceId: z.uuid().optional(),
  /** Left out with the resource: desks and closed offices alike. */
  kind: z.enum(resourceKinds).optional(),
  companions: companionsInput.optional(),
  /** Of a newcomer who has none yet: the host calls them by it. */
  name: z.string().trim().min(1).max(80).optional(),
  note: noteInput.optional(),
  shown: shownInput,
  /** Made with the form: the same form sent twice books once. */
  idempotencyKey: z.uuid().optional(),
});

/** The same as the form of a half-day gives it. */
export const bookPartForm = bookResourceInput.extend({ companions: companionLines });

/** Hours of one's own, half-open instants, for a given resource. */
export const bookHoursInput = z.strictObject({
  slug: spaceSlugInput,
  resourceId: z.uuid(),
  startsAt: instantInput,
  endsAt: instantInput,
  companions: companionsInput.optional(),
  note: noteInput.optional(),
  shown: shownInput,
  idempotencyKey: z.uuid().optional(),
});
export type BookResourceInput = z.infer<typeof bookResourceInput>;
export type BookHoursInput = z.infer<typeof bookHoursInput>;
export type BookInput = (BookResourceInput | BookHoursInput) & {
  /** The key answers with its booking even once that one has ended: a retry, not a form gone back to. */
  keyIsFinal?: boolean;
};

export const bookingIdInput = z.strictObject({ bookingId: z.uuid() });
export type BookingIdInput = z.infer<typeof bookingIdInput>;

export const cancelBookingInput = z.strictObject({
  bookingId: z.uuid(),
  reason: z.string().trim().max(500).optional(),
});
export type CancelBookingInput = z.infer<typeof cancelBookingInput>;

/** Why a booking is refused; each has its sentence in components/bookings/refusals.ts. */
export const bookingRefusals = [
  "slot_taken",
  "space_full",
  "space_closed",
  "slot_over",
  "beyond_horizon",
  "not_bookable",
  "already_booked",
  "mode_not_offered",
  "length_refused",
  "too_late_to_book",
  "resource_closed",
  "quota_reached",
  "too_many_people",
  /** More people than the house may hold at once, events' seats counted. */
  "house_full",
  /** What is asked for is booked with a habilitation, not held at its start. */
  "habilitation_needed",
  "idempotency_key_reused",
] as const;
export type BookingRefusal = (typeof bookingRefusals)[number];

export const cancellationRefusals = ["too_late_to_cancel", "already_checked_in"] as const;
export type CancellationRefusal = (typeof cancellationRefusals)[number];

export const checkInRefusals = [
  "house_full",
  "belongs_to_event",
  "booking_cancelled",
  "not_today",
  "not_begun",
  "not_there",
  "already_there",
  "slot_taken",
  "already_booked",
] as const;
export type CheckInRefusal = (typeof checkInRefusals)[number];
