import { named } from "@/lib/core/elision";
import { oneLine } from "@/lib/core/plain-text";
import type { MailLocale, MessagePayload } from "../schema";
import { type MailBlock, type MailContent, mailDocument, mailWords } from "./layout";

const longestName = 60;
const longestQuote = 1500;

/** What a member wrote, in their words and under their name; the way to answer never is an address. */
export function messageReceivedMail(payload: MessagePayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  const known = shortened(oneLine(payload.senderName ?? ""), longestName);
  const name = known || words("messageReceived.somebody");
  const subject = known
    ? words("messageReceived.subject", named(name))
    : words("messageReceived.subjectNameless");
  const about: MailBlock[] = payload.adTitle
    ? [{ kind: "text", text: words("messageReceived.about", { title: oneLine(payload.adTitle) }) }]
    : [];
  const address: MailBlock[] = payload.address
    ? [
        {
          kind: "text",
          text: words("messageReceived.address", { name, address: oneLine(payload.address) }),
        },
      ]
    : [];
  const label = words("messageReceived.report");
  const report: MailBlock[] = payload.reportUrl
    ? [{ kind: "links", links: [{ label, url: payload.reportUrl }] }]
    : [];
  return mailDocument(locale, subject, [
    ...about,
    { kind: "quote", text: shortened(payload.text, longestQuote) },
    ...address,
    { kind: "button", label: words("messageReceived.button"), url: payload.url },
    { kind: "small", text: words("messageReceived.relay") },
    ...report,
  ]);
}

function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;
}
