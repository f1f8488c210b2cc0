import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { recountDailyFacts } from "@/lib/reports/facts/commands";
import {
  factDays,
  findUpToDateAt,
  listBookingsOfSpace,
  listCountedMonths,
  listUsersPresent,
} from "@/lib/reports/facts/queries";
import { monthInput } from "@/lib/reports/schema";
import { aBooking, aPerson, aSpace, tuesday } from "@/tests/support/factories";

const system = systemActor("test");
const july = new Date("2026-07-02T08:00:00Z");
const june = { first: day("2026-06-01"), last: day("2026-06-30") };
const months = { first: monthInput.parse("2026-05"), last: monthInput.parse("2026-06") };

test("a booking is read as it is written, to the millisecond", async () => {
  const space = await aSpace({ desks: 1 });
  const booking = await aBooking({
    ...{ space, day: tuesday, startsAt: `${tuesday}T06:30:00Z`, endsAt: `${tuesday}T10:30:00Z` },
    checkedInAt: `${tuesday}T06:31:02.345Z`,
  });
  const { id, resourceId, personId, startsAt, endsAt, checkedInAt } = booking;
  expect(await listBookingsOfSpace(db, space.id, june)).toEqual([
    { id, spaceId: space.id, resourceId, personId, startsAt, endsAt, checkedInAt, isEvent: false },
  ]);
});

test("months add up, people over several months are counted once, and the running one stops at that day", async () => {
  const [space, other] = [await aSpace({ desks: 2 }), await aSpace({ desks: 2 })];
  const { id: personId } = await aPerson();
  for (const [at, on] of [
    [space, "2026-05-12"],
    [space, "2026-06-16"],
    [other, "2026-06-17"],
  ] as const) {
    await aBooking({
      ...{ space: at, personId, day: day(on), startsAt: `${on}T06:30:00Z` },
      ...{ endsAt: `${on}T16:30:00Z`, checkedInAt: `${on}T07:00:00Z` },
    });
  }
  await recountDailyFacts(system, {}, july);
  const counted = await listCountedMonths(months, day("2026-07-01"));
  const told = (of: typeof counted) =>
    [...of].map(([month, { bySpace }]) => [
      month,
      ...[space, other].map(({ id }) => bySpace.get(id)?.personDays),
    ]);
  expect(told(counted)).toEqual([
    ["2026-05", 1, 0],
    ["2026-06", 1, 1],
  ]);
  expect(told(await listCountedMonths(months, day("2026-06-16")))).toEqual([
    ["2026-05", 1, 0],
    ["2026-06", 1, 0],
  ]);
  const both = { first: day("2026-05-01"), last: day("2026-06-30") };
  expect(await listUsersPresent(both)).toContain(personId);
  expect((await factDays(july)).first <= "2024-12-01").toBe(true);
});

test("figures are as good as the oldest of their days that waits, and of no instant before the first count", async () => {
  const space = await aSpace({ desks: 1 });
  expect(await findUpToDateAt(june, july)).toBeNull();
  await recountDailyFacts(system, {}, july);
  expect(await findUpToDateAt(june, july)).toEqual(july);
  await aBooking({
    ...{ space, day: tuesday, startsAt: `${tuesday}T06:30:00Z`, endsAt: `${tuesday}T10:30:00Z` },
  });
  const [mark] = await db.staleDay.findMany({ where: { spaceId: space.id } });
  expect(await findUpToDateAt(june, july)).toEqual(mark?.markedAt);
  const may = { first: day("2026-05-01"), last: day("2026-05-31") };
  expect(await findUpToDateAt(may, july)).toEqual(july);
});
