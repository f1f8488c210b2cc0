import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { moveBelongings } from "@/lib/bookings/claims/belongings/commands";
import { db } from "@/lib/infra/db";
import { aMembership } from "@/tests/support/belonging";
import { aBooking, aPerson, aSpace, mondayMorning as at, tuesday } from "@/tests/support/factories";

const times = { startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T16:30:00Z" };

test("where both had the same, whoever claims keeps their own, and nothing is lost", async () => {
  const [here, there] = [await aSpace(), await aSpace()];
  const from = await aPerson({ email: null, name: "Jeanne" });
  const to = await aPerson({ name: null });
  await aMembership(here, from.id);
  await aMembership(there, from.id);
  await aMembership(here, to.id, "requested");
  await aMembership(there, to.id);
  const contact = { name: "Paul", phone: "0565000000" };
  await db.emergencyContact.create({ data: { personId: from.id, ...contact } });
  await db.emergencyContact.create({ data: { personId: to.id, name: "Ana", phone: "0600000000" } });
  for (const personId of [from.id, to.id]) {
    const row = { spaceId: here.id, personId, version: 1, acceptedAt: at };
    await db.houseRulesAcceptance.create({ data: row });
  }
  await db.$transaction((tx) => moveBelongings(tx, { from: from.id, to: to.id }, at));
  const memberships = await db.membership.findMany({ where: { personId: to.id } });
  expect(memberships.map(({ state }) => state)).toEqual(["active", "active"]);
  expect(await db.emergencyContact.findMany({ where: { personId: to.id } })).toMatchObject([
    { name: "Ana" },
  ]);
  expect(await db.houseRulesAcceptance.count({ where: { personId: to.id } })).toBe(1);
  expect(await db.person.findUnique({ where: { id: to.id } })).toMatchObject({ name: "Jeanne" });
  const left = { where: { personId: from.id } };
  expect(await db.emergencyContact.count(left)).toBe(0);
  expect(await db.membership.count(left)).toBe(0);
});

test("bookings at one moment and with one key both stay, as bookings of one person", async () => {
  const space = await aSpace();
  const [from, to] = [await aPerson({ email: null }), await aPerson()];
  const idempotencyKey = randomUUID();
  for (const [desk, personId] of [from.id, to.id].entries()) {
    const { id } = await aBooking({ space, personId, desk, day: tuesday, ...times });
    await db.booking.updateMany({ where: { id }, data: { idempotencyKey } });
  }
  await db.$transaction((tx) => moveBelongings(tx, { from: from.id, to: to.id }, at));
  const moved = await db.booking.findMany({ where: { personId: to.id } });
  expect(moved.map(({ state }) => state)).toEqual(["confirmed", "confirmed"]);
  expect(moved.filter((row) => row.idempotencyKey === idempotencyKey)).toHaveLength(1);
});

test("an exchange the two had proposed to one another is withdrawn", async () => {
  const [from, to] = [await aPerson({ email: null }), await aPerson()];
  const ids = { offeredId: randomUUID(), wantedId: randomUUID() };
  await db.swap.create({ data: { ...ids, proposedBy: to.id, proposedTo: from.id } });
  await db.$transaction((tx) => moveBelongings(tx, { from: from.id, to: to.id }, at));
  expect(await db.swap.findMany({ where: { proposedBy: to.id } })).toMatchObject([
    { state: "withdrawn", proposedTo: to.id },
  ]);
});
