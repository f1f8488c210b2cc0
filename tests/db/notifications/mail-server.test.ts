import { randomUUID } from "node:crypto";
import ICAL from "ical.js";
import { afterAll, expect, test, vi } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { deliverNotification } from "@/lib/notifications/commands";
import { findTopic } from "@/lib/notifications/unsubscribing/queries";
import { aMember } from "@/tests/support/actors";
import { mondayMorning } from "@/tests/support/factories";
import { headerOf, partsOf } from "@/tests/support/mail-server";
import { aBookingPayload, aNotification, aProposal } from "@/tests/support/notifications";

// Started before anything reads the environment: this file is a real installation.
const server = await vi.hoisted(async () => {
  const { startMailServer } = await import("@/tests/support/mail-server");
  const started = await startMailServer();
  process.env["DEMO"] = "0";
  process.env["SMTP_URL"] = started.url;
  return started;
});

afterAll(() => server.stop());

const deliver = (notificationId: string) =>
  deliverNotification(systemActor("worker"), { notificationId }, mondayMorning);

const stateOf = (id: string) =>
  db.notification.findUniqueOrThrow({
    where: { id },
    select: { deliveredAt: true, failedAt: true, lastError: true },
  });

const anAddress = (before = "") => `${before}${randomUUID()}@exemple.test`;
const mailsTo = (email: string) => server.received.filter(({ to }) => to.includes(email));

async function delivered(email: string) {
  const [mail] = mailsTo(email);
  if (!mail) throw new Error("nothing was received");
  return mail;
}

test("a mail of the outbox reaches the mailbox, and the outbox says when", async () => {
  const email = anAddress();
  const id = await aNotification({ email });
  await deliver(id);
  const mail = await delivered(email);
  expect(mail).toMatchObject({ from: "cowloting@gmail.com", to: [email] });
  expect(headerOf(mail, "Message-ID")).toBe(`<${id}@localhost>`);
  expect(headerOf(mail, "Auto-Submitted")).toBe("auto-generated");
  expect(partsOf(mail, "text/plain")[0]).toContain("mardi 16 juin 2026");
  expect(partsOf(mail, "text/html")[0]).toContain("mardi 16 juin 2026");
  expect(await stateOf(id)).toEqual({
    deliveredAt: mondayMorning,
    failedAt: null,
    lastError: null,
  });
});

test.each([
  ["in the zone of Kathmandu", "Asia/Kathmandu"],
  ["in UTC", "UTC"],
  ["in St John's", "America/St_Johns"],
])("the calendar entry received from a server %s is at the French hour", async (_name, zone) => {
  const before = process.env["TZ"];
  process.env["TZ"] = zone;
  const email = anAddress();
  await deliver(await aNotification({ email }));
  process.env["TZ"] = before;
  const [entry = ""] = partsOf(await delivered(email), "text/calendar");
  const calendar = new ICAL.Component(ICAL.parse(entry));
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
  const wall = [event.startDate, event.endDate].map((time) =>
    time.toJSDate().toLocaleString("sv-SE", { timeZone: "Europe/Paris" }),
  );
  expect(wall).toEqual(["2026-06-16 08:30:00", "2026-06-16 18:30:00"]);
  expect(event.summary).toBe("Bureau 1, Luzech");
});

test("a job run twice, or by six workers at once, sends one mail", async () => {
  const email = anAddress();
  const id = await aNotification({ email });
  await Promise.all(Array.from({ length: 6 }, () => deliver(id)));
  await deliver(id);
  expect(mailsTo(email)).toHaveLength(1);
});

test("a mailbox full for now is noted and tried again, until it has room", async () => {
  const email = anAddress("plein-");
  const id = await aNotification({ email });
  for (const _turn of [1, 2]) {
    await expect(deliver(id)).rejects.toThrow(/452/);
    expect(await stateOf(id)).toEqual({
      deliveredAt: null,
      failedAt: null,
      lastError: expect.stringContaining("452"),
    });
  }
  const free = anAddress();
  await db.notification.update({ where: { id }, data: { email: free } });
  await deliver(id);
  expect(mailsTo(free)).toHaveLength(1);
  expect(await stateOf(id)).toMatchObject({ deliveredAt: mondayMorning, lastError: null });
});

test("an address that does not exist is noted and left alone", async () => {
  const email = anAddress("inconnu-");
  const id = await aNotification({ email });
  await deliver(id);
  expect(await stateOf(id)).toEqual({
    deliveredAt: null,
    failedAt: mondayMorning,
    lastError: expect.stringContaining("550"),
  });
  await db.notification.update({ where: { id }, data: { email: anAddress() } });
  await deliver(id);
  expect(await stateOf(id)).toMatchObject({ deliveredAt: null });
});

test.each([
  ["password", /535/],
  ["sender", /553/],
] as const)("no mail is lost while the server refuses our %s", async (refuses, code) => {
  const email = anAddress();
  const id = await aNotification({ email });
  server.state.refuses = refuses;
  const refused = await deliver(id).catch(String);
  server.state.refuses = "nobody";
  expect(refused).toMatch(code);
  expect(await stateOf(id)).toMatchObject({ deliveredAt: null, failedAt: null });
  await deliver(id);
  expect(mailsTo(email)).toHaveLength(1);
});

test("a sign-in code leaves the database once it is sent, or once it cannot be", async () => {
  const payload = { code: "004217", url: "https://cowloting.example/l?jeton=x", minutes: 10 };
  for (const email of [anAddress(), anAddress("inconnu-")]) {
    const id = await aNotification({ kind: "sign-in-code", email, payload });
    await deliver(id);
    expect(await db.notification.findUnique({ where: { id } })).toHaveProperty("payload", {});
  }
});

test("a name with line breaks adds neither header nor recipient", async () => {
  const email = anAddress();
  const spaceName = "Luzech\r\nBcc: evil@example.com\r\n\r\nautre";
  await deliver(await aNotification({ email, payload: aBookingPayload({ spaceName }) }));
  const mail = await delivered(email);
  expect(mail.to).toEqual([email]);
  expect(headerOf(mail, "Bcc")).toBe("");
});

test("two addresses written as one are not two recipients", async () => {
  const [email, other] = [anAddress(), anAddress()];
  const id = await aNotification({ email: `${email}, ${other}` });
  await deliver(id).catch(() => undefined);
  expect([...mailsTo(email), ...mailsTo(other)]).toEqual([]);
});

test("a mail one can do without says to the mailbox where one post stops it, and to its reader", async () => {
  const email = anAddress();
  const { personId } = await aMember();
  await deliver(await aNotification(aProposal(personId, email)));
  const mail = await delivered(email);
  const address = /^<(\S+)>$/.exec(headerOf(mail, "List-Unsubscribe"))?.[1] ?? "";
  expect(headerOf(mail, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
  const { pathname, searchParams } = new URL(address);
  expect(pathname).toBe("/desabonnement/un-clic");
  expect(findTopic(searchParams.get("jeton") ?? "")).toBe("exchanges");
  for (const type of ["text/plain", "text/html"]) {
    expect(partsOf(mail, type)[0]).toContain("/desabonnement?jeton=");
    expect(partsOf(mail, type)[0]).toContain("/mon-espace/notifications");
  }
});

test("a mail nobody can do without says nothing of that sort", async () => {
  const email = anAddress();
  const { personId } = await aMember();
  await deliver(await aNotification({ email, personId }));
  const mail = await delivered(email);
  expect(headerOf(mail, "List-Unsubscribe")).toBe("");
  expect(mail.source).not.toContain("desabonnement");
});
