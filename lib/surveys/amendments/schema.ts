import { z } from "zod";
import { campaignSlug, revisionInput } from "../campaigns/changes/schema";

export const amendCampaignInput = z.strictObject({
  slug: campaignSlug,
  revision: revisionInput,
  version: z.coerce.number().int().min(1).max(99_999),
  /** The revision of that version of which the changes were read. */
  read: revisionInput,
  /** A box somebody ticks: the meaning is the same. */
  same: z.literal("1", { message: "required" }),
});
export type AmendCampaignInput = Omit<z.infer<typeof amendCampaignInput>, "same">;

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

/** What is read otherwise: of what it is a part, its words before and after; null where there are none. */
export type WordingChange = {
  part: "title" | "intro" | "question" | "help" | "choice" | "order";
  about: { fr: string; en: string };
  before: { fr: string; en: string } | null;
  after: { fr: string; en: string } | null;
};

/** A later version as it was read, what keeps a campaign from moving to it, null where it may, and what changes then. */
export type LaterVersion = {
  version: number;
  revision: number;
  difference: Difference | null;
  changes: WordingChange[];
};

export type AmendRefusal =
  | "changed_since"
  | "not_now"
  | "unknown_version"
  | "not_later"
  | "other_meaning"
  | "faulty_questionnaire";
