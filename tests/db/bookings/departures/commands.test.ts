import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { giveBackEverything } from "@/lib/bookings/departures/commands";
import type { PersonActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { ok } from "@/lib/core/result";
import { db, inTransaction } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { booked, entryOf, mailsTo, waiting } from "@/tests/support/waiting-list";

const leave = (member: PersonActor, at = mondayMorning) =>
  inTransaction(async (tx) => ok(await giveBackEverything(tx, member, member.personId, at)));

test("what somebody had ahead is given back, past the deadline too, and offered to whoever waits", async () => {
  const space = await aSpace({ desks: 1 });
  const { id, member } = await booked(space);
  const next = await waiting(space);
  // Too late for its member to cancel: the evening before has passed.
  expect(await leave(member, new Date("2026-06-15T20:00:00Z"))).toMatchObject({
    value: { freed: 1 },
  });
  expect(await db.booking.findFirst({ where: { id } })).toMatchObject({
    state: "cancelled",
    personId: null,
    guestName: "–",
  });
  expect(await entryOf(next.id)).toMatchObject({ state: "offered", places: ["held"] });
  expect(await mailsTo(next.member)).toEqual(["booking-offered"]);
});

test("nothing is offered to whoever leaves, who stands in no line any more", async () => {
  const space = await aSpace({ desks: 1 });
  const other = await booked(space);
  const leaver = await waiting(space);
  await leave(leaver.member);
  expect((await entryOf(leaver.id)).state).toBe("withdrawn");
  await leave(other.member);
  expect(await entryOf(leaver.id)).toMatchObject({ state: "withdrawn", places: [] });
});

test("the past stays theirs, and so does a day they are there", async () => {
  const space = await aSpace();
  const member = await aMember();
  const past = await aBooking({
    space,
    personId: member.personId,
    day: day("2026-06-09"),
    startsAt: "2026-06-09T06:30:00Z",
    endsAt: "2026-06-09T16:30:00Z",
    checkedInAt: "2026-06-09T07:00:00Z",
  });
  await leave(member);
  expect(await db.booking.findFirst({ where: { id: past.id } })).toMatchObject({
    state: "confirmed",
    personId: member.personId,
  });
});

test("two who leave at once, each with places in the same two spaces, do not stop each other", async () => {
  const [one, other] = [await aSpace({ desks: 4 }), await aSpace({ desks: 4 })];
  const people = await Promise.all([aMember(), aMember(), aMember(), aMember()]);
  for (const [index, member] of people.entries()) {
    for (const space of index % 2 ? [one, other] : [other, one]) {
      const part = space === one ? "morning" : "afternoon";
      const wish = { slug: space.slug, day: tuesday, part } as const;
      expect((await bookResource(member, wish, mondayMorning)).ok).toBe(true);
    }
  }
  const results = await Promise.all(people.map((member) => leave(member)));
  expect(results.map((result) => result.ok && result.value?.freed)).toEqual([2, 2, 2, 2]);
});
