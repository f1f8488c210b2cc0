import { expect, test } from "vitest";
import { listPeopleShownOn } from "@/lib/bookings/shown-days/queries";
import { addDays } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { aBooking, aPerson, aSpace, tuesday } from "@/tests/support/factories";

async function somebodyThere(
  sharesPresence: boolean | null,
  shownToMembers: boolean | null,
  state: "confirmed" | "requested" | "cancelled" = "confirmed",
): Promise<string> {
  const [{ id: personId }, space] = [await aPerson(), await aSpace()];
  if (sharesPresence !== null) await db.profile.create({ data: { personId, sharesPresence } });
  const { id } = await aBooking({
    ...{ space, personId, day: tuesday, state },
    startsAt: "2026-06-16T06:30:00Z",
    endsAt: "2026-06-16T16:30:00Z",
  });
  await db.booking.updateMany({ where: { id }, data: { shownToMembers } });
  return personId;
}

test("somebody is shown on a day as the booking says, else as their profile does", async () => {
  const shown = [await somebodyThere(true, null), await somebodyThere(false, true)];
  const unshown = [
    await somebodyThere(false, null),
    await somebodyThere(true, false),
    await somebodyThere(null, null),
    await somebodyThere(true, true, "cancelled"),
    await somebodyThere(true, true, "requested"),
  ];
  const people = await listPeopleShownOn(await aMember(), tuesday);
  expect(people).toEqual(expect.arrayContaining(shown));
  expect(people.filter((id) => unshown.includes(id))).toEqual([]);
  const dayAfter = await listPeopleShownOn(await aMember(), addDays(tuesday, 1));
  expect(dayAfter.filter((id) => shown.includes(id))).toEqual([]);
});

test("whoever is blocked by either is not there", async () => {
  const [one, other] = [await somebodyThere(true, null), await somebodyThere(true, null)];
  const viewer = await aMember();
  await db.block.createMany({
    data: [
      { blockerId: viewer.personId, blockedId: one },
      { blockerId: other, blockedId: viewer.personId },
    ],
  });
  const people = await listPeopleShownOn(viewer, tuesday);
  expect(people.filter((id) => [one, other].includes(id))).toEqual([]);
});
