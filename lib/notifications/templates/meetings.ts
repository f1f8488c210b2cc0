import type { CoPresencePayload, MailLocale, ThanksPayload } from "../schema";
import {
  type MailBlock,
  type MailContent,
  mailDay,
  mailDocument,
  mailInterval,
  mailWords,
} from "./layout";

/** Who can help and will be there when one is: what for, where, when. */
export function coPresenceMail(payload: CoPresencePayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  const [first] = payload.matches;
  const count = payload.matches.length;
  const space = first?.spaceName ?? "";
  const blocks = payload.matches.map((match): MailBlock => {
    const { day, hours } = mailInterval(match, locale);
    const rows: [string, string][] = [
      [words("coPresence.who"), match.name ?? words("coPresence.somebody")],
      [words("coPresence.need"), match.need],
      ...(match.offer ? [[words("coPresence.offer"), match.offer] as [string, string]] : []),
      [words("facts.day"), day],
      [words("facts.hours"), hours],
      [words("facts.space"), match.spaceName],
    ];
    return { kind: "facts", rows };
  });
  return mailDocument(locale, words("coPresence.subject", { space, count }), [
    { kind: "text", text: words("coPresence.intro", { count }) },
    ...blocks,
    { kind: "button", label: words("coPresence.button"), url: payload.url },
    { kind: "small", text: words("coPresence.why") },
  ]);
}

/** Somebody one met says thank you, in their words when they wrote some. */
export function thanksReceivedMail(payload: ThanksPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  const { spaceName: space, text } = payload;
  const name = payload.name ?? words("coPresence.somebody");
  return mailDocument(locale, words("thanks.subject", { name }), [
    {
      kind: "text",
      text: words("thanks.intro", { name, space, day: mailDay(payload.day, locale) }),
    },
    ...(text ? [{ kind: "quote" as const, text }] : []),
    { kind: "button", label: words("thanks.button"), url: payload.url },
    { kind: "small", text: words("thanks.private") },
  ]);
}
