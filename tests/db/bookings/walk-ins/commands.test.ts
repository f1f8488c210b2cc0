import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { welcomeWalkIn } from "@/lib/bookings/walk-ins/commands";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aMembership } from "@/tests/support/belonging";
import { aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const atNine = new Date("2026-06-16T07:00:00Z");
const arrival = (slug: string, overrides = {}) => ({
  slug,
  part: "morning" as const,
  guestName: "Odette",
  idempotencyKey: randomUUID(),
  ...overrides,
});

test("somebody known by a first name is placed and present at once", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const result = await welcomeWalkIn(host, arrival(space.slug), atNine);
  expect(result).toMatchObject({ ok: true, value: { resource: { name: "Bureau 1" } } });
  const row = await db.booking.findFirst({ where: { spaceId: space.id } });
  expect(row).toMatchObject({
    guestName: "Odette",
    personId: null,
    source: "walk_in",
    checkedInAt: atNine,
    checkedInBy: host.personId,
  });
});

test("the same arrival sent twice, even at once, is one", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const input = arrival(space.slug);
  const results = await Promise.all([1, 2, 3].map(() => welcomeWalkIn(host, input, atNine)));
  expect(
    new Set(results.map((result) => (result.ok ? result.value.id : result.refusal))).size,
  ).toBe(1);
  expect(await db.booking.count({ where: { spaceId: space.id } })).toBe(1);
});

test("two people at once for the last desk: one is placed, the other told the place is full", async () => {
  const space = await aSpace({ desks: 1 });
  const host = await hostOf(space);
  const results = await Promise.all(
    ["Odette", "Marius"].map((guestName) =>
      welcomeWalkIn(host, arrival(space.slug, { guestName }), atNine),
    ),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(results.find((result) => !result.ok)).toMatchObject({
    refusal: "space_full",
    data: { alternatives: [{ differs: "part", part: "afternoon" }, {}, {}] },
  });
});

test("a member who has booked already is to be checked in, not placed again", async () => {
  const space = await aSpace();
  const member = await aMember();
  const booked = await bookResource(
    member,
    { slug: space.slug, day: tuesday, part: "day" },
    mondayMorning,
  );
  const result = await welcomeWalkIn(
    await hostOf(space),
    arrival(space.slug, { guestName: undefined, personId: member.personId }),
    atNine,
  );
  expect(result).toMatchObject({
    refusal: "already_booked",
    data: { bookingId: booked.ok ? booked.value.id : "" },
  });
});

test("a half-day that is over or closed takes nobody", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const afternoon = new Date("2026-06-16T12:00:00Z");
  const sunday = new Date("2026-06-14T08:00:00Z");
  expect(await welcomeWalkIn(host, arrival(space.slug), afternoon)).toMatchObject({
    refusal: "slot_over",
  });
  expect(await welcomeWalkIn(host, arrival(space.slug), sunday)).toMatchObject({
    refusal: "space_closed",
  });
});

test("a number alone brings nobody in: whoever is not of the space is unknown there", async () => {
  const space = await aSpace();
  const [host, stranger, member] = [await hostOf(space), await aMember(), await aMember()];
  await aMembership(space, member.personId);
  const come = (personId: string) =>
    welcomeWalkIn(host, arrival(space.slug, { guestName: undefined, personId }), atNine);
  expect(await come(stranger.personId)).toMatchObject({ refusal: "unknown_person" });
  expect(await come(member.personId)).toMatchObject({ ok: true });
});

test("an unknown member is refused, a stranger may not welcome anybody", async () => {
  const space = await aSpace();
  const unknown = arrival(space.slug, { guestName: undefined, personId: randomUUID() });
  expect(await welcomeWalkIn(await hostOf(space), unknown, atNine)).toMatchObject({
    refusal: "unknown_person",
  });
  await expect(welcomeWalkIn(await aMember(), arrival(space.slug), atNine)).rejects.toThrow(
    NotFound,
  );
});
