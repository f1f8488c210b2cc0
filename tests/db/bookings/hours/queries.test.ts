import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { getHoursOfResource } from "@/lib/bookings/hours/queries";
import { NotFound } from "@/lib/core/errors";
import { aMember } from "@/tests/support/actors";
import { aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const range = { first: tuesday, count: 2 };

test("a room shows the starts that are left once somebody booked it", async () => {
  const space = await aSpace();
  const room = await aRoom(space);
  await bookResource(
    await aMember(),
    {
      slug: space.slug,
      resourceId: room.id,
      startsAt: new Date("2026-06-16T07:00:00Z"),
      endsAt: new Date("2026-06-16T08:00:00Z"),
    },
    mondayMorning,
  );
  const found = await getHoursOfResource(space.slug, null, range, mondayMorning);
  expect(found.resource.id).toBe(room.id);
  expect(found.days.map(({ day }) => day)).toEqual(["2026-06-16", "2026-06-17"]);
  const lengths = found.days[0]?.starts.slice(0, 4).map((start) => start.longestMinutes);
  expect(lengths).toEqual([30, 0, 0, 150]);
});

test("a space where nothing goes by the hour has no such page", async () => {
  const { slug } = await aSpace();
  await expect(getHoursOfResource(slug, null, range, mondayMorning)).rejects.toThrow(NotFound);
  await expect(getHoursOfResource("nulle-part", null, range)).rejects.toThrow(NotFound);
});
