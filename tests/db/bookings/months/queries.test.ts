import { expect, test } from "vitest";
import { getSpaceMonth } from "@/lib/bookings/months/queries";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { aBooking, aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { countQueries } from "@/tests/support/query-count";

const june = { from: day("2026-06-01"), days: 30 };

test("a month says what is left of each half-day, once somebody booked", async () => {
  const space = await aSpace({ desks: 2 });
  await aRoom(space);
  await getSpaceMonth(space.slug, june, mondayMorning);
  expect(await countQueries(() => getSpaceMonth(space.slug, june, mondayMorning))).toBe(1);
  await aBooking({
    space,
    day: tuesday,
    part: "morning",
    startsAt: "2026-06-16T06:30:00Z",
    endsAt: "2026-06-16T10:30:00Z",
  });
  const { days } = await getSpaceMonth(space.slug, june, mondayMorning);
  expect(days).toHaveLength(30);
  const found = days.find((one) => one.day === tuesday);
  expect(found?.halves.morning).toMatchObject({ free: 1, taken: 1 });
  expect(found?.halves.afternoon).toMatchObject({ free: 2, taken: 0 });
  await expect(getSpaceMonth("nulle-part", june, mondayMorning)).rejects.toThrow(NotFound);
});
