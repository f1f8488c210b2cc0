import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { recountDailyFacts } from "@/lib/reports/facts/commands";
import { verifyFacts } from "@/lib/reports/facts/verification/queries";
import type { Difference } from "@/lib/reports/facts/verification/schema";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, tuesday } from "@/tests/support/factories";

const system = systemActor("test");
const july = new Date("2026-07-02T08:00:00Z");

async function verify() {
  const differences: Difference[] = [];
  const verified = await verifyFacts(system, { tell: (one) => differences.push(one) });
  return { ...verified, differences };
}

test("members, hosts and visitors have nothing to verify", async () => {
  const space = await aSpace({ desks: 1 });
  for (const actor of [anonymous, await aMember(), await hostOf(space)]) {
    await expect(verifyFacts(actor, { tell: () => undefined })).rejects.toThrow(NotFound);
  }
});

test("days that wait are not compared: what nobody counted yet is no fault", async () => {
  const space = await aSpace({ desks: 1 });
  await recountDailyFacts(system, {}, july);
  const before = await verify();
  expect(before).toMatchObject({ different: 0, waiting: 0 });
  await aBooking({
    ...{ space, day: tuesday, startsAt: `${tuesday}T06:30:00Z`, endsAt: `${tuesday}T10:30:00Z` },
  });
  // The day, and its month.
  expect(await verify()).toMatchObject({ different: 0, waiting: 2 });
});

test("control: a booking written without its mark is found in its day and in its month", async () => {
  const space = await aSpace({ desks: 1 });
  await recountDailyFacts(system, {}, july);
  await db.$executeRaw`ALTER TABLE bookings DISABLE TRIGGER days_of_new_bookings`;
  await aBooking({
    ...{ space, day: tuesday, startsAt: `${tuesday}T06:30:00Z`, endsAt: `${tuesday}T10:30:00Z` },
    checkedInAt: `${tuesday}T06:40:00Z`,
  });
  await db.$executeRaw`ALTER TABLE bookings ENABLE TRIGGER days_of_new_bookings`;
  const { differences } = await verify();
  const told = differences.map((one) => [
    one.kind,
    "figure" in one && one.figure,
    one.kept,
    one.counted,
  ]);
  expect(told).toContainEqual(["slots", "booked", 0, 1]);
  expect(told).toContainEqual(["slots", "occupied", 0, 1]);
  expect(told).toContainEqual(["presences", false, 0, 1]);
  expect(told).toContainEqual(["month", "users", 0, 1]);
  expect(told).toContainEqual(["firsts", "new", 0, 1]);
});
