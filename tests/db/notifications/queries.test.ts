import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { listDemoMails } from "@/lib/notifications/queries";

const aMail = (minute: number) => ({
  to: "membre@demo.test",
  subject: `Mail ${minute}`,
  text: "texte",
  html: "<p>texte</p>",
  sentAt: new Date(Date.UTC(2026, 5, 15, 6, minute)),
});

test("the page of mails shows the last fifty, newest first, and names what is attached", async () => {
  const content = "BEGIN:VCALENDAR";
  const attachments = [{ filename: "reservation.ics", contentType: "text/calendar", content }];
  await db.demoMail.createMany({
    data: Array.from({ length: 51 }, (_, minute) => ({
      ...aMail(minute),
      ...(minute === 50 ? { attachments } : {}),
    })),
  });
  const mails = await listDemoMails();
  expect(mails).toHaveLength(50);
  expect(mails.map(({ subject }) => subject)).toEqual(
    Array.from({ length: 50 }, (_, index) => `Mail ${50 - index}`),
  );
  expect(mails[0]?.attachments).toEqual([
    { filename: "reservation.ics", contentType: "text/calendar" },
  ]);
  expect(mails[1]?.attachments).toEqual([]);
});
