import type { MailLocale } from "../schema";
import type { SurveyContactPayload } from "../survey-notices/schema";
import { type MailContent, mailDocument, mailWords } from "./layout";

/** Whether it is really them who wish to hear of the survey: one button says yes, the same page says no. */
export function surveyContactMail({ url }: SurveyContactPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  return mailDocument(locale, words("surveyContact.subject"), [
    { kind: "text", text: words("surveyContact.intro") },
    { kind: "button", label: words("surveyContact.button"), url },
    { kind: "small", text: words("surveyContact.stop") },
    { kind: "small", text: words("surveyContact.notYou") },
  ]);
}
