import { formatDay } from "@/lib/core/format";
import type { ReportReadyPayload } from "../report-notices/schema";
import type { MailLocale } from "../schema";
import { type MailContent, mailDocument, mailWords } from "./layout";

/** The files somebody asked for are there: where, and until when. No figure in a mail. */
export function reportReadyMail(payload: ReportReadyPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  const written = (on: ReportReadyPayload["first"]) => `${formatDay(on, locale)} ${on.slice(0, 4)}`;
  const told = { first: written(payload.first), last: written(payload.last) };
  return mailDocument(locale, words("reportReady.subject"), [
    { kind: "text", text: words("reportReady.intro", told) },
    { kind: "button", label: words("reportReady.button"), url: payload.url },
  ]);
}
