import { expect, test } from "vitest";
import { listRebookProposals } from "@/lib/bookings/habits/queries";
import { type Day, day } from "@/lib/core/day";
import { aMember } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning } from "@/tests/support/factories";

const morningOf = (on: Day) => ({
  day: on,
  part: "morning" as const,
  startsAt: `${on}T06:30:00Z`,
  endsAt: `${on}T10:30:00Z`,
});
const lastTuesday = morningOf(day("2026-06-09"));
const nextTuesday = morningOf(day("2026-06-16"));

test("a member is proposed the usual morning again, at the usual desk", async () => {
  const [space, member] = [await aSpace(), await aMember()];
  await aBooking({ space, personId: member.personId, desk: 1, ...lastTuesday });
  expect(await listRebookProposals(member, mondayMorning)).toMatchObject([
    {
      slug: space.slug,
      spaceName: space.name,
      day: "2026-06-16",
      part: "morning",
      resource: { id: space.desks[1]?.id, name: "Bureau 2" },
    },
  ]);
});

test("a desk somebody else has taken meanwhile is not proposed", async () => {
  const [space, member] = [await aSpace(), await aMember()];
  await aBooking({ space, personId: member.personId, desk: 1, ...lastTuesday });
  await aBooking({ space, desk: 1, ...nextTuesday });
  expect(await listRebookProposals(member, mondayMorning)).toMatchObject([
    { day: "2026-06-16", resource: { name: "Bureau 1" } },
  ]);
});

test("a cancelled booking is no habit, and leaves its day free to be proposed", async () => {
  const [space, member, other] = [await aSpace(), await aMember(), await aMember()];
  await aBooking({ space, personId: member.personId, ...lastTuesday, state: "cancelled" });
  expect(await listRebookProposals(member, mondayMorning)).toEqual([]);
  await aBooking({ space, personId: other.personId, ...lastTuesday });
  await aBooking({ space, personId: other.personId, ...nextTuesday, state: "cancelled" });
  expect(await listRebookProposals(other, mondayMorning)).toMatchObject([{ day: "2026-06-16" }]);
});

test("the habits of others are not mine", async () => {
  const [space, other] = [await aSpace(), await aMember()];
  await aBooking({ space, personId: other.personId, ...lastTuesday });
  expect(await listRebookProposals(await aMember(), mondayMorning)).toEqual([]);
});

test("the latest choice counts first: the desk of last week, not that of last year", async () => {
  const [space, member] = [await aSpace(), await aMember()];
  const mine = { space, personId: member.personId };
  await aBooking({ ...mine, desk: 2, ...lastTuesday });
  await aBooking({ ...mine, desk: 0, ...morningOf(day("2025-06-10")) });
  expect(await listRebookProposals(member, mondayMorning)).toMatchObject([
    { resource: { name: "Bureau 3" } },
  ]);
});
