import { dayOf } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import type { HabilitationNotice, HabilitationPayload } from "../habilitation-notices/schema";
import type { MailLocale } from "../schema";
import { type MailContent, mailDocument, mailWords } from "./layout";

const keys = {
  "habilitation-given": "habilitationGiven",
  "habilitation-taken-back": "habilitationTakenBack",
  "habilitation-ending": "habilitationEnding",
} as const;

/** One's habilitation given by a host, taken back, or about to end: its name, its last day, why. */
export function habilitationMail(
  kind: HabilitationNotice,
  { name: { fr, en }, expiresAt, reason, timeZone, url }: HabilitationPayload,
  locale: MailLocale,
): MailContent {
  const words = mailWords(locale);
  const key = keys[kind];
  const name = locale === "en" ? (en ?? fr) : fr;
  // The end is the first instant it no longer holds: the last day is the one before.
  const last = expiresAt ? dayOf(new Date(Date.parse(expiresAt) - 1), timeZone) : null;
  const day = last ? `${formatDay(last, locale)} ${last.slice(0, 4)}` : "";
  const hasEnd = last ? "yes" : "no";
  return mailDocument(locale, words(`${key}.subject`, { name, day }), [
    { kind: "text", text: words(`${key}.intro`, { name, day, hasEnd }) },
    ...(reason ? [{ kind: "text" as const, text: words(`${key}.reason`, { reason }) }] : []),
    { kind: "button", label: words(`${key}.button`), url },
  ]);
}
