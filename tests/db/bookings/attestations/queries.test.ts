import { expect, test } from "vitest";
import { listAttestedMonths, listAttestedPresences } from "@/lib/bookings/attestations/queries";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { aBooking, aSpace, tuesday } from "@/tests/support/factories";

const morning = {
  day: tuesday,
  part: "morning" as const,
  startsAt: "2026-06-16T06:30:00Z",
  endsAt: "2026-06-16T10:30:00Z",
};
const arrived = "2026-06-16T06:40:00Z";
const inJuly = new Date("2026-07-01T08:00:00Z");

test("only what the member came to, from arrival to departure, nothing of others", async () => {
  const space = await aSpace();
  const member = await aMember();
  const own = { ...morning, space, personId: member.personId };
  const { id } = await aBooking({ ...own, checkedInAt: arrived });
  await aBooking({
    ...own,
    day: day("2026-06-17"),
    startsAt: "2026-06-17T06:30:00Z",
    endsAt: "2026-06-17T10:30:00Z",
  });
  await aBooking({ ...own, desk: 1, state: "no_show" });
  await aBooking({ ...morning, space, desk: 2, checkedInAt: arrived });
  expect(await listAttestedPresences(member, "2026-06", inJuly)).toEqual([
    {
      day: tuesday,
      from: new Date(arrived),
      until: new Date(morning.endsAt),
      timeZone: "Europe/Paris",
      spaceName: space.name,
      communeName: expect.any(String),
      isNoted: true,
    },
  ]);
  const left = new Date("2026-06-16T09:00:00Z");
  await db.booking.updateMany({ where: { id }, data: { checkedOutAt: left } });
  expect(await listAttestedPresences(member, "2026-06", inJuly)).toMatchObject([{ until: left }]);
  expect(await listAttestedPresences(member, "2026-05", inJuly)).toEqual([]);
});

test("a presence under way is not attested yet; months are listed newest first", async () => {
  const space = await aSpace();
  const member = await aMember();
  const own = { ...morning, space, personId: member.personId, checkedInAt: arrived };
  await aBooking(own);
  const may = {
    day: day("2026-05-19"),
    startsAt: "2026-05-19T06:30:00Z",
    endsAt: "2026-05-19T10:30:00Z",
  };
  await aBooking({ ...own, ...may, checkedInAt: "2026-05-19T06:30:00Z" });
  const during = new Date("2026-06-16T08:00:00Z");
  expect(await listAttestedPresences(member, "2026-06", during)).toEqual([]);
  expect(await listAttestedMonths(member, during)).toEqual([{ month: "2026-05", days: 1 }]);
  expect(await listAttestedMonths(member, inJuly)).toEqual([
    { month: "2026-06", days: 1 },
    { month: "2026-05", days: 1 },
  ]);
});

test("nothing is attested of a month that has not begun, in France", async () => {
  const member = await aMember();
  const lastEvening = new Date("2026-06-30T21:59:00Z");
  await expect(listAttestedPresences(member, "2026-07", lastEvening)).rejects.toThrow(NotFound);
  const midnight = new Date("2026-06-30T22:00:00Z");
  expect(await listAttestedPresences(member, "2026-07", midnight)).toEqual([]);
});

test("where a space does not check in, a booking kept to its end is a presence, said to be by its hours", async () => {
  const space = await aSpace();
  const member = await aMember();
  const own = { ...morning, space, personId: member.personId };
  await aBooking(own);
  await aBooking({ ...own, desk: 1, state: "cancelled" });
  expect(await listAttestedPresences(member, "2026-06", inJuly)).toMatchObject([
    { from: new Date(morning.startsAt), until: new Date(morning.endsAt), isNoted: false },
  ]);
  expect(await listAttestedMonths(member, inJuly)).toEqual([{ month: "2026-06", days: 1 }]);
  const during = new Date("2026-06-16T08:00:00Z");
  expect(await listAttestedPresences(member, "2026-06", during)).toEqual([]);
  // One arrival of anybody that month, and it does check in.
  const later = { startsAt: "2026-06-17T06:30:00Z", endsAt: "2026-06-17T10:30:00Z" };
  await aBooking({ space, day: day("2026-06-17"), ...later, checkedInAt: later.startsAt });
  expect(await listAttestedPresences(member, "2026-06", inJuly)).toEqual([]);
  expect(await listAttestedMonths(member, inJuly)).toEqual([]);
});

test("a space that gives back after a grace waits for people: what it did not note is no presence", async () => {
  const space = await aSpace({ noShowGraceMinutes: 30 });
  const member = await aMember();
  await aBooking({ ...morning, space, personId: member.personId });
  expect(await listAttestedPresences(member, "2026-06", inJuly)).toEqual([]);
});
