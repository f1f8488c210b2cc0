import { z } from "zod";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";

const attachments = z.array(z.object({ filename: z.string(), contentType: z.string() }));

/** The last mails of the demonstration, newest first; NotFound outside demonstration mode. */
export async function listDemoMails() {
  if (!env().DEMO) throw new NotFound();
  const mails = await db.demoMail.findMany({
    select: { id: true, sentAt: true, to: true, subject: true, text: true, attachments: true },
    orderBy: { sentAt: "desc" },
    take: 50,
  });
  return mails.map((mail) => ({ ...mail, attachments: attachments.parse(mail.attachments) }));
}
