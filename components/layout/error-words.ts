import english from "@/messages/en/errors.json";
import french from "@/messages/fr/errors.json";

export type ErrorPageWords = {
  title: string;
  lead: string;
  reference: string;
  write: string;
  retry: string;
};

/** The few sentences that must be there when nothing else is. */
export const errorWords: Record<"fr" | "en", ErrorPageWords> = { fr: french, en: english };
