import { createTranslator } from "use-intl/core";
import { type Day, dayOf } from "@/lib/core/day";
import { formatDay, formatTime, formatTimes } from "@/lib/core/format";
import type { MailAttachment } from "@/lib/infra/mail";
import en from "@/messages/en/mails.json";
import fr from "@/messages/fr/mails.json";
import type { MailLocale } from "../schema";

export type MailContent = {
  subject: string;
  text: string;
  html: string;
  attachments: MailAttachment[];
};

/** What a mail is made of; written once, it becomes both the text and the page. */
export type MailBlock =
  | { kind: "text"; text: string }
  | { kind: "quote"; text: string }
  | { kind: "code"; text: string }
  | { kind: "facts"; rows: (readonly [label: string, value: string])[] }
  | { kind: "button"; label: string; url: string }
  | { kind: "links"; links: { label: string; url: string }[] }
  | { kind: "small"; text: string };

const messages = { fr, en } satisfies Record<MailLocale, typeof fr>;

/** Sentences of the mails in the person's language. */
export function mailWords(locale: MailLocale) {
  return createTranslator({ locale, messages: messages[locale] });
}

/** « mardi 24 novembre 2026 » and « 8 h 30 – 12 h 30 » in the wall time of the space. */
export function mailInterval(
  interval: { startsAt: string; endsAt: string; timeZone: string },
  locale: MailLocale,
): { day: string; hours: string } {
  const [startsAt, endsAt] = [new Date(interval.startsAt), new Date(interval.endsAt)];
  const { timeZone } = interval;
  const day = dayOf(startsAt, timeZone);
  return {
    day: mailDay(day, locale),
    hours: formatTimes({ startsAt, endsAt }, timeZone, locale),
  };
}

/** « mardi 24 novembre 2026 » for a local day. */
export function mailDay(day: Day, locale: MailLocale): string {
  return `${formatDay(day, locale)} ${day.slice(0, 4)}`;
}

/** An instant as day and hour, e.g. the last moment to cancel. */
export function mailInstant(instant: string, timeZone: string, locale: MailLocale): string {
  const at = new Date(instant);
  const [day, time] = [formatDay(dayOf(at, timeZone), locale), formatTime(at, timeZone, locale)];
  return mailWords(locale)("instant", { day, time });
}

/** The light tokens of the design, inlined: mailboxes know no variables and fetch nothing of ours. */
const ink = "#2d1923";
const ink2 = "#5b474f";
const body = "font-family:Rosario,Verdana,Geneva,sans-serif;font-size:16px;line-height:1.5";
const title = "font-family:Alegreya,Georgia,serif;font-weight:600";

const ending = "</div></body></html>";

/** The same mail with, at its end, how to have no more of them. */
export function withWayOut(
  content: MailContent,
  locale: MailLocale,
  { page, settings }: { page: string; settings?: string },
): MailContent {
  const words = mailWords(locale);
  const links = [
    { label: words("wayOut.stop"), url: page },
    ...(settings ? [{ label: words("wayOut.choose"), url: settings }] : []),
  ];
  const written = links
    .map(
      ({ label, url }) => `<a href="${escaped(url)}" style="color:${ink2}">${escaped(label)}</a>`,
    )
    .join(" · ");
  const lines = links.map(({ label, url }) => `${label} : ${url}`).join("\n");
  return {
    ...content,
    html: content.html.replace(
      ending,
      () => `<p style="margin:8px 0 0;font-size:14px">${written}</p>\n${ending}`,
    ),
    text: `${content.text}${lines}\n`,
  };
}

/** One mail from its blocks, as text and as a page without any remote resource. */
export function mailDocument(
  locale: MailLocale,
  about: string,
  blocks: MailBlock[],
  attachments: MailAttachment[] = [],
): MailContent {
  // A name that holds a line break would begin another header.
  const subject = about.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
  const footer = mailWords(locale)("footer");
  const html = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px 12px;background:#f1f1eb;color:${ink};${body}">
<div style="max-width:560px;margin:0 auto;padding:28px 28px 20px;background:#fbfbf8;border-radius:6px 6px 40px 6px">
<p style="margin:0 0 20px;padding-bottom:10px;border-bottom:2px solid ${ink};${title};font-size:20px">Cowloting</p>
<h1 style="margin:0 0 16px;${title};font-size:26px;line-height:1.2">${escaped(subject)}</h1>
${blocks.map(blockAsHtml).join("\n")}
<p style="margin:28px 0 0;padding-top:12px;border-top:1px solid #d3d4c9;font-size:14px;color:${ink2}">${escaped(footer)}</p>
${ending}`;
  const text = [subject, ...blocks.map(blockAsText), "--", footer].join("\n\n");
  return { subject, text: `${text}\n`, html, attachments };
}

function blockAsHtml(block: MailBlock): string {
  switch (block.kind) {
    case "text":
      return `<p style="margin:0 0 16px">${escaped(block.text)}</p>`;
    case "quote":
      return `<blockquote style="margin:0 0 16px;padding:2px 0 2px 14px;border-left:2px solid #710e32;white-space:pre-line">${escaped(block.text)}</blockquote>`;
    case "code":
      return `<p style="margin:0 0 16px;padding:14px 0;text-align:center;background:#e6e7de;border-radius:6px;${title};font-size:34px;letter-spacing:6px">${escaped(block.text)}</p>`;
    case "facts":
      return `<table role="presentation" style="width:100%;margin:0 0 20px;border-collapse:collapse">${block.rows
        .map(
          ([label, value]) =>
            `<tr><td style="padding:7px 12px 7px 0;border-bottom:1px solid #d3d4c9;color:${ink2};vertical-align:top">${escaped(label)}</td><td style="padding:7px 0;border-bottom:1px solid #d3d4c9;font-weight:600">${escaped(value)}</td></tr>`,
        )
        .join("")}</table>`;
    case "button":
      return `<p style="margin:0 0 20px"><a href="${escaped(block.url)}" style="display:inline-block;padding:12px 22px;background:#710e32;color:#ffffff;text-decoration:none;border-radius:6px 6px 16px 6px;font-weight:600">${escaped(block.label)}</a></p>`;
    case "links":
      return `<ul style="margin:0 0 20px;padding:0 0 0 20px">${block.links
        .map(
          ({ label, url }) =>
            `<li style="padding:5px 0"><a href="${escaped(url)}" style="color:#710e32">${escaped(label)}</a></li>`,
        )
        .join("")}</ul>`;
    case "small":
      return `<p style="margin:0 0 12px;font-size:14px;color:${ink2}">${escaped(block.text)}</p>`;
  }
}

function blockAsText(block: MailBlock): string {
  switch (block.kind) {
    case "facts":
      return block.rows.map(([label, value]) => `${label} : ${value}`).join("\n");
    case "button":
      return `${block.label} : ${block.url}`;
    case "links":
      return block.links.map(({ label, url }) => `${label} : ${url}`).join("\n");
    case "quote":
      return `« ${block.text} »`;
    case "code":
      return `    ${block.text}`;
    default:
      return block.text;
  }
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
