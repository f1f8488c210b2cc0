import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { moveBooking } from "@/lib/bookings/moves/commands";
import { acceptSwap, declineSwap, proposeSwap, withdrawSwap } from "@/lib/bookings/swaps/commands";
import { swapCodeOf } from "@/lib/bookings/swaps/rules";
import { anonymous, type PersonActor } from "@/lib/core/actor";
import { type Day, dateColumn, day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { deadlocks, inParallel, outcomesOf } from "@/tests/support/races";

const wednesday = day("2026-06-17");
const later = new Date(mondayMorning.getTime() + 60_000);

async function booked(actor: PersonActor, slug: string, on: Day, part: "morning" | "day" = "day") {
  const result = await bookResource(actor, { slug, day: on, part }, mondayMorning);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.id;
}

/** Two members with a booking each, in two spaces on two days. */
async function aPair() {
  const [here, there] = [await aSpace(), await aSpace()];
  const [one, other] = [await aMember(), await aMember()];
  const offered = await booked(one, here.slug, tuesday);
  const wanted = await booked(other, there.slug, wednesday);
  return { here, there, one, other, offered, wanted };
}

const propose = (actor: PersonActor, bookingId: string, wantedId: string, at = mondayMorning) =>
  proposeSwap(actor, { bookingId, code: swapCodeOf(wantedId) }, at);

async function proposed(pair: Awaited<ReturnType<typeof aPair>>) {
  const result = await propose(pair.one, pair.offered, pair.wanted);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.id;
}

const ownerOf = async (id: string) =>
  (await db.booking.findFirstOrThrow({ where: { id }, select: { personId: true } })).personId;

const kindsTo = async ({ personId }: PersonActor) => {
  const rows = await db.notification.findMany({
    where: { personId, kind: { startsWith: "swap-" } },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ kind }) => kind);
};

test("a proposal reaches the other member without saying from whom; sent twice it is one", async () => {
  const pair = await aPair();
  const { one, other, offered, wanted } = pair;
  const wish = { bookingId: offered, code: ` ${swapCodeOf(wanted).toLowerCase()} ` };
  const first = await proposeSwap(one, { ...wish, message: "Merci" }, mondayMorning);
  const [again, twice] = await Promise.all([
    proposeSwap(one, wish, mondayMorning),
    proposeSwap(one, wish, mondayMorning),
  ]);
  expect([again, twice]).toEqual([first, first]);
  const mails = await db.notification.findMany({
    where: { personId: other.personId, kind: "swap-proposed" },
  });
  expect(mails).toMatchObject([
    {
      payload: {
        bookingId: wanted,
        message: "Merci",
        other: { bookingId: offered, spaceName: pair.here.name },
      },
    },
  ]);
  expect(JSON.stringify(mails[0]?.payload)).not.toContain(one.personId);
  expect(await ownerOf(wanted)).toBe(other.personId);
});

test("once both agree the bookings exchange their members: place, time and history stay", async () => {
  const pair = await aPair();
  const { one, other, offered, wanted } = pair;
  const series = await db.series.create({
    data: {
      spaceId: pair.here.id,
      resourceId: pair.here.desks[0]?.id ?? "",
      personId: one.personId,
      frequency: "weekly",
      firstDay: dateColumn(tuesday),
      lastDay: dateColumn(tuesday),
      part: "day",
    },
  });
  await db.booking.updateMany({
    where: { id: offered },
    data: { note: "Au calme", seriesId: series.id },
  });
  const before = await db.booking.findFirstOrThrow({ where: { id: offered } });
  const swapId = await proposed(pair);
  expect(await acceptSwap(other, { swapId }, later)).toEqual({
    ok: true,
    value: { bookingId: offered },
  });
  const row = await db.booking.findFirstOrThrow({
    where: { id: offered },
    include: { changes: true },
  });
  expect(row).toMatchObject({
    personId: other.personId,
    resourceId: before.resourceId,
    startsAt: before.startsAt,
    state: "confirmed",
    note: null,
    seriesId: null,
  });
  expect(row.changes).toMatchObject([
    { verb: "swap", actorId: other.personId, before: { personId: one.personId } },
  ]);
  expect(await db.booking.findFirstOrThrow({ where: { id: wanted } })).toMatchObject({
    personId: one.personId,
    note: "Au calme",
  });
  expect(await kindsTo(one)).toEqual(["swap-done"]);
  expect(await kindsTo(other)).toEqual(["swap-proposed", "swap-done"]);
  const told = await db.notification.findFirstOrThrow({
    where: { personId: one.personId, kind: "swap-done" },
  });
  expect(told.payload).toMatchObject({ bookingId: wanted, other: { bookingId: offered } });
});

test("two seats of one moment are exchanged, one's own other seat is in the way", async () => {
  const space = await aSpace();
  const [one, other] = [await aMember(), await aMember()];
  const offered = await booked(one, space.slug, tuesday);
  const wanted = await booked(other, space.slug, tuesday);
  const same = await propose(one, offered, wanted);
  expect(same).toMatchObject({ ok: true });
  const elsewhere = await booked(one, space.slug, wednesday);
  const third = await booked(await aMember(), space.slug, wednesday);
  expect(await propose(one, offered, third)).toMatchObject({
    refusal: "already_booked",
    data: { bookingId: elsewhere },
  });
});

test("what came between the proposal and the answer is looked at again, for both", async () => {
  const pair = await aPair();
  const { one, other, here, there } = pair;
  const swapId = await proposed(pair);
  const accept = () => acceptSwap(other, { swapId }, later);
  const mine = await booked(other, here.slug, tuesday, "morning");
  expect(await accept()).toMatchObject({ refusal: "already_booked" });
  await cancelBooking(other, { bookingId: mine }, mondayMorning);
  const theirs = await booked(one, there.slug, wednesday, "morning");
  expect(await accept()).toMatchObject({ refusal: "other_already_booked" });
  await cancelBooking(one, { bookingId: theirs }, mondayMorning);
  await moveBooking(one, { bookingId: pair.offered, day: day("2026-06-18"), part: "day" }, later);
  expect(await accept()).toMatchObject({ refusal: "booking_changed" });
  await cancelBooking(one, { bookingId: pair.offered }, mondayMorning);
  expect(await accept()).toMatchObject({ refusal: "not_swappable" });
  expect(await ownerOf(pair.wanted)).toBe(other.personId);
});

test("an unknown code, one's own booking, one agreed to in person: refused", async () => {
  const { one, other, offered, there } = await aPair();
  expect(await propose(one, offered, randomUUID())).toMatchObject({ refusal: "unknown_code" });
  const typed = { bookingId: offered, code: "bonjour" };
  expect(await proposeSwap(one, typed, mondayMorning)).toMatchObject({ refusal: "unknown_code" });
  const own = await booked(one, there.slug, wednesday);
  expect(await propose(one, offered, own)).toMatchObject({ refusal: "own_booking" });
  const room = await aRoom(there);
  const meeting = await bookResource(
    other,
    { slug: there.slug, resourceId: room.id, day: tuesday, part: "morning" },
    mondayMorning,
  );
  await db.resource.updateMany({ where: { id: room.id }, data: { needsApproval: true } });
  expect(await propose(one, offered, meeting.ok ? meeting.value.id : "")).toMatchObject({
    refusal: "not_swappable",
  });
});

test("five may be asked, not six", async () => {
  const { one, offered } = await aPair();
  const space = await aSpace({ desks: 6 });
  for (let turn = 0; turn < 6; turn += 1) {
    const wanted = await booked(await aMember(), space.slug, wednesday);
    const result = await propose(one, offered, wanted);
    expect(result.ok ? "ok" : result.refusal).toBe(turn < 5 ? "ok" : "too_many_proposals");
  }
});

test("a no is told to who proposed, a proposal taken back is closed; neither is done after", async () => {
  const pair = await aPair();
  const { one, other, offered, wanted } = pair;
  const swapId = await proposed(pair);
  expect(await declineSwap(other, { swapId }, later)).toMatchObject({ ok: true });
  expect(await declineSwap(other, { swapId }, later)).toMatchObject({ ok: true });
  expect(await kindsTo(one)).toEqual(["swap-declined"]);
  expect(await acceptSwap(other, { swapId }, later)).toMatchObject({ refusal: "swap_closed" });
  expect(await withdrawSwap(one, { swapId }, later)).toMatchObject({ refusal: "swap_closed" });
  const second = await propose(one, offered, wanted);
  const again = { swapId: second.ok ? second.value.id : "" };
  expect(await withdrawSwap(one, again, later)).toMatchObject({ ok: true });
  expect(await withdrawSwap(one, again, later)).toMatchObject({ ok: true });
  expect(await declineSwap(other, again, later)).toMatchObject({ refusal: "swap_closed" });
  expect(await ownerOf(offered)).toBe(one.personId);
});

test("an exchange done closes what else was proposed with its bookings", async () => {
  const pair = await aPair();
  const { one, other, offered, wanted } = pair;
  const third = await aMember();
  const theirs = await booked(third, (await aSpace()).slug, day("2026-06-18"));
  const rival = await propose(third, theirs, wanted);
  const swapId = await proposed(pair);
  await acceptSwap(other, { swapId }, later);
  expect(await acceptSwap(other, { swapId: rival.ok ? rival.value.id : "" }, later)).toMatchObject({
    refusal: "swap_closed",
  });
  expect([await ownerOf(offered), await ownerOf(wanted)]).toEqual([other.personId, one.personId]);
});

test("nobody else proposes, answers or takes back: hosts, strangers and visitors find nothing", async () => {
  const pair = await aPair();
  const swapId = await proposed(pair);
  const host = await hostOf(pair.here);
  for (const actor of [await aMember(), host, anonymous]) {
    const wish = { bookingId: pair.offered, code: swapCodeOf(pair.wanted) };
    await expect(proposeSwap(actor, wish, later)).rejects.toThrow(NotFound);
    await expect(acceptSwap(actor, { swapId }, later)).rejects.toThrow(NotFound);
    await expect(declineSwap(actor, { swapId }, later)).rejects.toThrow(NotFound);
    await expect(withdrawSwap(actor, { swapId }, later)).rejects.toThrow(NotFound);
  }
  await expect(acceptSwap(pair.one, { swapId }, later)).rejects.toThrow(NotFound);
  await expect(withdrawSwap(pair.other, { swapId }, later)).rejects.toThrow(NotFound);
  await expect(acceptSwap(pair.other, { swapId: randomUUID() }, later)).rejects.toThrow(NotFound);
});

test("sixteen yeses at once exchange once, not back again", async () => {
  const pair = await aPair();
  const swapId = await proposed(pair);
  const before = await deadlocks();
  const results = await inParallel(
    Array.from({ length: 16 }, () => () => acceptSwap(pair.other, { swapId }, later)),
  );
  expect(outcomesOf(results)).toEqual({ ok: 16 });
  expect(await ownerOf(pair.offered)).toBe(pair.other.personId);
  expect(await db.bookingChange.count({ where: { verb: "swap", bookingId: pair.offered } })).toBe(
    1,
  );
  expect((await deadlocks()) - before).toBe(0);
});

test("a ring of eight answering at once in crossed spaces: no deadlock, nobody loses a place", async () => {
  const spaces = [await aSpace({ desks: 4 }), await aSpace({ desks: 4 })];
  const members = await Promise.all(Array.from({ length: 8 }, aMember));
  const bookings: string[] = [];
  for (const [index, member] of members.entries()) {
    bookings.push(await booked(member, spaces[index % 2]?.slug ?? "", tuesday));
  }
  const swaps: { swapId: string; to: PersonActor }[] = [];
  for (const [index, member] of members.entries()) {
    const next = (index + 1) % 8;
    const result = await propose(member, bookings[index] ?? "", bookings[next] ?? "");
    const to = members[next];
    if (result.ok && to) swaps.push({ swapId: result.value.id, to });
  }
  expect(swaps).toHaveLength(8);
  const before = await deadlocks();
  const results = await inParallel(
    swaps.map(
      ({ swapId, to }) =>
        () =>
          acceptSwap(to, { swapId }, later),
    ),
  );
  expect(results.some((result) => result.ok)).toBe(true);
  const owners = await Promise.all(bookings.map(ownerOf));
  expect(new Set(owners)).toEqual(new Set(members.map(({ personId }) => personId)));
  expect((await deadlocks()) - before).toBe(0);
});
