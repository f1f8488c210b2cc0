import type { EventDecidedPayload, EventProposedPayload } from "../event-proposals/schema";
import type { MailLocale } from "../schema";
import { type MailBlock, type MailContent, mailDocument, mailInterval, mailWords } from "./layout";

/** For the hosts: a member proposes an event. Who it is, is read on the page, not in a mailbox. */
export function eventProposedMail(payload: EventProposedPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  return mailDocument(locale, words("eventProposed.subject", { space: payload.spaceName }), [
    { kind: "text", text: words("eventProposed.intro") },
    proposalFacts(payload, locale),
    { kind: "button", label: words("eventProposed.button"), url: payload.url },
  ]);
}

/** For whoever proposed it: it is announced, or it is not and why. */
export function eventDecidedMail(payload: EventDecidedPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  const { decision, reason, title, url } = payload;
  return mailDocument(locale, words(`eventDecided.${decision}.subject`, { title }), [
    { kind: "text", text: words(`eventDecided.${decision}.intro`) },
    ...(reason ? [{ kind: "quote" as const, text: reason }] : []),
    proposalFacts(payload, locale),
    { kind: "button", label: words(`eventDecided.${decision}.button`), url },
  ]);
}

/** What is known of an event before it is announced. */
export function proposalFacts(payload: EventProposedPayload, locale: MailLocale): MailBlock {
  const words = mailWords(locale);
  const { day, hours } = mailInterval(payload, locale);
  return {
    kind: "facts",
    rows: [
      [words("events.facts.title"), payload.title],
      [words("facts.day"), day],
      [words("facts.hours"), hours],
      [words("events.facts.place"), payload.spaceName],
    ],
  };
}
