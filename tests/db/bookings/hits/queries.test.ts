import { expect, test } from "vitest";
import { listHits, listPlacesInstead, listStanding, markOf } from "@/lib/bookings/hits/queries";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const morning = { startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T10:30:00Z" };
const during = {
  startsAt: new Date("2026-06-16T00:00:00Z"),
  endsAt: new Date("2026-06-17T00:00:00Z"),
};

test("bookings that stand are hit: not those ended, begun with somebody there, over or elsewhere", async () => {
  const [row, other] = [await aSpace({ desks: 5 }), await aSpace()];
  const space = await getSpaceBySlug(row.slug);
  const booking = { space: row, day: tuesday, part: "morning" as const, ...morning };
  const first = await aBooking(booking);
  const asked = await aBooking({ ...booking, desk: 1, state: "requested" });
  await aBooking({ ...booking, desk: 2, state: "cancelled" });
  await aBooking({ ...booking, desk: 3, checkedInAt: "2026-06-16T06:40:00Z" });
  await aBooking({ ...booking, space: other });
  const closing = { space, resourceIds: null, during };
  const hits = await listHits(db, [closing], mondayMorning);
  expect(hits.map(({ id }) => id)).toEqual([first.id, asked.id]);
  const one = { ...closing, resourceIds: [row.desks[1]?.id ?? ""] };
  expect((await listHits(db, [one], mondayMorning)).map(({ id }) => id)).toEqual([asked.id]);
  expect(await listHits(db, [closing], new Date("2026-06-16T11:00:00Z"))).toEqual([]);
  expect(await listHits(db, [], mondayMorning)).toEqual([]);
  const ids = [first.id, asked.id];
  expect((await listStanding(db, ids, mondayMorning)).map(({ id }) => id)).toEqual(ids);
});

test("the mark does not depend on the order, and is another for another list", async () => {
  const row = await aSpace({ desks: 2 });
  const space = await getSpaceBySlug(row.slug);
  const booking = { space: row, day: tuesday, part: "morning" as const, ...morning };
  await aBooking(booking);
  await aBooking({ ...booking, desk: 1 });
  const hits = await listHits(db, [{ space, resourceIds: null, during }], mondayMorning);
  expect(markOf(hits)).toBe(markOf(hits.toReversed()));
  expect(markOf(hits)).not.toBe(markOf(hits.slice(1)));
  expect(markOf([])).toMatch(/^[0-9a-f]{64}$/);
});

test("places instead are looked for in the network as it will be", async () => {
  const row = await aSpace({ desks: 2, latitude: 0, longitude: 170 });
  const space = await getSpaceBySlug(row.slug);
  await aBooking({ space: row, day: tuesday, part: "morning", ...morning });
  const hits = await listHits(db, [{ space, resourceIds: null, during }], mondayMorning);
  const [id = ""] = hits.map((hit) => hit.id);
  const free = await listPlacesInstead(hits, (spaces) => spaces, mondayMorning);
  expect(free.get(id)).toMatchObject({ differs: "desk", slug: row.slug });
  const shut = await listPlacesInstead(
    hits,
    (spaces) =>
      spaces.filter(({ slug }) => slug === row.slug).map((each) => ({ ...each, resources: [] })),
    mondayMorning,
  );
  expect(shut.get(id)).toBeUndefined();
  expect(await listPlacesInstead([], (spaces) => spaces, mondayMorning)).toEqual(new Map());
});
