import { z } from "zod";
import { oneLine, severalLines } from "@/lib/core/plain-text";
import { profileParts } from "../audiences/schema";

export const abuseReasons = [
  "advertising",
  "insult",
  "fraud",
  "personal_data",
  "off_topic",
  "other",
] as const;
export type AbuseReason = (typeof abuseReasons)[number];

export const longestReportText = 1000;
export const longestHideReason = 300;

/** What is told of: an ad, a person, or a message one received; one of the three. */
export type ReportTarget = {
  adId?: string | undefined;
  personId?: string | undefined;
  messageId?: string | undefined;
};

export const reportAbuseInput = z.strictObject({
  adId: z.uuid().optional(),
  personId: z.uuid().optional(),
  messageId: z.uuid().optional(),
  reason: z.enum(abuseReasons),
  text: z
    .string()
    .max(4_000)
    .transform(severalLines)
    .pipe(z.string().max(longestReportText))
    .optional(),
});
export type ReportAbuseInput = z.infer<typeof reportAbuseInput>;

export const reportIdInput = z.strictObject({ reportId: z.uuid() });
export type ReportIdInput = z.infer<typeof reportIdInput>;

export const hideReportedInput = z.strictObject({
  reportId: z.uuid(),
  /** Of a profile; a box ticked once comes as a text, several as a list. */
  parts: z
    .preprocess(
      (sent) => (sent === undefined ? [] : [sent].flat()),
      z.array(z.enum(profileParts)).max(profileParts.length),
    )
    .optional(),
  /** Told to the author. */
  reason: z.string().max(1_000).transform(oneLine).pipe(z.string().min(1).max(longestHideReason)),
});
export type HideReportedInput = z.infer<typeof hideReportedInput>;

/** The space whose page the form is on; without it, the network's. */
const onPage = {
  slug: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional(),
};

export const reportForm = reportIdInput.extend(onPage);
export const hideReportedForm = hideReportedInput.extend(onPage);

/** What became of a report: the thing hidden, nothing to be done, or dealt with in another way. */
export const reportOutcomes = ["hidden", "dismissed", "closed"] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];

export type ReportRefusal = "too_many_reports";
export type HandleRefusal = "already_handled" | "nothing_to_hide";
