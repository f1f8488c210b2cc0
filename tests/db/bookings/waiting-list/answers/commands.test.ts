import { expect, test } from "vitest";
import { cancelBooking } from "@/lib/bookings/commands";
import { acceptOffer, leaveWaitingList } from "@/lib/bookings/waiting-list/answers/commands";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aSpace, mondayMorning } from "@/tests/support/factories";
import { booked, entryOf, mailsTo, waiting } from "@/tests/support/waiting-list";

const minutes = (count: number) => new Date(mondayMorning.getTime() + count * 60_000);

async function offered({ desks = 1, quantity = 1, grace = 30 } = {}) {
  const space = await aSpace({ desks, noShowGraceMinutes: grace });
  const taken = await Promise.all(Array.from({ length: desks }, () => booked(space)));
  const first = await waiting(space, { quantity });
  const second = await waiting(space);
  for (const { id, member } of taken.slice(0, quantity)) {
    await cancelBooking(member, { bookingId: id }, mondayMorning);
  }
  return { space, first, second };
}

test("an offer is accepted: the place is booked, confirmed by mail, and lapses only after the grace", async () => {
  const { first } = await offered();
  const result = await acceptOffer(first.member, { entryId: first.id }, minutes(119));
  const entry = await entryOf(first.id);
  expect(result).toEqual({ ok: true, value: { bookingIds: entry.bookings.map(({ id }) => id) } });
  expect(entry).toMatchObject({ state: "served", places: ["confirmed"] });
  expect(entry.bookings[0]?.lapsesAt).toEqual(new Date("2026-06-16T07:00:00Z"));
  expect(await mailsTo(first.member)).toEqual(["booking-offered", "booking-confirmed"]);
});

test("accepted at the last second from two tabs, it is accepted once", async () => {
  const { first } = await offered();
  const lastMoment = new Date(minutes(120).getTime() - 1);
  const results = await Promise.all(
    [1, 2].map(() => acceptOffer(first.member, { entryId: first.id }, lastMoment)),
  );
  expect(results[0]).toMatchObject({ ok: true });
  expect(results[1]).toEqual(results[0]);
  expect(await mailsTo(first.member)).toEqual(["booking-offered", "booking-confirmed"]);
  const [place] = (await entryOf(first.id)).bookings;
  expect(await db.bookingChange.count({ where: { bookingId: place?.id ?? "" } })).toBe(1);
});

test("at its end an offer is over", async () => {
  const { first } = await offered();
  expect(await acceptOffer(first.member, { entryId: first.id }, minutes(120))).toMatchObject({
    ok: false,
    refusal: "offer_over",
  });
});

test("an offer declined goes to the next at once, and is never made again to the same person", async () => {
  const { first, second } = await offered();
  await leaveWaitingList(first.member, { entryId: first.id }, minutes(5));
  expect(await entryOf(first.id)).toMatchObject({ state: "withdrawn", places: ["cancelled"] });
  expect(await entryOf(second.id)).toMatchObject({ state: "offered", places: ["held"] });
  await leaveWaitingList(second.member, { entryId: second.id }, minutes(6));
  expect((await entryOf(first.id)).state).toBe("withdrawn");
  expect(await mailsTo(first.member)).toEqual(["booking-offered"]);
});

test("two places are offered, accepted and declined together", async () => {
  const { first, second } = await offered({ desks: 2, quantity: 2 });
  // The one who waits for one place took the first that was freed: two are needed at once.
  expect((await entryOf(first.id)).state).toBe("waiting");
  await leaveWaitingList(second.member, { entryId: second.id }, minutes(1));
  expect(await entryOf(first.id)).toMatchObject({ state: "offered", places: ["held", "held"] });
  await acceptOffer(first.member, { entryId: first.id }, minutes(2));
  expect(await entryOf(first.id)).toMatchObject({
    state: "served",
    places: ["confirmed", "confirmed"],
  });
});

test("two places declined serve who waits for two before a later one who waits for one", async () => {
  const space = await aSpace({ desks: 2 });
  const taken = [await booked(space), await booked(space)];
  const [pair, other] = [
    await waiting(space, { quantity: 2 }),
    await waiting(space, { quantity: 2 }),
  ];
  for (const { id, member } of taken) {
    await cancelBooking(member, { bookingId: id }, mondayMorning);
  }
  const alone = await waiting(space);
  expect((await entryOf(pair.id)).state).toBe("offered");
  await leaveWaitingList(pair.member, { entryId: pair.id }, minutes(1));
  expect((await entryOf(other.id)).state).toBe("offered");
  expect((await entryOf(alone.id)).state).toBe("waiting");
});

test("leaving twice is the same as once; what was accepted is cancelled as a booking", async () => {
  const { first, second } = await offered();
  for (let turn = 0; turn < 2; turn += 1) {
    expect(await leaveWaitingList(second.member, { entryId: second.id }, minutes(1))).toEqual({
      ok: true,
      value: { id: second.id },
    });
  }
  await acceptOffer(first.member, { entryId: first.id }, minutes(1));
  expect(await leaveWaitingList(first.member, { entryId: first.id }, minutes(2))).toMatchObject({
    refusal: "already_served",
  });
});

test("a seat taken elsewhere at the same instant as the offer is seen when it is accepted", async () => {
  const { first } = await offered();
  const elsewhere = await aSpace();
  const own = await db.booking.create({
    data: {
      spaceId: elsewhere.id,
      resourceId: elsewhere.desks[0]?.id ?? "",
      personId: first.member.personId,
      day: new Date("2026-06-16T00:00:00Z"),
      part: "morning",
      startsAt: new Date("2026-06-16T06:30:00Z"),
      endsAt: new Date("2026-06-16T10:30:00Z"),
      source: "member",
    },
  });
  expect(await acceptOffer(first.member, { entryId: first.id }, minutes(1))).toMatchObject({
    refusal: "already_booked",
    data: { bookingId: own.id },
  });
});

test("nobody answers for somebody else, not even a host", async () => {
  const { space, first } = await offered();
  for (const actor of [await aMember(), await hostOf(space), anonymous]) {
    const input = { entryId: first.id };
    await expect(acceptOffer(actor, input, mondayMorning)).rejects.toThrow(NotFound);
    await expect(leaveWaitingList(actor, input, mondayMorning)).rejects.toThrow(NotFound);
  }
});
