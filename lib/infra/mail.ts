import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import type { Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";

export type MailAttachment = { filename: string; contentType: string; content: string };

export type OutgoingMail = {
  /** Same id, same mail: a mailbox that receives it twice can tell. */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  attachments: MailAttachment[];
  /** Others it names by their id: what is kept of it goes with any of them. */
  named: string[];
  /** Where a mailbox stops such mails by one post (RFC 8058); none for what nobody can do without. */
  unsubscribe?: string | undefined;
};

let transport: Transporter | undefined;

/**
 * Hands the mail to the SMTP server; without one (demonstration mode) keeps it for /demo/courriels,
 * in the caller's transaction. Throws when the server refuses or cannot be reached.
 */
export async function sendMail(tx: Tx, mail: OutgoingMail): Promise<void> {
  const url = env().SMTP_URL;
  if (!url) {
    const { to, subject, text, html, attachments, named: namedPeople } = mail;
    await tx.demoMail.create({ data: { to, subject, text, html, attachments, namedPeople } });
    return;
  }
  transport ??= createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // A payload must never name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  await transport.sendMail({
    from: env().MAIL_FROM,
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    attachments: mail.attachments,
    headers: { "Auto-Submitted": "auto-generated", ...listHeaders(mail.unsubscribe) },
  });
}

function listHeaders(unsubscribe: string | undefined): Record<string, string> {
  if (!unsubscribe) return {};
  return {
    "List-Unsubscribe": `<${unsubscribe}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

/** Steps at which a refusal is of this address or this mail; before them it is of us, or of our password. */
const stepsAboutTheMail = ["RCPT TO", "DATA"];

/** The server said no to this mail for good (5xx): sending again would only annoy it. */
export function isRefusedForGood(error: unknown): boolean {
  if (!(error instanceof Error && "responseCode" in error && "command" in error)) return false;
  const { command, responseCode } = error;
  return stepsAboutTheMail.some((step) => step === command) && Number(responseCode) >= 500;
}
