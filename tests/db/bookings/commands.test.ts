import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { anonymous } from "@/lib/core/actor";
import { addDays, day } from "@/lib/core/day";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { booked, mailsTo, wholeDay } from "@/tests/support/bookings";
import { aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

test("a member books a chosen desk and is told by mail", async () => {
  const space = await aSpace();
  const member = await aMember();
  const resourceId = space.desks[1]?.id;
  const result = await bookResource(
    member,
    { slug: space.slug, ...wholeDay, ...(resourceId ? { resourceId } : {}) },
    mondayMorning,
  );
  expect(result).toMatchObject({ ok: true, value: { resource: { name: "Bureau 2" } } });
  expect(await mailsTo(member)).toEqual(["booking-confirmed"]);
});

test("without a choice the first free desk is taken, in the host's order", async () => {
  const space = await aSpace();
  const first = await booked(await aMember(), space.slug);
  const second = await booked(await aMember(), space.slug);
  expect([first.resource.name, second.resource.name]).toEqual(["Bureau 1", "Bureau 2"]);
});

test("a desk already taken is refused, with other desks and moments to choose from", async () => {
  const space = await aSpace();
  await booked(await aMember(), space.slug);
  const resourceId = space.desks[0]?.id ?? "";
  const result = await bookResource(
    await aMember(),
    { slug: space.slug, ...wholeDay, resourceId },
    mondayMorning,
  );
  expect(result).toMatchObject({
    ok: false,
    refusal: "slot_taken",
    data: { alternatives: [{ differs: "desk", resource: { name: "Bureau 2" } }, {}, {}] },
  });
});

test("a full space is refused, with the next free days", async () => {
  const space = await aSpace({ desks: 1 });
  await booked(await aMember(), space.slug);
  const result = await bookResource(
    await aMember(),
    { slug: space.slug, ...wholeDay },
    mondayMorning,
  );
  expect(result).toMatchObject({ ok: false, refusal: "space_full" });
  expect(result.ok ? null : result.data).toHaveProperty("alternatives.length", 3);
});

test.each([
  ["a closed day", day("2026-06-20"), "space_closed"],
  ["a public holiday", day("2026-07-14"), "space_closed"],
  ["a day gone by", day("2026-06-12"), "slot_over"],
  ["a day beyond the horizon", day("2027-06-15"), "beyond_horizon"],
])("%s cannot be booked, and something else is proposed", async (_name, on, refusal) => {
  const space = await aSpace();
  const result = await bookResource(
    await aMember(),
    { slug: space.slug, day: on, part: "day" },
    mondayMorning,
  );
  expect(result).toMatchObject({ ok: false, refusal });
  const data = result.ok ? {} : result.data;
  expect(data).toHaveProperty("alternatives.0.slug");
});

test("a closed half-day cannot be booked", async () => {
  const space = await aSpace();
  await db.closure.create({
    data: {
      spaceId: space.id,
      startsAt: new Date("2026-06-16T11:00:00Z"),
      endsAt: new Date("2026-06-16T22:00:00Z"),
      reason: "Travaux",
    },
  });
  const tryPart = (part: "morning" | "afternoon") => async () =>
    bookResource(await aMember(), { slug: space.slug, day: tuesday, part }, mondayMorning);
  expect(await tryPart("afternoon")()).toMatchObject({
    refusal: "space_closed",
    data: { because: "closure", reason: "Travaux" },
  });
  expect(await tryPart("morning")()).toMatchObject({ ok: true });
});

test("a room that goes by the hour alone is not booked by the day, and goes by the hour", async () => {
  const space = await aSpace();
  const room = await aRoom(space, { modes: ["hour"] });
  const member = await aMember();
  const wish = { slug: space.slug, resourceId: room.id };
  const byDay = await bookResource(member, { ...wish, ...wholeDay }, mondayMorning);
  expect(byDay).toMatchObject({ ok: false, refusal: "mode_not_offered" });
  const hours = {
    startsAt: new Date("2026-06-16T08:00:00Z"),
    endsAt: new Date("2026-06-16T09:30:00Z"),
  };
  expect(await bookResource(member, { ...wish, ...hours }, mondayMorning)).toMatchObject({
    ok: true,
    value: { resource: { name: room.name } },
  });
  const again = await bookResource(await aMember(), { ...wish, ...hours }, mondayMorning);
  expect(again).toMatchObject({
    refusal: "slot_taken",
    data: { alternatives: [{ differs: "part" }, { differs: "day" }, { differs: "day" }] },
  });
});

test("a desk of another space is not bookable here", async () => {
  const [here, elsewhere] = [await aSpace(), await aSpace()];
  const resourceId = elsewhere.desks[0]?.id ?? "";
  const result = await bookResource(
    await aMember(),
    { slug: here.slug, ...wholeDay, resourceId },
    mondayMorning,
  );
  expect(result).toMatchObject({ ok: false, refusal: "not_bookable" });
});

test("nobody is at two places at once", async () => {
  const [here, elsewhere] = [await aSpace(), await aSpace()];
  const member = await aMember();
  const first = await booked(member, here.slug);
  const second = await bookResource(
    member,
    { slug: elsewhere.slug, day: tuesday, part: "morning" },
    mondayMorning,
  );
  expect(second).toMatchObject({
    ok: false,
    refusal: "already_booked",
    data: { bookingId: first.id },
  });
});

test("one person clicking everywhere at once gets one place", async () => {
  const spaces = await Promise.all([aSpace(), aSpace(), aSpace()]);
  const member = await aMember();
  const results = await Promise.all(
    spaces.flatMap(({ slug }) =>
      [1, 2, 3].map(() => bookResource(member, { slug, ...wholeDay }, mondayMorning)),
    ),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(await mailsTo(member)).toEqual(["booking-confirmed"]);
});

test("the same form sent twice, even at once, books once", async () => {
  const space = await aSpace();
  const member = await aMember();
  const form = { slug: space.slug, ...wholeDay, idempotencyKey: randomUUID() };
  const [first, second] = await Promise.all([
    bookResource(member, form, mondayMorning),
    bookResource(member, form, mondayMorning),
  ]);
  const again = await bookResource(member, form, mondayMorning);
  const bookings = [first, second, again].map((result) => result.ok && result.value.id);
  expect(bookings[0]).toBeTruthy();
  expect(new Set(bookings).size).toBe(1);
  expect(await db.booking.count({ where: { personId: member.personId } })).toBe(1);
  expect(await mailsTo(member)).toEqual(["booking-confirmed"]);
});

test("a visitor must sign in, an unknown space is not found", async () => {
  const space = await aSpace();
  await expect(
    bookResource(anonymous, { slug: space.slug, ...wholeDay }, mondayMorning),
  ).rejects.toThrow(Unauthenticated);
  await expect(
    bookResource(await aMember(), { slug: "nulle-part", ...wholeDay }, mondayMorning),
  ).rejects.toThrow(NotFound);
});

test.each([
  ["in the zone of Kathmandu", "Asia/Kathmandu"],
  ["in UTC", "UTC"],
  ["in St John's", "America/St_Johns"],
])("a booking made at 23:30 %s keeps the French day and hour", async (_name, zone) => {
  const space = await aSpace();
  const lateEvening = new Date("2026-06-14T21:30:00Z");
  const before = process.env["TZ"];
  process.env["TZ"] = zone;
  const result = await bookResource(
    await aMember(),
    { slug: space.slug, day: tuesday, part: "morning" },
    lateEvening,
  );
  process.env["TZ"] = before;
  const [row] = await db.$queryRaw<object[]>`
    SELECT day::text, starts_at::text, ends_at::text, part FROM bookings
    WHERE id = ${result.ok ? result.value.id : ""}::uuid`;
  expect(row).toEqual({
    day: "2026-06-16",
    starts_at: "2026-06-16 06:30:00+00",
    ends_at: "2026-06-16 10:30:00+00",
    part: "morning",
  });
});

test.each([
  ["Saturday before the spring change", "2026-03-28", "2026-03-28 07:30:00+00"],
  ["Sunday of the spring change", "2026-03-29", "2026-03-29 06:30:00+00"],
  ["Saturday before the autumn change", "2026-10-24", "2026-10-24 06:30:00+00"],
  ["Sunday of the autumn change", "2026-10-25", "2026-10-25 07:30:00+00"],
])("a morning opens at 8:30 on the wall: %s", async (_name, on, instant) => {
  const space = await aSpace({ weekdays: [6, 7] });
  const wanted = { slug: space.slug, day: day(on), part: "morning" as const };
  const eve = new Date(`${addDays(day(on), -2)}T10:00:00Z`);
  const result = await bookResource(await aMember(), wanted, eve);
  const [row] = await db.$queryRaw<{ at: string }[]>`
    SELECT starts_at::text AS at FROM bookings WHERE id = ${result.ok ? result.value.id : ""}::uuid`;
  expect(row?.at).toBe(instant);
});

test("a newcomer without a name is called by the one given with the booking, once", async () => {
  const space = await aSpace();
  const member = { ...(await aMember()), name: null };
  await db.person.update({ where: { id: member.personId }, data: { name: null } });
  const book = (name: string, part: "morning" | "afternoon") =>
    bookResource(member, { slug: space.slug, day: tuesday, part, name }, mondayMorning);
  await book("Jeanne Vidal", "morning");
  await book("Quelqu’un d’autre", "afternoon");
  const person = await db.person.findUnique({ where: { id: member.personId } });
  expect(person?.name).toBe("Jeanne Vidal");
});

test("who wants an office is not given a desk, and is offered an office elsewhere", async () => {
  const space = await aSpace();
  await aRoom(space, { kind: "office", name: "Bureau fermé", modes: ["half_day", "day"] });
  const wish = { slug: space.slug, ...wholeDay, kind: "office" as const };
  const first = await bookResource(await aMember(), wish, mondayMorning);
  expect(first).toMatchObject({ ok: true, value: { resource: { name: "Bureau fermé" } } });
  const second = await bookResource(await aMember(), wish, mondayMorning);
  expect(second).toMatchObject({ refusal: "space_full" });
  const { alternatives } = (!second.ok && second.data) as {
    alternatives: { resource: { name: string } }[];
  };
  expect(alternatives.every(({ resource }) => resource.name === "Bureau fermé")).toBe(true);
});

test("beyond the horizon, every alternative says the day it is of", async () => {
  const space = await aSpace();
  const far = { slug: space.slug, day: day("2027-06-16"), part: "morning" as const };
  const result = await bookResource(await aMember(), far, mondayMorning);
  expect(result).toMatchObject({
    refusal: "beyond_horizon",
    data: {
      nearestDay: "2026-08-14",
      alternatives: [{ differs: "day", day: "2026-08-14" }, {}, {}],
    },
  });
});

test("those who come along must fit, on the place asked for or on any", async () => {
  const space = await aSpace();
  const room = await aRoom(space, { capacity: 2 });
  const wish = { slug: space.slug, ...wholeDay };
  const withFriends = async (companions: string[], resourceId?: string) =>
    bookResource(
      await aMember(),
      { ...wish, companions, ...(resourceId ? { resourceId } : {}) },
      mondayMorning,
    );
  expect(await withFriends(["Ana"])).toMatchObject({ refusal: "too_many_people" });
  expect(await withFriends(["Ana", "Jo"], room.id)).toMatchObject({ refusal: "too_many_people" });
  const result = await withFriends(["Ana"], room.id);
  expect(result).toMatchObject({ ok: true });
  const id = result.ok ? result.value.id : "";
  expect(await db.booking.findFirstOrThrow({ where: { id } })).toMatchObject({
    companions: ["Ana"],
  });
});
