import { expect, test } from "vitest";
import { checkInHere, checkOutHere, renewCheckInCode } from "@/lib/bookings/presence/commands";
import { systemActor } from "@/lib/core/actor";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, tuesday } from "@/tests/support/factories";

const code = "ABCDE9";
const morning = {
  day: tuesday,
  part: "morning" as const,
  startsAt: "2026-06-16T06:30:00Z",
  endsAt: "2026-06-16T10:30:00Z",
};
const atNine = new Date("2026-06-16T07:00:00Z");
const rowOf = (id: string) => db.booking.findFirstOrThrow({ where: { id } });

test("a member notes their own arrival by the code, however it is typed, and nobody else's", async () => {
  const space = await aSpace({ checkInCode: code });
  const [member, neighbour] = [await aMember(), await aMember()];
  const own = await aBooking({ space, ...morning, personId: member.personId });
  const other = await aBooking({ space, ...morning, desk: 1, personId: neighbour.personId });
  const result = await checkInHere(member, { slug: space.slug, code: " abc de9 " }, atNine);
  expect(result).toMatchObject({ ok: true, value: { id: own.id, resource: { name: "Bureau 1" } } });
  expect(await rowOf(own.id)).toMatchObject({ checkedInAt: atNine, checkedInBy: member.personId });
  expect(await rowOf(other.id)).toMatchObject({ checkedInAt: null });
  const again = await checkInHere(member, { slug: space.slug, code }, atNine);
  expect(again).toMatchObject({ ok: false, refusal: "already_there" });
});

test("a wrong code, no code at all and nobody signed in note nothing", async () => {
  const [space, without] = [await aSpace({ checkInCode: code }), await aSpace()];
  const member = await aMember();
  const { id } = await aBooking({ space, ...morning, personId: member.personId });
  for (const typed of ["ABCDE8", "", "ABCDE9X"]) {
    expect(await checkInHere(member, { slug: space.slug, code: typed }, atNine)).toMatchObject({
      refusal: "wrong_code",
    });
  }
  expect(await checkInHere(member, { slug: without.slug, code: "" }, atNine)).toMatchObject({
    refusal: "wrong_code",
  });
  const input = { slug: space.slug, code };
  await expect(checkInHere(systemActor("x"), input, atNine)).rejects.toThrow(Unauthenticated);
  await expect(checkInHere(member, { ...input, slug: "x" }, atNine)).rejects.toThrow(NotFound);
  expect(await rowOf(id)).toMatchObject({ checkedInAt: null });
});

test("whoever tries codes one after the other is stopped, the right one included", async () => {
  const space = await aSpace({ checkInCode: code });
  const member = await aMember();
  await aBooking({ space, ...morning, personId: member.personId });
  for (let tries = 0; tries < 10; tries += 1) {
    await checkInHere(member, { slug: space.slug, code: "WRONG2" }, atNine);
  }
  expect(await checkInHere(member, { slug: space.slug, code }, atNine)).toMatchObject({
    refusal: "too_many_tries",
  });
});

test("with nothing booked now, what is left of the half-day is said", async () => {
  const space = await aSpace({ checkInCode: code });
  const member = await aMember();
  const input = { slug: space.slug, code };
  expect(await checkInHere(member, input, atNine)).toMatchObject({
    refusal: "nothing_now",
    data: { rest: "morning" },
  });
  const night = new Date("2026-06-16T20:00:00Z");
  expect(await checkInHere(member, input, night)).toMatchObject({ data: { rest: null } });
});

test("after the grace the place is had again when free, else somebody else's with alternatives", async () => {
  const space = await aSpace({ checkInCode: code, noShowGraceMinutes: 15, desks: 2 });
  const [late, quick] = [await aMember(), await aMember()];
  const lost = await aBooking({ space, ...morning, personId: late.personId, state: "no_show" });
  const taken = await aBooking({ space, ...morning, personId: quick.personId });
  const input = { slug: space.slug, code };
  const refused = await checkInHere(late, input, atNine);
  expect(refused).toMatchObject({ ok: false, refusal: "slot_taken" });
  const alternatives = expect.arrayContaining([expect.objectContaining({ differs: "desk" })]);
  expect(refused).toMatchObject({ data: { alternatives } });
  expect(refused).toHaveProperty("data.alternatives.0.resource.name", "Bureau 2");
  expect(await rowOf(lost.id)).toMatchObject({ state: "no_show", checkedInAt: null });
  await db.booking.updateMany({
    where: { id: taken.id },
    data: { state: "cancelled", endedAt: atNine },
  });
  expect(await checkInHere(late, input, atNine)).toMatchObject({ ok: true });
  expect(await rowOf(lost.id)).toMatchObject({ state: "confirmed", checkedInAt: atNine });
});

test("the member notes their departure, and only when they are there", async () => {
  const space = await aSpace();
  const member = await aMember();
  const { slug } = space;
  const { id } = await aBooking({ space, ...morning, personId: member.personId });
  expect(await checkOutHere(member, { slug }, atNine)).toMatchObject({ refusal: "not_there" });
  await db.booking.updateMany({ where: { id }, data: { checkedInAt: atNine } });
  const left = new Date("2026-06-16T09:00:00Z");
  expect(await checkOutHere(member, { slug }, left)).toMatchObject({ ok: true });
  expect(await rowOf(id)).toMatchObject({ checkedOutAt: left, heldUntil: left });
  expect(await checkOutHere(member, { slug }, left)).toMatchObject({ refusal: "not_there" });
});

test("the host makes and renews the code, nobody else does", async () => {
  const space = await aSpace({ checkInCode: code });
  const host = await hostOf(space);
  const { slug } = space;
  for (const actor of [await aMember(), await aStaffMember(), await hostOf(await aSpace())]) {
    await expect(renewCheckInCode(actor, { slug })).rejects.toThrow(NotFound);
  }
  const renewed = await renewCheckInCode(host, { slug });
  const kept = await db.space.findUniqueOrThrow({ where: { id: space.id } });
  expect(renewed).toEqual({ ok: true, value: { code: kept.checkInCode, isFirst: false } });
  expect(kept.checkInCode).toMatch(/^[A-HJ-NP-Z2-9]{6}$/);
  const lines = await db.journalEntry.findMany({ where: { spaceId: space.id } });
  expect(lines).toMatchObject([{ action: "check_in_code.renewed", actorId: host.personId }]);
});

test("the first code is no change: no poster is by the door yet", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const renew = () => renewCheckInCode(host, { slug: space.slug });
  expect(await renew()).toMatchObject({ value: { isFirst: true } });
  expect(await renew()).toMatchObject({ value: { isFirst: false } });
});
