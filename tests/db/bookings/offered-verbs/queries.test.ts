import { expect, test } from "vitest";
import { listOfferedVerbs } from "@/lib/bookings/offered-verbs/queries";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

test("a member and a host see what they may do now, a stranger finds nothing", async () => {
  const space = await aSpace();
  const member = await aMember();
  const { id } = await aBooking({
    space,
    personId: member.personId,
    day: tuesday,
    startsAt: "2026-06-16T06:30:00Z",
    endsAt: "2026-06-16T16:30:00Z",
  });
  expect(await listOfferedVerbs(member, id, mondayMorning)).toEqual(["move", "swap"]);
  expect(await listOfferedVerbs(await hostOf(space), id, mondayMorning)).toEqual([
    "move",
    "release",
  ]);
  for (const actor of [await aMember(), anonymous]) {
    await expect(listOfferedVerbs(actor, id, mondayMorning)).rejects.toThrow(NotFound);
  }
});
