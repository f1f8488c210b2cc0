import type { Locale } from "@/lib/core/locale";
import type { CampaignTexts } from "@/lib/surveys/campaigns/schema";
import type { Answers, Questionnaire } from "@/lib/surveys/questionnaires/schema";
import type { PreviewAddress } from "./addresses";

/** What each page of a preview is drawn from. */
export type PreviewProps = {
  questionnaire: Questionnaire;
  address: PreviewAddress;
  /** What the campaign says of its own; nothing without one. */
  texts: CampaignTexts;
  language: Locale;
  /** Answers as the address carries them, and read. */
  given: string;
  answers: Answers;
};
