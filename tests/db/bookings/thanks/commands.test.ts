import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { thank } from "@/lib/bookings/thanks/commands";
import { anonymous } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { aComer, blocks } from "@/tests/support/company";
import { aSpace, tuesday } from "@/tests/support/factories";

const evening = new Date("2026-06-16T17:00:00Z");

async function aMeeting() {
  const space = await aSpace({ desks: 6, checkInCode: "ABCDEF" });
  const one = await aComer(space, { desk: 0, name: "Yann", checkedIn: true });
  const two = await aComer(space, { desk: 1, name: "Jeanne", checkedIn: true });
  return { space, one, two };
}

const toldTo = (personId: string) =>
  db.notification.count({ where: { personId, kind: "thanks-received" } });

test("one thanks somebody one met, who is told", async () => {
  const { one, two } = await aMeeting();
  const input = { personId: two.personId, day: tuesday, text: "Merci pour le café" };
  expect(await thank(one.actor, input, evening)).toMatchObject({ ok: true });
  const told = await db.notification.findFirst({ where: { personId: two.personId } });
  expect(told?.payload).toMatchObject({
    text: "Merci pour le café",
    spaceName: expect.any(String),
  });
  expect(await toldTo(one.personId)).toBe(0);
});

test("once a day for the two: again, or at once, is the same and tells once", async () => {
  const { one, two } = await aMeeting();
  const say = (text: string) =>
    thank(one.actor, { personId: two.personId, day: tuesday, text }, evening);
  await Promise.all([say("a"), say("b"), say("c")]);
  await say("d");
  expect(await db.thanks.count({ where: { fromId: one.personId } })).toBe(1);
  expect(await toldTo(two.personId)).toBe(1);
  // Without the row that says so, it is said again: the row is what keeps it to once.
  await db.thanks.deleteMany({ where: { fromId: one.personId } });
  await say("e");
  expect(await toldTo(two.personId)).toBe(2);
});

test("the other may thank as well: each has a word", async () => {
  const { one, two } = await aMeeting();
  await thank(one.actor, { personId: two.personId, day: tuesday }, evening);
  await thank(two.actor, { personId: one.personId, day: tuesday }, evening);
  expect([await toldTo(one.personId), await toldTo(two.personId)]).toEqual([1, 1]);
});

test("nobody thanks whom they did not meet, on another day, or who is not seen", async () => {
  const { one, two, space } = await aMeeting();
  const stranger = await aMember();
  const absent = await aComer(space, { desk: 2 });
  const unseen = await aComer(space, { desk: 3, shown: false, checkedIn: true });
  const wrong = [
    { personId: stranger.personId, day: tuesday },
    { personId: absent.personId, day: tuesday },
    { personId: unseen.personId, day: tuesday },
    { personId: two.personId, day: day("2026-06-15") },
    { personId: one.personId, day: tuesday },
    { personId: randomUUID(), day: tuesday },
  ];
  for (const input of wrong)
    await expect(thank(one.actor, input, evening)).rejects.toThrow(NotFound);
  expect(await db.thanks.count({ where: { fromId: one.personId } })).toBe(0);
});

test("a block, or thirty days and one, and there is nobody to thank", async () => {
  const { one, two } = await aMeeting();
  const input = { personId: two.personId, day: tuesday };
  const late = new Date("2026-07-17T12:00:00Z");
  await expect(thank(one.actor, input, late)).rejects.toThrow(NotFound);
  await blocks(two.actor, one.actor);
  await expect(thank(one.actor, input, evening)).rejects.toThrow(NotFound);
});

test("a visitor thanks nobody", async () => {
  const input = { personId: randomUUID(), day: tuesday };
  await expect(thank(anonymous, input, evening)).rejects.toThrow(Unauthenticated);
});
