import { expect, test } from "vitest";
import { checkIn } from "@/lib/bookings/check-ins/commands";
import { bookResource } from "@/lib/bookings/commands";
import { anonymous } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { listReportMonths } from "@/lib/reports/queries";
import { monthInput } from "@/lib/reports/schema";
import { aMember, aStaffMember, hostOf } from "../../support/actors";
import { aBooking, aPerson, aSpace, mondayMorning, tuesday } from "../../support/factories";
import { usageOfMonth } from "../../support/network-usage";

const june = monthInput.parse("2026-06");
const july = new Date("2026-07-02T08:00:00Z");

async function presence(space: Parameters<typeof aBooking>[0]["space"], on: string, desk = 0) {
  const person = await aPerson();
  await aBooking({
    space,
    desk,
    personId: person.id,
    day: day(on),
    startsAt: `${on}T06:30:00Z`,
    endsAt: `${on}T16:30:00Z`,
    checkedInAt: `${on}T07:00:00Z`,
  });
  return person;
}

test("a month is counted from real rows: offered, booked, present, persons", async () => {
  const space = await aSpace({ desks: 6 });
  for (let desk = 0; desk < 5; desk += 1) await presence(space, "2026-06-16", desk);
  const other = { space, day: day("2026-06-17"), startsAt: "2026-06-17T06:30:00Z" };
  await aBooking({ ...other, endsAt: "2026-06-17T10:30:00Z", part: "morning" });
  await aBooking({ ...other, endsAt: "2026-06-17T10:30:00Z", desk: 1, state: "cancelled" });
  const report = await usageOfMonth(june, july);
  // 22 weekdays in June 2026, none a public holiday; two half-days; six desks.
  expect(report.spaces.find(({ slug }) => slug === space.slug)?.usage).toEqual({
    offered: 264,
    booked: 11,
    occupied: 10,
    personDays: 5,
    users: 5,
    guests: 0,
  });
});

test("a running month counts the days that are over, not those to come", async () => {
  const space = await aSpace({ desks: 1 });
  const wednesday = new Date("2026-06-03T08:00:00Z");
  const report = await usageOfMonth(june, wednesday);
  expect(report.spaces.find(({ slug }) => slug === space.slug)?.usage.offered).toBe(4);
  const firstMorning = new Date("2026-06-01T08:00:00Z");
  const { network } = await usageOfMonth(june, firstMorning);
  expect(network.offered).toBe(0);
});

test("months run from the first booking to the current one, latest first", async () => {
  const space = await aSpace();
  await presence(space, "2026-05-12");
  const months = await listReportMonths(await aStaffMember(), july);
  expect(months[0]).toBe("2026-07");
  expect(months).toContain("2026-05");
});

test("visitors, members and hosts find no report", async () => {
  const space = await aSpace();
  const strangers = [anonymous, await aMember(), await hostOf(space)];
  for (const actor of strangers) {
    await expect(listReportMonths(actor, july)).rejects.toThrow(NotFound);
  }
});

test("the main job: what a member booked and a host checked in is counted the day after", async () => {
  const space = await aSpace({ desks: 2 });
  const [newcomer, host] = [await aMember(), await hostOf(space)];
  const wish = { slug: space.slug, day: tuesday, part: "afternoon" } as const;
  const booked = await bookResource(newcomer, wish, mondayMorning);
  if (!booked.ok) throw new Error(booked.refusal);
  const noon = new Date("2026-06-16T11:40:00Z");
  expect((await checkIn(host, { bookingId: booked.value.id }, noon)).ok).toBe(true);
  const usageAt = async (at: string) => {
    const { spaces } = await usageOfMonth(june, new Date(at));
    return spaces.find(({ slug }) => slug === space.slug)?.usage;
  };
  expect(await usageAt("2026-06-16T20:00:00Z")).toMatchObject({ booked: 0, users: 0 });
  expect(await usageAt("2026-06-17T06:00:00Z")).toMatchObject({
    booked: 1,
    occupied: 1,
    personDays: 0.5,
    users: 1,
  });
});

test("an event in a room occupies its place and adds nobody to the figures of usage", async () => {
  const space = await aSpace({ desks: 1 });
  const [desk] = space.desks;
  if (!desk) throw new Error("no desk");
  await db.booking.create({
    data: {
      ...{ spaceId: space.id, resourceId: desk.id, guestName: "Atelier", source: "event" },
      ...{ day: new Date("2026-06-16"), part: "morning", state: "confirmed" },
      startsAt: new Date("2026-06-16T06:30:00Z"),
      endsAt: new Date("2026-06-16T10:30:00Z"),
    },
  });
  const report = await usageOfMonth(june, july);
  expect(report.spaces.find(({ slug }) => slug === space.slug)?.usage).toMatchObject({
    ...{ booked: 1, occupied: 1, personDays: 0, users: 0, guests: 0 },
  });
});
