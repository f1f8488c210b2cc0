import type { CampaignState } from "@/lib/surveys/campaigns/schema";

/** A shape beside the words: full while it takes answers, half before, none after. */
export const stateTones = {
  draft: "closed",
  to_come: "few",
  open: "ok",
  closed: "no",
  published: "no",
} as const satisfies Record<CampaignState, string>;
