import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { dateColumn, day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { catalogue, countAll } from "@/lib/reports/indicators/catalogue/rules";
import { getReportRows } from "@/lib/reports/indicators/queries";
import { getNetworkReport } from "@/lib/reports/queries";
import { monthInput } from "@/lib/reports/schema";
import { aMember, aStaffMember, hostOf } from "../../../support/actors";
import { aBooking, aPerson, aSpace } from "../../../support/factories";

const june = { first: day("2026-06-01"), last: day("2026-06-30") };
const july = new Date("2026-07-02T08:00:00Z");

test("only staff and admins read the rows, for anybody else there are none", async () => {
  const space = await aSpace({ desks: 1 });
  for (const actor of [anonymous, await aMember(), await hostOf(space)]) {
    await expect(getReportRows(actor, june, july)).rejects.toThrow(NotFound);
  }
});

test("what is counted from real rows is what the report of the month tells", async () => {
  const space = await aSpace({ desks: 3 });
  const [ana, bob] = [await aPerson(), await aPerson()];
  const came = (personId: string, on: string, desk: number) =>
    aBooking({
      space,
      desk,
      personId,
      day: day(on),
      startsAt: `${on}T06:30:00Z`,
      endsAt: `${on}T16:30:00Z`,
      checkedInAt: `${on}T07:00:00Z`,
    });
  await came(ana.id, "2026-05-12", 0);
  await came(ana.id, "2026-06-16", 0);
  await came(bob.id, "2026-06-16", 1);
  const morning = { space, day: day("2026-06-17"), part: "morning" as const };
  const hours = { startsAt: "2026-06-17T06:30:00Z", endsAt: "2026-06-17T10:30:00Z" };
  await aBooking({ ...morning, ...hours });
  await aBooking({ ...morning, ...hours, desk: 1, state: "cancelled" });
  // Nobody came for it, whatever its row still says.
  const lapsed = await aBooking({ ...morning, ...hours, desk: 2 });
  await db.booking.updateMany({
    where: { id: lapsed.id },
    data: { lapsesAt: new Date("2026-06-17T07:30:00Z") },
  });
  const staff = await aStaffMember();
  const rows = await getReportRows(staff, june, july);
  const readings = countAll(rows, { range: june, at: july });
  const month = monthInput.parse("2026-06");
  const { network } = await getNetworkReport(staff, { first: month, last: month }, july);
  expect(readings.personDays).toMatchObject({ value: { network: network.personDays } });
  expect(readings.bookedOccupancy).toMatchObject({
    value: { network: { count: network.booked, of: network.offered } },
  });
  expect(readings.realOccupancy).toMatchObject({ value: { network: { count: network.occupied } } });
  expect(readings.uniqueUsers).toMatchObject({ value: { network: { persons: 2, guests: 0 } } });
  expect(readings.newUsers).toMatchObject({ value: { network: 1 } });
  expect(readings.lateAndNoShow).toMatchObject({
    value: { network: { noShow: { count: 2, of: 4 }, leftEmpty: 1 } },
  });
});

test("who waited, what was closed late, who belongs where and what was offered are rows too", async () => {
  const space = await aSpace({ desks: 1 });
  const person = await aPerson();
  const moment = {
    startsAt: new Date("2026-06-16T06:30:00Z"),
    endsAt: new Date("2026-06-16T10:30:00Z"),
  };
  await db.waitingEntry.create({
    data: {
      ...moment,
      spaceId: space.id,
      personId: person.id,
      kind: "desk",
      quantity: 2,
      day: dateColumn(day("2026-06-16")),
      part: "morning",
      state: "served",
      closedAt: moment.startsAt,
    },
  });
  const announced = new Date("2026-06-15T08:00:00Z");
  await db.closure.create({
    data: { ...moment, spaceId: space.id, reason: "panne", createdAt: announced },
  });
  await db.organisation.create({
    data: {
      name: "Les Ateliers",
      kind: "association",
      createdBy: person.id,
      people: {
        create: {
          personId: person.id,
          role: "beneficiary",
          agreedAt: new Date("2026-06-15T22:30:00Z"),
        },
      },
    },
  });
  await db.conversation.create({
    data: {
      starterId: person.id,
      otherId: (await aPerson()).id,
      // The first of July in France.
      createdAt: new Date("2026-06-30T22:00:00Z"),
      lastAt: july,
    },
  });
  const rows = await getReportRows(await aStaffMember(), june, july);
  const own = rows.spaces.find(({ id }) => id === space.id);
  expect(own).toMatchObject({
    presence: "arrival",
    closures: [{ ...moment, announcedAt: announced }],
  });
  expect(rows.wishes).toContainEqual({
    ...moment,
    spaceId: space.id,
    kind: "desk",
    places: 2,
    from: "waiting_list",
    isServed: true,
  });
  expect(rows.organisations.flatMap(({ people }) => people)).toContainEqual({
    personId: person.id,
    from: "2026-06-16",
    until: null,
  });
  expect(rows.contacts).toEqual([]);
  const unexpected = catalogue.opening.count(rows, { range: june, at: july });
  expect(unexpected).toMatchObject({ value: { network: { unexpectedDays: 1 } } });
});
