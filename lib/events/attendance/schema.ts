import { z } from "zod";
import { instantInput } from "@/lib/bookings/schema";
import { oneLine } from "@/lib/core/plain-text";

export const eventSlugInput = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+$/);

const mark = z.strictObject({
  attendeeId: z.uuid(),
  isPresent: z.boolean(),
  markedAt: instantInput,
});
/** Somebody at the door; the phone makes the number, so that the same one sent twice is one. */
const arrival = z.strictObject({
  id: z.uuid(),
  name: z.string().max(400).transform(oneLine).pipe(z.string().min(1).max(80)),
  markedAt: instantInput,
});

/** What a phone kept while it had no line, in any order, some of it sent before. */
export const attendanceInput = z.strictObject({
  event: eventSlugInput,
  marks: z.array(mark).max(2_000),
  arrivals: z.array(arrival).max(500),
  /** What the phone's clock says as it sends; left out = its marks are by ours. */
  sentAt: instantInput.optional(),
});

/** The same, as a form carries it: `kept` is its JSON. */
export const keptMarksInput = z
  .strictObject({ event: eventSlugInput, kept: z.string().transform(fromJson) })
  .transform(({ event, kept }) => ({ ...kept, event }))
  .pipe(attendanceInput);
export type AttendanceInput = z.infer<typeof attendanceInput>;
export type Mark = z.infer<typeof mark>;

function fromJson(text: string, context: z.RefinementCtx): object {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === "object" && read !== null) return read;
  } catch {
    // Said below, with whatever else is no object.
  }
  context.addIssue("unreadable");
  return z.NEVER;
}

const people = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.uuid()).max(2_000),
);

/** The sheet as a form without scripts: who was ticked when it was drawn, and who is now. */
export const sheetInput = z.strictObject({ event: eventSlugInput, was: people, ticked: people });
export type SheetInput = z.infer<typeof sheetInput>;

export const arrivalInput = z.strictObject({
  event: eventSlugInput,
  id: z.uuid(),
  name: arrival.shape.name,
});
export type ArrivalInput = z.infer<typeof arrivalInput>;

export const withdrawArrivalInput = z.strictObject({ event: eventSlugInput, id: z.uuid() });
export type WithdrawArrivalInput = z.infer<typeof withdrawArrivalInput>;

export const headCountInput = z.strictObject({
  event: eventSlugInput,
  /** Left out = nobody counted after all. */
  heads: z.coerce.number().int().min(0).max(5_000).optional(),
});
export type HeadCountInput = z.infer<typeof headCountInput>;

export const attendanceRefusals = [
  "not_yet",
  "too_late",
  "event_cancelled",
  "too_many_arrivals",
] as const;
export type AttendanceRefusal = (typeof attendanceRefusals)[number];
