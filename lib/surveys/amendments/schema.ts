import { z } from "zod";
import { campaignSlug, revisionInput } from "../campaigns/changes/schema";

export const amendCampaignInput = z.strictObject({
  slug: campaignSlug,
  revision: revisionInput,
  version: z.coerce.number().int().min(1).max(99_999),
});
export type AmendCampaignInput = z.infer<typeof amendCampaignInput>;

/** In what a version may differ so that answers to one no longer mean the same under the other. */
export const differenceKinds = [
  "sections",
  "section_condition",
  "question_gone",
  "question_added",
  "question_order",
  "type",
  "condition",
  "required",
  "choice_gone",
  "choice_added",
  "choice_place",
  "choice_meaning",
  "bounds",
  "minimum",
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** The first thing that differs, with the words of what it is about. */
export type Difference = { kind: DifferenceKind; label: { fr: string; en: string } };

/** A later version, and what keeps a campaign from moving to it; null where it may. */
export type LaterVersion = { version: number; difference: Difference | null };

export type AmendRefusal =
  | "changed_since"
  | "not_now"
  | "unknown_version"
  | "not_later"
  | "other_meaning"
  | "faulty_questionnaire";
