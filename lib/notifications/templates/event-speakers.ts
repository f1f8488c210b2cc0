import type { SpeakerAnsweredPayload, SpeakerAskedPayload } from "../event-speakers/schema";
import type { MailLocale } from "../schema";
import { proposalFacts } from "./event-proposals";
import { type MailContent, mailDocument, mailWords } from "./layout";

/** For a member: they are asked to lead an event, and read it nowhere before they said yes. */
export function speakerAskedMail(payload: SpeakerAskedPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  const { title, url, dates } = payload;
  return mailDocument(locale, words("eventSpeakerAsked.subject", { title }), [
    { kind: "text", text: words("eventSpeakerAsked.intro", { dates }) },
    proposalFacts(payload, locale),
    { kind: "button", label: words("eventSpeakerAsked.button"), url },
  ]);
}

/** For whoever asked: somebody leads it, or does not or no more. */
export function speakerAnsweredMail(
  payload: SpeakerAnsweredPayload,
  locale: MailLocale,
): MailContent {
  const words = mailWords(locale);
  const { title, url, answer } = payload;
  return mailDocument(locale, words(`eventSpeakerAnswered.${answer}.subject`, { title }), [
    { kind: "text", text: words(`eventSpeakerAnswered.${answer}.intro`) },
    proposalFacts(payload, locale),
    { kind: "button", label: words("eventSpeakerAnswered.button"), url },
  ]);
}
