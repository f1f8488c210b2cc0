import { expect, test } from "vitest";
import { checkIn } from "@/lib/bookings/check-ins/commands";
import { getHostDay, listCancelledEntries } from "@/lib/bookings/host-days/queries";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { eraseOwnAccount } from "@/lib/privacy/erasures/commands";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aBooking, aPerson, aSpace, tuesday } from "@/tests/support/factories";

const morning = {
  day: tuesday,
  part: "morning" as const,
  startsAt: "2026-06-16T06:30:00Z",
  endsAt: "2026-06-16T10:30:00Z",
};
const atNine = new Date("2026-06-16T07:00:00Z");
const atHalf = new Date("2026-06-16T08:30:00Z");

test("the host sees who comes, at which desk, and who is late", async () => {
  const space = await aSpace();
  const person = await aPerson({ name: "Thomas Rigal" });
  await aBooking({ space, ...morning, personId: person.id });
  await aBooking({ space, ...morning, desk: 1, checkedInAt: "2026-06-16T06:40:00Z" });
  await aBooking({ space, ...morning, desk: 2, state: "cancelled" });
  const { entries, day: spaceDay } = await getHostDay(
    await hostOf(space),
    space.slug,
    tuesday,
    atHalf,
  );
  expect(entries.map((entry) => [entry.name, entry.resource.name, entry.attendance])).toEqual([
    ["Thomas Rigal", "Bureau 1", "late"],
    ["Maëlle Rives", "Bureau 2", "present"],
  ]);
  expect(spaceDay.slots.morning.free).toHaveLength(1);
});

test("the day of a space is hidden from members, staff and other hosts", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  for (const actor of [await aMember(), await aStaffMember(), await hostOf(other)]) {
    await expect(getHostDay(actor, space.slug, tuesday, atNine)).rejects.toThrow(NotFound);
  }
});

test("an arrival noted moves no row: by start, then the host's order of resources", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const ids: string[] = [];
  for (const desk of [2, 0, 1]) ids.push((await aBooking({ space, ...morning, desk })).id);
  const names = async () => {
    const { entries } = await getHostDay(host, space.slug, tuesday, atNine);
    return entries.map((entry) => entry.resource.name);
  };
  expect(await names()).toEqual(["Bureau 1", "Bureau 2", "Bureau 3"]);
  await checkIn(host, { bookingId: ids[0] ?? "" }, atNine);
  expect(await names()).toEqual(["Bureau 1", "Bureau 2", "Bureau 3"]);
});

test("an outside calendar and an offered place show, a lapsed offer does not", async () => {
  const space = await aSpace();
  const [first] = space.desks;
  const { id: importId } = await db.calendarImport.create({
    data: { spaceId: space.id, resourceId: first?.id ?? "", name: "Mairie", url: "https://x.test" },
  });
  const busy = { startsAt: new Date(morning.startsAt), endsAt: new Date(morning.endsAt) };
  const block = { spaceId: space.id, resourceId: first?.id ?? "", importId, ...busy };
  await db.busyBlock.create({ data: block });
  const { id } = await aBooking({ space, ...morning, desk: 1, state: "held" });
  await db.booking.updateMany({ where: { id }, data: { lapsesAt: atHalf } });
  const host = await hostOf(space);
  const before = await getHostDay(host, space.slug, tuesday, atNine);
  expect(before.outside).toEqual([{ resourceId: first?.id, ...busy }]);
  expect(before.entries).toMatchObject([{ id, attendance: "offered" }]);
  expect((await getHostDay(host, space.slug, tuesday, atHalf)).entries).toEqual([]);
});

test("what was cancelled of the day is found again until it is over, by its hosts alone", async () => {
  const space = await aSpace();
  const { id } = await aBooking({ space, ...morning, state: "cancelled" });
  await aBooking({ space, ...morning, desk: 1 });
  await aBooking({ space, ...morning, day: day("2026-06-17"), state: "cancelled" });
  const host = await hostOf(space);
  expect(await listCancelledEntries(host, space, tuesday, atNine)).toMatchObject([{ id }]);
  const noon = new Date(morning.endsAt);
  expect(await listCancelledEntries(host, space, tuesday, noon)).toEqual([]);
  for (const actor of [await aMember(), await hostOf(await aSpace())]) {
    await expect(listCancelledEntries(actor, space, tuesday, atNine)).rejects.toThrow(NotFound);
  }
});

test("a place somebody had before they left stays on the board, said to be of whoever is gone", async () => {
  const space = await aSpace();
  const member = await aMember();
  await aBooking({
    space,
    ...morning,
    personId: member.personId,
    checkedInAt: "2026-06-16T06:40:00Z",
  });
  await aBooking({ space, ...morning, desk: 1 });
  const wednesday = new Date("2026-06-17T07:00:00Z");
  expect(await eraseOwnAccount(member, { mot: "effacer" }, wednesday)).toMatchObject({ ok: true });
  const { entries } = await getHostDay(await hostOf(space), space.slug, tuesday, wednesday);
  expect(entries.map(({ name, isGone }) => [name, isGone])).toEqual([
    ["", true],
    ["Maëlle Rives", false],
  ]);
});
