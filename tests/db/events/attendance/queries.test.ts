import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { countFirstTimers, getAttendanceSheet } from "@/lib/events/attendance/queries";
import { db } from "@/lib/infra/db";
import { hostOf } from "@/tests/support/actors";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";

const at = new Date("2026-06-18T13:00:00Z");

async function attends(event: { spaceId: string; id: string }, mail: string, isPresent = true) {
  const { id } = await aRegistration(event, { email: mail, emailKey: mail });
  if (isPresent) {
    await db.eventAttendee.updateMany({ where: { registrationId: id }, data: { presentAt: at } });
  }
}

test("somebody comes for the first time when no earlier event saw them, registered alone not counting", async () => {
  const space = await aSpace();
  const before = await anEvent(space, { on: day("2026-05-12") });
  const event = await anEvent(space);
  await attends(before, "ancienne@exemple.test");
  await attends(before, "absente@exemple.test", false);
  await attends(event, "ancienne@exemple.test");
  await attends(event, "absente@exemple.test");
  await attends(event, "nouvelle@exemple.test");
  await attends(event, "pas-venue@exemple.test", false);
  expect(await countFirstTimers(space.id, event.id)).toBe(2);
  // Afterwards they have come before.
  const later = await anEvent(space, { on: day("2026-07-02") });
  await attends(later, "nouvelle@exemple.test");
  expect(await countFirstTimers(space.id, later.id)).toBe(0);
  expect(await countFirstTimers(space.id, event.id)).toBe(2);
});

test("the sheet is by name, companions after whom they come with, the line last, cancelled left out unless they came", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const event = await anEvent(space);
  await aRegistration(event, { name: "Zoé", quantity: 2 });
  await aRegistration(event, { name: "Élodie" });
  await aRegistration(event, { name: "Anne", state: "waiting" });
  const ended = { state: "cancelled" as const, endedAt: at };
  await aRegistration(event, { name: "Bernard", ...ended });
  const came = await aRegistration(event, { name: "Carole", ...ended });
  await db.eventAttendee.updateMany({
    where: { registrationId: came.id },
    data: { presentAt: at },
  });
  const { people, figures } = await getAttendanceSheet(host, event.slug, at);
  expect(people.map(({ name, registeredBy }) => name ?? `avec ${registeredBy}`)).toEqual([
    "Carole",
    "Élodie",
    "Zoé",
    "avec Zoé",
    "Anne",
  ]);
  expect(figures).toMatchObject({ registered: 3, came: 0, atTheDoor: 1 });
});

test("whoever waited until the start stays on the sheet, for they may be at the door", async () => {
  const space = await aSpace();
  const event = await anEvent(space);
  await aRegistration(event, { name: "Anne", state: "lapsed", endedAt: event.startsAt });
  const before = new Date(event.startsAt.getTime() - 1);
  await aRegistration(event, { name: "Bernard", state: "lapsed", endedAt: before });
  const { people } = await getAttendanceSheet(await hostOf(space), event.slug, at);
  expect(people.map(({ name, isWaiting }) => ({ name, isWaiting }))).toEqual([
    { name: "Anne", isWaiting: true },
  ]);
});
