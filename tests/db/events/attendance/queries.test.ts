import { expect, test } from "vitest";
import { getAttendanceSheet } from "@/lib/events/attendance/queries";
import { db } from "@/lib/infra/db";
import { hostOf } from "@/tests/support/actors";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";

const at = new Date("2026-06-18T13:00:00Z");

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
