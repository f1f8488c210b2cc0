import { z } from "zod";
import { day } from "@/lib/core/day";

/** `YYYY-MM-DD`. */
const localDay = z.string().transform((text) => day(text));

/** Where whoever wishes to hear of the survey says that it is them, or stops it. */
const surveyContactPayload = z.object({ url: z.url() });
export type SurveyContactPayload = z.infer<typeof surveyContactPayload>;

/** Of somebody without an account: the first day of the month they asked in, and how the mail stops itself (RFC 8058). */
const askedPayload = z.object({
  month: localDay,
  stop: z.object({ page: z.url(), oneClick: z.url() }),
  url: z.url(),
});
export type SurveyResultsPayload = z.infer<typeof askedPayload>;

const surveyOpeningPayload = askedPayload.extend({
  /** Why this place is told to them; `homeName` is the commune they named. */
  fit: z.enum(["wished", "around", "nearest", "anywhere"]),
  homeName: z.string().nullable(),
  spaceName: z.string(),
  communeName: z.string(),
});
export type SurveyOpeningPayload = z.infer<typeof surveyOpeningPayload>;

/** How a mail to somebody without an account stops itself, where it says so. */
export const stopPayload = askedPayload.pick({ stop: true });

/** For staff: the local day whose answers were put aside, and where they say whether these count. */
const surveyBurstPayload = z.object({ day: localDay, url: z.url() });
export type SurveyBurstPayload = z.infer<typeof surveyBurstPayload>;

export const surveyPayloads = {
  "survey-contact": surveyContactPayload,
  "survey-results": askedPayload,
  "survey-opening": surveyOpeningPayload,
  "survey-burst": surveyBurstPayload,
} as const;
