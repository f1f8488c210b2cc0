import { expect, test } from "vitest";
import { readPageBasis } from "@/lib/bookings/space-pages/queries";
import { publicPageAt } from "@/lib/bookings/space-pages/rules";
import { addDays } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const monday = addDays(tuesday, -1);

function pageOf(slug: string, parameters = {}) {
  const page = publicPageAt(`/lieux/${slug}`, parameters, monday);
  if (!page) throw new Error(`${slug} is no page`);
  return page;
}

test("a page rests on the very same as long as nothing it shows changes", async () => {
  const space = await aSpace();
  const page = pageOf(space.slug);
  const first = await readPageBasis(page, mondayMorning);
  expect(await readPageBasis(page, mondayMorning)).toBe(first);
  // A fortnight later is not on the page.
  await aBooking({
    ...{ space, day: addDays(tuesday, 14) },
    ...{ startsAt: "2026-06-30T06:30:00Z", endsAt: "2026-06-30T10:30:00Z" },
  });
  expect(await readPageBasis(page, mondayMorning)).toBe(first);
});

test("a booking, its cancellation, a lapse no job has written and a change of the space each end it", async () => {
  const space = await aSpace();
  const page = pageOf(space.slug);
  const seen = new Set([await readPageBasis(page, mondayMorning)]);
  const changes = async (at = mondayMorning) => {
    const { size } = seen;
    seen.add(await readPageBasis(page, at));
    return seen.size > size;
  };
  const { id } = await aBooking({
    ...{ space, day: tuesday, startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T10:30:00Z" },
  });
  expect(await changes()).toBe(true);
  const lapsesAt = new Date("2026-06-16T07:00:00Z");
  await db.booking.updateMany({ where: { id }, data: { lapsesAt } });
  expect(await changes()).toBe(false);
  expect(await changes(lapsesAt)).toBe(true);
  await db.booking.updateMany({
    where: { id },
    data: { state: "cancelled", endedAt: mondayMorning, lapsesAt: null },
  });
  await db.space.update({ where: { id: space.id }, data: { name: "Autre nom" } });
  expect(await changes()).toBe(true);
});

test("more days than one reading takes rest on nothing; there is no page of no space", async () => {
  const space = await aSpace();
  const far = pageOf(space.slug, { semaine: monday, jour: addDays(monday, 60) });
  expect(await readPageBasis(far, mondayMorning)).toBeNull();
  await expect(readPageBasis(pageOf("nulle-part"), mondayMorning)).rejects.toThrow(NotFound);
});
