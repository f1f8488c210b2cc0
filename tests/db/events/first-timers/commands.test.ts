import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { addDays, day } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { leaveEvents } from "@/lib/events/departures/commands";
import { freezeFirstTimers } from "@/lib/events/first-timers/commands";
import { countFirstTimers } from "@/lib/events/first-timers/queries";
import { db } from "@/lib/infra/db";
import { forgetOverdue } from "@/lib/privacy/retention/commands";
import { aMember } from "@/tests/support/actors";
import { anEvent, attends, thursday } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";

const system = systemActor("test");
const on = (text: string) => new Date(`${text}T04:00:00Z`);

async function frozenOf(event: { id: string }) {
  const rows = await db.eventAttendee.findMany({ where: { eventId: event.id } });
  return rows.map(({ firstTime }) => firstTime);
}

test("frozen when the sheet closes by the wall of its space, and not a day before", async () => {
  const event = await anEvent(await aSpace());
  await attends(event, "nouvelle@exemple.test");
  await freezeFirstTimers(system, on(addDays(thursday, 30)));
  expect(await frozenOf(event)).toEqual([null]);
  await freezeFirstTimers(system, on(addDays(thursday, 31)));
  expect(await frozenOf(event)).toEqual([true]);
});

test("whoever came once is not new again when what is known of them is forgotten", async () => {
  const space = await aSpace();
  const [first, second] = [
    await anEvent(space, { on: day("2025-05-15") }),
    await anEvent(space, { on: day("2026-05-28") }),
  ];
  const mail = "fidele@exemple.test";
  const createdAt = (text: string) => ({ createdAt: on(text) });
  await attends(first, mail, createdAt("2025-05-01"));
  await attends(second, mail, createdAt("2026-05-20"));
  const counts = async () => [
    await countFirstTimers(space.id, first.id),
    await countFirstTimers(space.id, second.id),
  ];
  const before = await counts();
  expect(before).toEqual([1, 0]);
  // The sheet of the second is open still, and the first is about to be forgotten.
  const night = on("2026-06-03");
  await freezeFirstTimers(system, night);
  await forgetOverdue(system, night);
  expect(await db.eventRegistration.count({ where: { eventId: first.id, emailKey: mail } })).toBe(
    0,
  );
  expect(await counts()).toEqual(before);
  // Frozen once: what is known later changes nothing.
  await freezeFirstTimers(system, on("2026-08-01"));
  expect(await counts()).toEqual(before);
});

test("forgotten without being frozen, they would be new again", async () => {
  const space = await aSpace();
  const [first, second] = [
    await anEvent(space, { on: day("2025-05-15") }),
    await anEvent(space, { on: day("2026-05-28") }),
  ];
  for (const [event, createdAt] of [
    [first, on("2025-05-01")],
    [second, on("2026-05-20")],
  ] as const) {
    await attends(event, "oubliee@exemple.test", { createdAt });
  }
  await forgetOverdue(system, on("2026-06-03"));
  expect(await countFirstTimers(space.id, second.id)).toBe(1);
});

test("whoever leaves the network stays counted where they came, new or not", async () => {
  const space = await aSpace();
  const member = await aMember();
  const [first, second] = [await anEvent(space, { on: day("2026-05-12") }), await anEvent(space)];
  const mail = member.email ?? "";
  await attends(first, mail, { personId: member.personId });
  await attends(second, mail);
  await db.$transaction((tx) => leaveEvents(tx, member.personId, on("2026-06-20")));
  expect(await countFirstTimers(space.id, first.id)).toBe(1);
  expect(await countFirstTimers(space.id, second.id)).toBe(0);
});

test("only the system freezes", async () => {
  await expect(freezeFirstTimers(anonymous)).rejects.toThrow(Forbidden);
});
