import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cancelBooking } from "@/lib/bookings/commands";
import { bookDelegated } from "@/lib/bookings/delegated/commands";
import { type Actor, anonymous, type PersonActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { leaveOrganisation, removeFromOrganisation } from "@/lib/members/organisations/commands";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aRoom, aSpace, mondayMorning as at, tuesday } from "@/tests/support/factories";
import { anOrganisation } from "@/tests/support/organisations";
import { outcomesOf } from "@/tests/support/races";

async function aDelegation(desks = 1) {
  const space = await aSpace({ desks });
  const [delegate, member] = [await aMember(), await aMember()];
  const { id } = await anOrganisation({ delegates: [delegate], beneficiaries: [member] });
  const wish = {
    ...{ organisationId: id, personId: member.personId, slug: space.slug },
    ...{ day: tuesday, part: "day" as const },
  };
  const book = (actor: Actor = delegate, over: Partial<typeof wish> & { key?: string } = {}) => {
    const { key = randomUUID(), ...other } = over;
    return bookDelegated(actor, { ...wish, ...other, idempotencyKey: key }, at);
  };
  return { space, delegate, member, organisationId: id, book };
}

test("a delegate books for somebody who agreed: theirs, who is told and may cancel; journalled", async () => {
  const { delegate, member, organisationId, book } = await aDelegation();
  const booked = await book();
  const id = booked.ok ? booked.value.id : "";
  expect(await db.booking.findFirstOrThrow({ where: { id } })).toMatchObject({
    ...{ personId: member.personId, createdBy: delegate.personId, organisationId },
    ...{ state: "confirmed", source: "member" },
  });
  const mails = await db.notification.findMany({ where: { email: member.email ?? "" } });
  expect(mails.map(({ kind }) => kind)).toEqual(["booking-confirmed"]);
  expect(await db.journalEntry.findMany({ where: { subjectId: id } })).toMatchObject([
    { action: "booking.made_for", actorId: delegate.personId, after: { organisationId } },
  ]);
  await expect(cancelBooking(delegate, { bookingId: id }, at)).rejects.toThrow(NotFound);
  expect(await cancelBooking(member, { bookingId: id }, at)).toMatchObject({ ok: true });
});

test("the same form twice is one booking; one seat at a time as always", async () => {
  const { book, space } = await aDelegation(3);
  const key = randomUUID();
  const [first, second] = [await book(undefined, { key }), await book(undefined, { key })];
  expect(second).toMatchObject({ value: { id: first.ok ? first.value.id : "" } });
  expect(await book()).toMatchObject({ refusal: "already_booked" });
  expect(await db.booking.count({ where: { spaceId: space.id } })).toBe(1);
});

test("on the terms of a member: beyond the horizon, on a closed day, past a full space", async () => {
  const { book, delegate } = await aDelegation();
  const refusalOn = (text: string) => book(delegate, { day: day(text) });
  expect(await refusalOn("2027-06-16")).toMatchObject({ refusal: "beyond_horizon" });
  expect(await refusalOn("2026-06-20")).toMatchObject({ refusal: "space_closed" });
  expect(await refusalOn("2026-06-12")).toMatchObject({ refusal: "slot_over" });
});

test("where the host must agree, it is asked for", async () => {
  const { book, space } = await aDelegation(0);
  const host = await hostOf(space);
  await db.roleGrant.create({ data: { personId: host.personId, role: "host", spaceId: space.id } });
  await aRoom(space, { kind: "office", needsApproval: true });
  const booked = await book();
  const id = booked.ok ? booked.value.id : "";
  expect(await db.booking.findFirstOrThrow({ where: { id } })).toMatchObject({
    state: "requested",
  });
  expect(await db.notification.count({ where: { personId: host.personId } })).toBe(1);
});

test("two delegates want the last desk at once: one has it", async () => {
  const space = await aSpace({ desks: 1 });
  const wishes = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const [delegate, member] = [await aMember(), await aMember()];
      const { id } = await anOrganisation({ delegates: [delegate], beneficiaries: [member] });
      return { delegate, organisationId: id, personId: member.personId };
    }),
  );
  const results = await Promise.all(
    wishes.map(({ delegate, ...wish }) => {
      const slot = { slug: space.slug, day: tuesday, part: "day" as const };
      return bookDelegated(delegate, { ...wish, ...slot, idempotencyKey: randomUUID() }, at);
    }),
  );
  const { ok, slot_taken = 0, space_full = 0 } = outcomesOf(results);
  expect({ ok, lost: slot_taken + space_full }).toEqual({ ok: 1, lost: 5 });
});

test("a delegation ended, an agreement taken back, a block: no more from the next request on", async () => {
  const ended = await aDelegation();
  const one = { organisationId: ended.organisationId, personId: ended.delegate.personId };
  await removeFromOrganisation(await aStaffMember(), one, at);
  await expect(ended.book()).rejects.toThrow(NotFound);
  const left = await aDelegation();
  await leaveOrganisation(left.member, { organisationId: left.organisationId }, at);
  await expect(left.book()).rejects.toThrow(NotFound);
  const blocked = await aDelegation();
  const [blockerId, blockedId] = [blocked.member.personId, blocked.delegate.personId];
  await db.block.create({ data: { blockerId, blockedId } });
  await expect(blocked.book()).rejects.toThrow(NotFound);
});

test("the matrix of who books so: its delegates, for those who agreed to this very organisation", async () => {
  const { space, delegate, member, book } = await aDelegation(9);
  const other = await aDelegation();
  const stranger = await aMember();
  const found = async (
    actor: Actor,
    over: Partial<{ personId: string; organisationId: string }> = {},
  ) => {
    try {
      await book(actor, over);
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  };
  const host: PersonActor = await hostOf(space);
  const rows: [string, boolean, boolean][] = [
    ["a delegate, for who agreed", true, await found(delegate)],
    ["a delegate, for oneself", false, await found(delegate, { personId: delegate.personId })],
    ["a delegate, for a stranger", false, await found(delegate, { personId: stranger.personId })],
    [
      "a delegate, for one of another organisation",
      false,
      await found(delegate, { personId: other.member.personId }),
    ],
    [
      "a delegate, for another organisation",
      false,
      await found(delegate, { organisationId: other.organisationId }),
    ],
    ["a delegate of another organisation", false, await found(other.delegate)],
    ["a beneficiary", false, await found(member)],
    ["a host of the space", false, await found(host)],
    ["staff", false, await found(await aStaffMember())],
    ["a visitor", false, await found(anonymous)],
  ];
  expect(rows.filter(([, may, did]) => may !== did)).toEqual([]);
});
