import type { Day, WallMinute } from "@/lib/core/day";
import type { Questionnaire } from "../questionnaires/schema";

export type Partner = { code: string; name: string; origin: string };

/** What the public sees of a campaign, from its window and two decisions of staff. */
export type CampaignState = "draft" | "to_come" | "open" | "closed" | "published";

export type Campaign = {
  id: string;
  slug: string;
  state: CampaignState;
  /** Half-open instants. */
  opensAt: Date;
  closesAt: Date;
  timeZone: string;
  contactEmail: string;
  partners: Partner[];
  texts: CampaignTexts;
  questionnaire: Questionnaire;
};

/** What the public pages say of this campaign alone, under the title, once over, once sent. */
export type CampaignTexts = { [name in CampaignTextName]?: { fr: string; en: string } | undefined };
export const campaignTextNames = ["lead", "closing", "thanks"] as const;
export type CampaignTextName = (typeof campaignTextNames)[number];

/** A campaign as staff see it in the list of them all. */
export type CampaignLine = {
  slug: string;
  state: CampaignState;
  opensAt: Date;
  closesAt: Date;
  timeZone: string;
  title: { fr: string; en: string };
  survey: string;
  version: number;
  /** Answers counted: of the last batch while more may come. */
  responses: number;
};

/**
 * A window as somebody says it: wall time of the campaign's zone, its last minute included, so that
 * 15 September 23:59 ends at 16 September 00:00.
 */
export type WallWindow = {
  firstDay: Day;
  firstMinute: WallMinute;
  lastDay: Day;
  lastMinute: WallMinute;
};
