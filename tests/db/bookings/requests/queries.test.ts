import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { listRequests } from "@/lib/bookings/requests/queries";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aBooking, aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

test("who asks, when, whether it is taken and by how many it is wanted, the soonest first", async () => {
  const space = await aSpace();
  const room = await aRoom(space, { needsApproval: true });
  const wish = { slug: space.slug, resourceId: room.id, day: tuesday };
  const ask = async (part: "morning" | "afternoon") =>
    bookResource(await aMember(), { ...wish, part }, mondayMorning);
  await ask("afternoon");
  await ask("morning");
  await ask("morning");
  await aBooking({
    space: { ...space, desks: [room] },
    day: tuesday,
    startsAt: "2026-06-16T11:30:00Z",
    endsAt: "2026-06-16T12:30:00Z",
  });
  const { requests } = await listRequests(await hostOf(space), space.slug, mondayMorning);
  expect(requests).toMatchObject([
    { name: "Maëlle Rives", part: "morning", resourceName: room.name, isTaken: false, rivals: 1 },
    { part: "morning", isTaken: false, rivals: 1 },
    { part: "afternoon", isTaken: true, rivals: 0 },
  ]);
  const later = new Date("2026-06-16T06:30:00Z");
  const left = await listRequests(await hostOf(space), space.slug, later);
  expect(left.requests.map(({ part }) => part)).toEqual(["afternoon"]);
});

test("a space without requests has an empty list; nobody but its hosts reads it", async () => {
  const space = await aSpace();
  expect((await listRequests(await hostOf(space), space.slug, mondayMorning)).requests).toEqual([]);
  const others = [await aMember(), await hostOf(await aSpace()), await aStaffMember(), anonymous];
  for (const actor of others) {
    await expect(listRequests(actor, space.slug, mondayMorning)).rejects.toThrow(NotFound);
  }
});
