import type { AlternativePayload, MailLocale } from "../schema";
import { type MailBlock, mailInterval, mailWords } from "./layout";

/** What is free instead, each a link already filled in; without any, that one may choose otherwise. */
export function freeInstead(alternatives: AlternativePayload[], locale: MailLocale): MailBlock[] {
  const words = mailWords(locale);
  if (alternatives.length === 0) return [{ kind: "text", text: words("alternatives.none") }];
  return [
    { kind: "text", text: words("alternatives.some") },
    { kind: "links", links: alternatives.map((place) => linkTo(place, locale)) },
  ];
}

function linkTo(place: AlternativePayload, locale: MailLocale): { label: string; url: string } {
  const { day, hours } = mailInterval(place, locale);
  const { resourceName, spaceName, url } = place;
  return { label: `${day}, ${hours}, ${resourceName}, ${spaceName}`, url };
}
