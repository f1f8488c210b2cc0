import { z } from "zod";
import { eventProposedPayload } from "../event-proposals/schema";

/** A member is asked whether they lead an event; `dates` counts it and those that repeat it. */
const speakerAskedPayload = eventProposedPayload.extend({ dates: z.number().int().min(1) });
export type SpeakerAskedPayload = z.infer<typeof speakerAskedPayload>;

/** What they answered, for whoever asked. Who it is, is read on the page. */
const speakerAnsweredPayload = eventProposedPayload.extend({
  answer: z.enum(["accepted", "declined"]),
});
export type SpeakerAnsweredPayload = z.infer<typeof speakerAnsweredPayload>;

export const speakerPayloads = {
  "event-speaker-asked": speakerAskedPayload,
  "event-speaker-answered": speakerAnsweredPayload,
} as const;
