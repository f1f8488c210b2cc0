import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { bookFor } from "@/lib/bookings/hosted/commands";
import { type BookForInput, bookForInput } from "@/lib/bookings/hosted/schema";
import { lookUpPeople } from "@/lib/bookings/look-ups/commands";
import { type Actor, anonymous } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aMembership } from "@/tests/support/belonging";
import { aPerson, aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const wholeDay = { day: tuesday, part: "day" as const };

function book(actor: Actor, wish: BookForInput, at = mondayMorning) {
  return bookFor(actor, wish, at);
}

test("a host books for a member: sure at once, the member told, the journal says who", async () => {
  const space = await aSpace({ desks: 0 });
  const room = await aRoom(space, {
    needsApproval: true,
    noticeMinutes: 4_320,
    quotaCount: 1,
    quotaPeriod: "week",
  });
  const [member, host] = [await aMember(), await hostOf(space)];
  const { personId } = member;
  await aMembership(space, personId);
  const wish = { slug: space.slug, resourceId: room.id, personId };
  const first = await book(host, { ...wish, ...wholeDay, companions: ["Ana"], note: "Conseil" });
  expect(first).toMatchObject({ ok: true, value: { resource: { name: room.name } } });
  const id = first.ok ? first.value.id : "";
  expect(await db.booking.findFirstOrThrow({ where: { id } })).toMatchObject({
    state: "confirmed",
    source: "host",
    personId,
    createdBy: host.personId,
    companions: ["Ana"],
    note: "Conseil",
  });
  expect(await db.notification.findMany({ where: { personId } })).toMatchObject([
    { kind: "booking-confirmed" },
  ]);
  expect(await db.journalEntry.findMany({ where: { subjectId: id } })).toMatchObject([
    { action: "booking.made_for", actorId: host.personId, spaceId: space.id },
  ]);
  const wednesday = { day: day("2026-06-17"), part: "day" as const };
  expect(await book(host, { ...wish, ...wednesday })).toMatchObject({ ok: true });
});

test("for somebody known by a name, once however often the form is sent", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const idempotencyKey = randomUUID();
  const wish = { slug: space.slug, ...wholeDay, guestName: "Jeanne", idempotencyKey };
  const [first, second] = [await book(host, wish), await book(host, wish)];
  expect(second).toMatchObject({ value: { id: first.ok ? first.value.id : "" } });
  const rows = await db.booking.findMany({ where: { spaceId: space.id } });
  expect(rows).toMatchObject([{ guestName: "Jeanne", personId: null, source: "host" }]);
  expect(await db.journalEntry.count({ where: { spaceId: space.id } })).toBe(1);
});

test("two hosts book the last desk at once: one has it, the other is told what else is free", async () => {
  const space = await aSpace({ desks: 1 });
  const [one, other] = [await hostOf(space), await hostOf(space)];
  const wish = { slug: space.slug, ...wholeDay, resourceId: space.desks[0]?.id ?? "" };
  const results = await Promise.all([
    book(one, { ...wish, guestName: "Jeanne" }),
    book(other, { ...wish, guestName: "Paul" }),
  ]);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(results.find((result) => !result.ok)).toMatchObject({
    refusal: "slot_taken",
    data: { alternatives: [{}, {}, {}] },
  });
});

test.each([
  ["a closed day", day("2026-06-20"), "space_closed"],
  ["a day gone by", day("2026-06-12"), "slot_over"],
  ["a slip of the year", day("2036-06-17"), "beyond_horizon"],
])("%s is refused to a host too", async (_name, on, refusal) => {
  const space = await aSpace();
  const wish = { slug: space.slug, day: on, part: "day" as const, guestName: "Jeanne" };
  expect(await book(await hostOf(space), wish)).toMatchObject({ refusal });
});

test("a member has one seat at a time, companions fit, and the person must exist", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const { personId } = await aMember();
  await aMembership(space, personId);
  const wish = { slug: space.slug, ...wholeDay };
  const first = await book(host, { ...wish, personId });
  expect(await book(host, { ...wish, personId })).toMatchObject({
    refusal: "already_booked",
    data: { bookingId: first.ok ? first.value.id : "" },
  });
  const many = { ...wish, guestName: "Jeanne", companions: ["Paul"] };
  expect(await book(host, many)).toMatchObject({
    refusal: "too_many_people",
    data: { capacity: "1" },
  });
  const gone = await aPerson({ erasedAt: mondayMorning });
  for (const unknown of [randomUUID(), gone.id]) {
    expect(await book(host, { ...wish, personId: unknown })).toMatchObject({
      refusal: "unknown_person",
    });
  }
});

test("a host books for nobody by a number alone: one must be of the space, or named by one's address", async () => {
  const space = await aSpace();
  const [host, stranger] = [await hostOf(space), await aMember()];
  const { personId } = stranger;
  const wish = { slug: space.slug, ...wholeDay, personId };
  expect(await book(host, wish)).toMatchObject({ refusal: "unknown_person" });
  const asked = { slug: space.slug, text: stranger.email ?? "" };
  const found = await lookUpPeople(host, asked, mondayMorning);
  const proof = (found.ok && found.value.proof) || "";
  expect(await book(host, { ...wish, proof: `${proof}x` })).toMatchObject({ ok: false });
  const [other, elsewhere] = [await hostOf(space), await aSpace()];
  expect(await book(other, { ...wish, proof })).toMatchObject({ refusal: "unknown_person" });
  const host2 = { ...host, grants: [{ role: "host" as const, spaceId: elsewhere.id }] };
  const there = { ...wish, slug: elsewhere.slug, proof };
  expect(await book(host2, there)).toMatchObject({ refusal: "unknown_person" });
  const late = new Date(mondayMorning.getTime() + 30 * 60_000);
  expect(await book(host, { ...wish, proof }, late)).toMatchObject({ refusal: "unknown_person" });
  expect(await book(host, { ...wish, proof })).toMatchObject({ ok: true });
});

test("for one person or one name, not both nor neither", () => {
  const wish = { slug: "luzech", day: "2026-06-16", part: "day" };
  const hours = {
    slug: "luzech",
    resourceId: randomUUID(),
    startsAt: "2026-06-16T09:00:00+02:00",
    endsAt: "2026-06-16T10:00:00+02:00",
  };
  const reads = (input: object) => bookForInput.safeParse(input).success;
  for (const asked of [wish, hours]) {
    expect(reads({ ...asked, guestName: "Jeanne" })).toBe(true);
    expect(reads({ ...asked, personId: randomUUID() })).toBe(true);
    expect(reads({ ...asked, personId: randomUUID(), guestName: "Jeanne" })).toBe(false);
    expect(reads(asked)).toBe(false);
  }
});

test("a member, another host, staff and a visitor book for nobody", async () => {
  const space = await aSpace();
  const wish = { slug: space.slug, ...wholeDay, guestName: "Jeanne" };
  const others = [await aMember(), await hostOf(await aSpace()), await aStaffMember(), anonymous];
  for (const actor of others) await expect(book(actor, wish)).rejects.toThrow(NotFound);
});
