import { expect, test } from "vitest";
import { listAlternatives } from "@/lib/bookings/nearby/queries";
import { day } from "@/lib/core/day";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const morning = {
  day: tuesday,
  part: "morning" as const,
  startsAt: "2026-06-16T06:30:00Z",
  endsAt: "2026-06-16T10:30:00Z",
};
const wanted = { day: tuesday, part: "morning" as const };

test("alternatives to a full space include another space, as the crow flies", async () => {
  const full = await aSpace({ desks: 1, latitude: 10, longitude: 10 });
  const near = await aSpace({ latitude: 10, longitude: 10.1 });
  await aBooking({ space: full, ...morning });
  const found = await listAlternatives({ slug: full.slug, wanted }, mondayMorning);
  expect(found[0]).toMatchObject({ differs: "part", part: "afternoon" });
  expect(found[1]).toMatchObject({ differs: "space", slug: near.slug });
  expect(found[1]?.distanceKm).toBeCloseTo(10.95, 1);
  expect(found).toHaveLength(3);
});

test("a space alone in the world offers its other days", async () => {
  const full = await aSpace({ desks: 1, latitude: -40, longitude: 10 });
  await aBooking({ space: full, ...morning });
  const found = await listAlternatives({ slug: full.slug, wanted }, mondayMorning);
  expect(found.map(({ differs }) => differs)).toContain("day");
  expect(found).toHaveLength(3);
});

test("around a nearer day that may be booked, what is taken there is known", async () => {
  const space = await aSpace({ desks: 2, latitude: -41, longitude: 10 });
  await aBooking({ space, ...morning });
  const wish = { slug: space.slug, wanted: { day: day("2027-06-16"), part: "morning" as const } };
  const [first] = await listAlternatives({ ...wish, nearest: tuesday }, mondayMorning);
  expect(first).toMatchObject({ day: tuesday, resource: { id: space.desks[1]?.id } });
});

test("refused together they share a reading, but never one begun before they asked", async () => {
  const space = await aSpace({ desks: 3, latitude: -42, longitude: 10 });
  await aBooking({ space, ...morning });
  const ask = () => listAlternatives({ slug: space.slug, wanted }, mondayMorning);
  const first = ask();
  await aBooking({ space, ...morning, desk: 1 });
  const [second, third] = [ask(), ask()];
  const deskOf = async (found: ReturnType<typeof ask>) => (await found)[0]?.resource.id;
  await first;
  expect(await deskOf(second)).toBe(space.desks[2]?.id);
  expect(await third).toBe(await second);
  await aBooking({ space, ...morning, desk: 2 });
  expect((await ask())[0]?.differs).not.toBe("desk");
});
