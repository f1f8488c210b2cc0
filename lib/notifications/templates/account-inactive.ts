import { dayOf } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import type { AccountInactivePayload, MailLocale } from "../schema";
import { type MailContent, mailDocument, mailWords } from "./layout";

/** An account nobody uses is about to be erased: until when, and what keeps it. */
export function accountInactiveMail(
  payload: AccountInactivePayload,
  locale: MailLocale,
): MailContent {
  const words = mailWords(locale);
  const day = formatDay(dayOf(new Date(payload.until), payload.timeZone), locale);
  return mailDocument(locale, words("accountInactive.subject"), [
    { kind: "text", text: words("accountInactive.intro", { day }) },
    { kind: "text", text: words("accountInactive.keep") },
    { kind: "button", label: words("accountInactive.button"), url: payload.url },
  ]);
}
