import { formatDay } from "@/lib/core/format";
import type { MailLocale } from "../schema";
import type { SurveyBurstPayload } from "../survey-notices/schema";
import { type MailContent, mailDocument, mailWords } from "./layout";

/** For staff: a day of the survey is put aside, with the page where they decide. No number of answers. */
export function surveyBurstMail({ day, url }: SurveyBurstPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  const told = { day: `${formatDay(day, locale)} ${day.slice(0, 4)}` };
  return mailDocument(locale, words("surveyBurst.subject", told), [
    { kind: "text", text: words("surveyBurst.intro", told) },
    { kind: "button", label: words("surveyBurst.button"), url },
  ]);
}
