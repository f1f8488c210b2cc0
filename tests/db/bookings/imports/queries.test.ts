import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { addImport } from "@/lib/bookings/imports/commands";
import { getHostImports } from "@/lib/bookings/imports/queries";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { given, tuesdayMorning } from "@/tests/support/outside-calendars";

async function aSpaceWithImport(resourceId?: string) {
  const space = await aSpace({ desks: 2 });
  const host = await hostOf(space);
  const input = {
    slug: space.slug,
    resourceId: resourceId ?? space.desks[0]?.id ?? "",
    name: "Mairie",
    url: "https://agenda.exemple.test/private-secret/basic.ics",
  };
  return { space, host, input };
}

test("hosts see each calendar with its site, never the rest of its address", async () => {
  const { space, host, input } = await aSpaceWithImport();
  await addImport(host, input, mondayMorning, given(tuesdayMorning));
  const { imports, conflicts } = await getHostImports(host, space.slug, mondayMorning);
  expect(imports).toMatchObject([
    {
      name: "Mairie",
      resourceName: "Bureau 1",
      host: "agenda.exemple.test",
      fetchedAt: mondayMorning,
      problem: null,
      blocksAhead: 1,
    },
  ]);
  expect(JSON.stringify(imports)).not.toContain("secret");
  expect(conflicts).toEqual([]);
});

test("a booking on a busy time is listed until it is over or gone; others are not", async () => {
  const { space, host, input } = await aSpaceWithImport();
  const booking = await aBooking({
    space,
    day: tuesday,
    startsAt: "2026-06-16T06:30:00Z",
    endsAt: "2026-06-16T10:30:00Z",
  });
  const elsewhere = { desk: 1, startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T10:30:00Z" };
  await aBooking({ space, day: tuesday, ...elsewhere });
  const after = { startsAt: "2026-06-16T10:30:00Z", endsAt: "2026-06-16T12:30:00Z" };
  await aBooking({ space, day: tuesday, ...after });
  await addImport(host, input, mondayMorning, given(tuesdayMorning));
  const listed = async (at: Date) => (await getHostImports(host, space.slug, at)).conflicts;
  expect(await listed(mondayMorning)).toMatchObject([
    { bookingId: booking.id, name: "Maëlle Rives", resourceName: "Bureau 1", importName: "Mairie" },
  ]);
  const lapsesAt = new Date("2026-06-16T07:00:00Z");
  await db.booking.updateMany({ where: { id: booking.id }, data: { lapsesAt } });
  expect(await listed(new Date("2026-06-16T07:30:00Z"))).toEqual([]);
  await db.booking.updateMany({ where: { id: booking.id }, data: { lapsesAt: null } });
  expect(await listed(new Date("2026-06-16T10:30:00Z"))).toEqual([]);
});

test("a booking of a part meets the calendar of its whole", async () => {
  const { space, host, input } = await aSpaceWithImport();
  const [whole, part] = [await aRoom(space), await aRoom(space)];
  await db.resourcePart.create({ data: { spaceId: space.id, wholeId: whole.id, partId: part.id } });
  const booked = await bookResource(
    await aMember(),
    {
      ...{ slug: space.slug, resourceId: part.id },
      ...{ startsAt: new Date("2026-06-16T08:00:00Z"), endsAt: new Date("2026-06-16T09:00:00Z") },
    },
    mondayMorning,
  );
  await addImport(host, { ...input, resourceId: whole.id }, mondayMorning, given(tuesdayMorning));
  const { conflicts } = await getHostImports(host, space.slug, mondayMorning);
  expect(conflicts).toMatchObject([{ bookingId: booked.ok ? booked.value.id : "" }]);
});

test("who does not run the space sees none of it", async () => {
  const { space } = await aSpaceWithImport();
  for (const actor of [await aMember(), await hostOf(await aSpace())]) {
    await expect(getHostImports(actor, space.slug)).rejects.toThrow(NotFound);
  }
});
