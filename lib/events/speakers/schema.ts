import { z } from "zod";
import { forOneOf, proofField } from "@/lib/bookings/hosted/schema";
import { oneLine } from "@/lib/core/plain-text";
import { longest } from "../schema";

/** Who leads one event at most. */
export const mostSpeakers = 8;

/** A member of the network, or somebody by a name; what they say of themselves for this event. */
export const addSpeakerInput = z
  .strictObject({
    eventId: z.uuid(),
    personId: z.uuid().optional(),
    ...proofField,
    guestName: z.string().max(320).transform(oneLine).pipe(z.string().min(1).max(80)).optional(),
    words: z.string().max(1_600).transform(oneLine).pipe(z.string().max(longest.words)).optional(),
  })
  .refine(...forOneOf);
export type AddSpeakerInput = z.infer<typeof addSpeakerInput>;

export const speakerInput = z.strictObject({ eventId: z.uuid(), speakerId: z.uuid() });
export type SpeakerInput = z.infer<typeof speakerInput>;

/** What whoever is named answers; `series` = of the other dates to come too. */
export const answerInput = z
  .strictObject({
    speakerId: z.uuid(),
    answer: z.enum(["accept", "decline"]),
    series: z.literal("1").optional(),
  })
  .transform(({ series, ...rest }) => ({ ...rest, withSeries: series === "1" }));
export type AnswerInput = z.output<typeof answerInput>;
export type AnswerRefusal = "event_ended";

export type SpeakerRefusal = "unknown_person" | "too_many_speakers";
