import type {
  AdModeratedPayload,
  ContentModeratedPayload,
  MailLocale,
  ReportHandledPayload,
} from "../schema";
import { type MailBlock, type MailContent, mailDocument, mailWords } from "./layout";

/** A moderator withdrew one's ad: why, in their words. */
export function adHiddenMail(payload: AdModeratedPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  const reason: MailBlock[] = payload.reason
    ? [
        { kind: "text", text: words("adHidden.reason") },
        { kind: "quote", text: payload.reason },
      ]
    : [];
  return mailDocument(locale, words("adHidden.subject"), [
    { kind: "text", text: words("adHidden.intro", { title: payload.title }) },
    ...reason,
    { kind: "button", label: words("adHidden.button"), url: payload.url },
  ]);
}

/** The withdrawal is taken back. */
export function adRestoredMail(payload: AdModeratedPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  return mailDocument(locale, words("adRestored.subject"), [
    { kind: "text", text: words("adRestored.intro", { title: payload.title }) },
    { kind: "button", label: words("adHidden.button"), url: payload.url },
  ]);
}

/** A moderator hid one's message, or part of one's profile, or shows it again. */
export function contentModeratedMail(
  { what, change, reason, url }: ContentModeratedPayload,
  locale: MailLocale,
): MailContent {
  const words = mailWords(locale);
  const why: MailBlock[] = reason
    ? [
        { kind: "text", text: words("adHidden.reason") },
        { kind: "quote", text: reason },
      ]
    : [];
  return mailDocument(locale, words(`contentModerated.${change}Subject`, { what }), [
    { kind: "text", text: words(`contentModerated.${change}`, { what }) },
    ...why,
    { kind: "button", label: words("contentModerated.button"), url },
  ]);
}

/** Whoever told of something learns that it was looked at, not by whom nor against whom. */
export function reportHandledMail(_payload: ReportHandledPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  return mailDocument(locale, words("reportHandled.subject"), [
    { kind: "text", text: words("reportHandled.intro") },
    { kind: "text", text: words("reportHandled.next") },
  ]);
}
