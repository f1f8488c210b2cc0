import type { Locale } from "@/lib/core/locale";
import type { Answers, Questionnaire } from "@/lib/surveys/questionnaires/schema";
import type { VersionAddress } from "@/lib/surveys/versions/schema";

/** What each page of a preview is drawn from. */
export type PreviewProps = {
  questionnaire: Questionnaire;
  address: VersionAddress;
  language: Locale;
  /** Answers as the address carries them, and read. */
  given: string;
  answers: Answers;
};
