import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { countFirstTimers } from "@/lib/events/first-timers/queries";
import { db } from "@/lib/infra/db";
import { anEvent, attends } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";

test("somebody comes for the first time when no earlier event saw them, registered alone not counting", async () => {
  const space = await aSpace();
  const before = await anEvent(space, { on: day("2026-05-12") });
  const event = await anEvent(space);
  await attends(before, "ancienne@exemple.test");
  await attends(before, "absente@exemple.test", { isPresent: false });
  await attends(event, "ancienne@exemple.test");
  await attends(event, "absente@exemple.test");
  await attends(event, "nouvelle@exemple.test");
  await attends(event, "pas-venue@exemple.test", { isPresent: false });
  expect(await countFirstTimers(space.id, event.id)).toBe(2);
  // Afterwards they have come before.
  const later = await anEvent(space, { on: day("2026-07-02") });
  await attends(later, "nouvelle@exemple.test");
  expect(await countFirstTimers(space.id, later.id)).toBe(0);
  expect(await countFirstTimers(space.id, event.id)).toBe(2);
});

test("once frozen, it is read as it was, whoever is known to have come before", async () => {
  const space = await aSpace();
  const [before, event] = [await anEvent(space, { on: day("2026-05-12") }), await anEvent(space)];
  await attends(before, "connue@exemple.test");
  await attends(event, "connue@exemple.test");
  expect(await countFirstTimers(space.id, event.id)).toBe(0);
  await db.eventAttendee.updateMany({ where: { eventId: event.id }, data: { firstTime: true } });
  expect(await countFirstTimers(space.id, event.id)).toBe(1);
});
