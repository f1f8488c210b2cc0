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
  questionnaire: Questionnaire;
};
