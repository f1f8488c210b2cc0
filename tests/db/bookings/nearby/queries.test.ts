import pg from "pg";
import { expect, test, vi } from "vitest";
import { listAlternatives } from "@/lib/bookings/nearby/queries";
import { day } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import {
  aBooking,
  aCommune,
  aPerson,
  aSpace,
  mondayMorning,
  tuesday,
} from "@/tests/support/factories";

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
  expect(await third).toEqual(await second);
  await aBooking({ space, ...morning, desk: 2 });
  expect((await ask())[0]?.differs).not.toBe("desk");
});

test("refused together they do not each read what is taken", async () => {
  const space = await aSpace({ desks: 1, latitude: -45, longitude: 10 });
  await aBooking({ space, ...morning });
  const ask = () => listAlternatives({ slug: space.slug, wanted }, mondayMorning);
  const readings = async (work: () => Promise<unknown>) => {
    const query = vi.spyOn(pg.Client.prototype, "query");
    await work();
    const taken = query.mock.calls.filter(([first]) => isReading(first)).length;
    query.mockRestore();
    return taken;
  };
  const alone = await readings(ask);
  expect(alone).toBeGreaterThan(0);
  const together = await readings(() => Promise.all(Array.from({ length: 8 }, ask)));
  // As many as 8 times, were each alone; those who come while one reads share the next.
  expect(together).toBeLessThan(8 * alone);
});

function isReading(statement: unknown): boolean {
  const isNamed = typeof statement === "object" && statement !== null && "name" in statement;
  return isNamed && statement.name === "taken_intervals";
}

test("the next space is the one nearest to where the person said they live", async () => {
  const full = await aSpace({ desks: 1, latitude: -43, longitude: 10 });
  const near = await aSpace({ latitude: -43, longitude: 10.1 });
  const atHome = await aSpace({ latitude: -43, longitude: 10.5 });
  await aBooking({ space: full, ...morning });
  const { id: personId } = await aPerson();
  const elsewhere = async () =>
    (await listAlternatives({ slug: full.slug, wanted, personId }, mondayMorning)).find(
      ({ differs }) => differs === "space",
    );
  expect(await elsewhere()).toMatchObject({ slug: near.slug });
  const { insee } = await aCommune({ latitude: -43, longitude: 10.49 });
  await db.profile.create({ data: { personId, communeId: insee } });
  const found = await elsewhere();
  expect(found).toMatchObject({ slug: atHome.slug });
  expect(found?.distanceKm).toBeLessThan(1);
});

test("nothing is offered over a seat the person has, but over the one they would leave for it", async () => {
  const space = await aSpace({ desks: 2, latitude: -44, longitude: 10 });
  const { id: personId } = await aPerson();
  const own = await aBooking({ space, ...morning, personId });
  const wish = { slug: space.slug, wanted, personId };
  const days = async (leaving?: string) =>
    (await listAlternatives({ ...wish, leaving }, mondayMorning)).map(({ day: on, part }) =>
      on === tuesday ? part : "later",
    );
  expect(await days()).toEqual(["afternoon", "later", "later"]);
  expect((await days(own.id)).slice(0, 2)).toEqual(["morning", "afternoon"]);
});
