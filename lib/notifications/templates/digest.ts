import type { MailLocale } from "../schema";
import { type MailContent, mailDocument, mailWords } from "./layout";

export type DigestItem = { subject: string; url: string };

/** What waited for the mail of the day or of the week, the oldest first, each with its page. */
export function digestMail(items: DigestItem[], locale: MailLocale): MailContent {
  const words = mailWords(locale);
  const links = items.map(({ subject, url }) => ({ label: subject, url }));
  return mailDocument(locale, words("digest.subject", { count: items.length }), [
    { kind: "text", text: words("digest.intro") },
    { kind: "links", links },
  ]);
}
