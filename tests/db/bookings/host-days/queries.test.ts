import { expect, test } from "vitest";
import { getHostDay } from "@/lib/bookings/host-days/queries";
import { NotFound } from "@/lib/core/errors";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aBooking, aPerson, aSpace, tuesday } from "@/tests/support/factories";

const morning = {
  day: tuesday,
  part: "morning" as const,
  startsAt: "2026-06-16T06:30:00Z",
  endsAt: "2026-06-16T10:30:00Z",
};
const atNine = new Date("2026-06-16T07:00:00Z");

test("the host sees who comes, at which desk, and who is late", async () => {
  const space = await aSpace();
  const person = await aPerson({ name: "Thomas Rigal" });
  await aBooking({ space, ...morning, personId: person.id });
  await aBooking({ space, ...morning, desk: 1, checkedInAt: "2026-06-16T06:40:00Z" });
  await aBooking({ space, ...morning, desk: 2, state: "cancelled" });
  const { entries, day } = await getHostDay(await hostOf(space), space.slug, tuesday, atNine);
  expect(entries.map((entry) => [entry.name, entry.resource.name, entry.attendance])).toEqual([
    ["Thomas Rigal", "Bureau 1", "late"],
    ["Maëlle Rives", "Bureau 2", "present"],
  ]);
  expect(day.slots.morning.free).toHaveLength(1);
});

test("the day of a space is hidden from members, staff and other hosts", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  for (const actor of [await aMember(), await aStaffMember(), await hostOf(other)]) {
    await expect(getHostDay(actor, space.slug, tuesday, atNine)).rejects.toThrow(NotFound);
  }
});
