import { afterAll, expect, test, vi } from "vitest";
import { settleEverywhere } from "@/lib/bookings/settlements/commands";
import { systemActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { deliverNotification } from "@/lib/notifications/commands";
import { aRoom, aSpace, tuesday } from "@/tests/support/factories";
import { headerOf, partsOf } from "@/tests/support/mail-server";
import { booked } from "@/tests/support/waiting-list";

// Started before anything reads the environment: this file is a real installation.
const server = await vi.hoisted(async () => {
  const { startMailServer } = await import("@/tests/support/mail-server");
  const started = await startMailServer();
  process.env["DEMO"] = "0";
  process.env["SMTP_URL"] = started.url;
  return started;
});

afterAll(() => server.stop());

const worker = systemActor("worker");
const start = new Date("2026-06-16T06:30:00Z");

/** A room nobody answered for, another of its size free, as it is said in the mailbox. */
async function receivedAt(at: Date) {
  const space = await aSpace({ desks: 0, noShowGraceMinutes: 30 });
  const room = await aRoom(space, { name: "Impernal", needsApproval: true });
  await aRoom(space, { name: "Réduit", capacity: 3, rank: 99 });
  await aRoom(space, { name: "Célé", capacity: 7 });
  const request = await booked(space, { resourceId: room.id, day: tuesday, part: "morning" });
  const { email } = await db.person.findUniqueOrThrow({
    where: { id: request.member.personId },
    select: { email: true },
  });
  await settleEverywhere(worker, at);
  const told = { personId: request.member.personId, kind: "booking-lapsed" };
  const { id } = await db.notification.findFirstOrThrow({ where: told });
  await Promise.all([1, 2].map(() => deliverNotification(worker, { notificationId: id }, at)));
  const mails = server.received.filter(({ to }) => to.includes(email ?? ""));
  const [mail] = mails;
  if (!mail) throw new Error("nothing was received");
  const [text = ""] = partsOf(mail, "text/plain");
  return { mail, count: mails.length, request, text: text.replace(/[\u00a0\u202f]/g, " ") };
}

test("a request left without an answer is told in one mail, with what is free instead and fits", async () => {
  const { mail, count, request, text } = await receivedAt(start);
  expect(count).toBe(1);
  expect(headerOf(mail, "Auto-Submitted")).toBe("auto-generated");
  expect(text).toContain("est restée sans réponse");
  expect(text).toContain("rien n’est réservé");
  expect(text).toContain("mardi 16 juin 2026, 8 h 30 – 12 h 30, Célé");
  expect(text).not.toContain("Réduit");
  expect(text).toMatch(/\/reserver\?lieu=[^ ]+&jour=2026-06-16&moment=morning&poste=/);
  expect(text).toContain(`/mon-espace/reservations/${request.id}`);
  expect(partsOf(mail, "text/calendar")).toEqual([]);
});

test("settled two days late, the mail offers nothing that has passed", async () => {
  const { text } = await receivedAt(new Date("2026-06-18T06:00:00Z"));
  expect(text).toContain("jeudi 18 juin 2026, 8 h 30 – 12 h 30, Impernal");
  expect(text).not.toMatch(/jour=2026-06-1[67]/);
});
