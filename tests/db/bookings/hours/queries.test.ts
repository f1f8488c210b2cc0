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
  expect(found.hours?.resource.id).toBe(room.id);
  expect(found.hours?.days.map(({ day }) => day)).toEqual(["2026-06-16", "2026-06-17"]);
  const lengths = found.hours?.days[0]?.starts.slice(0, 4).map((start) => start.longestMinutes);
  expect(lengths).toEqual([30, 0, 0, 150]);
});

test("a space where nothing goes by the hour has no such page", async () => {
  const { slug } = await aSpace();
  await expect(getHoursOfResource(slug, null, range, mondayMorning)).rejects.toThrow(NotFound);
  await expect(getHoursOfResource("nulle-part", null, range)).rejects.toThrow(NotFound);
});

test("a place named that does not go by the hour, or is unknown, is not replaced by another", async () => {
  const space = await aSpace({ desks: 1 });
  const room = await aRoom(space);
  const screen = await aRoom(space, { kind: "equipment", name: "Écran", modes: ["half_day"] });
  const named = (id: string | null) => getHoursOfResource(space.slug, id, range, mondayMorning);
  expect(await named(screen.id)).toMatchObject({ hours: null, named: { name: "Écran" } });
  expect(await named("inconnue")).toMatchObject({ hours: null, named: null });
  expect((await named(room.id)).hours?.resource.id).toBe(room.id);
  const other = await aSpace({ desks: 1 });
  const [desk] = other.desks;
  const found = await getHoursOfResource(other.slug, desk?.id ?? "", range, mondayMorning);
  expect(found).toMatchObject({ hours: null, resources: [], named: { name: "Bureau 1" } });
});
