import { formatMonth } from "@/lib/core/format";
import type { MailLocale } from "../schema";
import type { SurveyOpeningPayload, SurveyResultsPayload } from "../survey-notices/schema";
import { type MailContent, mailDocument, mailWords } from "./layout";

/** The results are there, to whoever asked for them. */
export function surveyResultsMail(
  { month, url }: SurveyResultsPayload,
  locale: MailLocale,
): MailContent {
  const words = mailWords(locale);
  return mailDocument(locale, words("surveyResults.subject"), [
    { kind: "text", text: words("surveyResults.intro") },
    { kind: "button", label: words("surveyResults.button"), url },
    { kind: "small", text: words("surveyResults.why", { month: formatMonth(month, locale) }) },
  ]);
}

/** A place has opened, and why it is told to them. */
export function surveyOpeningMail(
  { month, fit, homeName, spaceName, communeName, url }: SurveyOpeningPayload,
  locale: MailLocale,
): MailContent {
  const words = mailWords(locale);
  const names = { space: spaceName, commune: communeName, home: homeName ?? communeName };
  return mailDocument(locale, words("surveyOpening.subject", names), [
    { kind: "text", text: words(`surveyOpening.${fit}`, names) },
    { kind: "button", label: words("surveyOpening.button"), url },
    { kind: "small", text: words("surveyOpening.why", { month: formatMonth(month, locale) }) },
  ]);
}
