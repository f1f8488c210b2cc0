import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { dateColumn, day, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { freezeOldMonths } from "@/lib/reports/frozen-months/commands";
import { catalogue, countAll } from "@/lib/reports/indicators/catalogue/rules";
import { getReportRows } from "@/lib/reports/indicators/queries";
import { monthInput } from "@/lib/reports/schema";
import { networkTimeZone } from "@/lib/spaces/schema";
import { aMember, aStaffMember, hostOf } from "../../../support/actors";
import { anEvent, attends } from "../../../support/events";
import { aBooking, aPerson, aSpace } from "../../../support/factories";
import { usageOfMonth } from "../../../support/network-usage";

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
  const { network } = await usageOfMonth(month, july);
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

test("who was new stays new once bookings have lost their people, and old bookings are not read", async () => {
  const space = await aSpace({ desks: 1 });
  const { id: personId } = await aPerson();
  for (const on of ["2026-06-16", "2027-05-11"]) {
    await aBooking({
      ...{ space, personId, day: day(on), startsAt: `${on}T06:30:00Z` },
      ...{ endsAt: `${on}T10:30:00Z`, checkedInAt: `${on}T06:40:00Z` },
    });
  }
  const staff = await aStaffMember();
  const newAt = async (of: typeof june, at: Date) => {
    const rows = await getReportRows(staff, of, at);
    const reading = catalogue.newUsers.count(rows, { range: of, at });
    return reading.kind === "counted" && reading.value.bySpace.get(space.id);
  };
  const may = { first: day("2027-05-01"), last: day("2027-05-31") };
  expect(await newAt(june, july)).toBe(1);
  const later = new Date("2027-08-02T08:00:00Z");
  expect((await freezeOldMonths(systemActor("test"), later)).months).toBeGreaterThan(0);
  expect(await db.booking.count({ where: { spaceId: space.id, personId: null } })).toBe(1);
  expect(await newAt(june, later)).toBe(1);
  expect(await newAt(may, later)).toBe(0);
  const { bookings } = await getReportRows(staff, may, later);
  expect(bookings.filter(({ spaceId }) => spaceId === space.id)).toHaveLength(1);
});

test("what a profile said before is read until the day it said something else", async () => {
  const { id: personId } = await aPerson();
  await db.profile.create({ data: { personId, situation: "project_holder" } });
  const say = (situation: "self_employed" | "resident" | null) =>
    db.profile.update({ where: { personId }, data: { situation, activity: "Relieuse" } });
  await say("self_employed");
  await say("self_employed");
  await say(null);
  await say("resident");
  const { people } = await getReportRows(await aStaffMember(), june, july);
  const kept = await db.pastSituation.findMany({ where: { personId }, orderBy: { until: "asc" } });
  expect(kept.map(({ situation }) => situation)).toEqual(["project_holder", "self_employed"]);
  expect(people.find(({ id }) => id === personId)).toEqual({
    ...{ id: personId, communeId: null, situation: "resident" },
    past: kept.map(({ situation, until }) => ({ situation, until: dayOf(until, networkTimeZone) })),
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

test("who came to an event is read by name, at the door, and once over two events", async () => {
  const space = { ...(await aSpace()), timeZone: "Europe/Paris" };
  const speaker = await aPerson();
  const first = await anEvent(space, { on: day("2026-06-18"), theme: "digital" });
  const second = await anEvent(space, { on: day("2026-06-25") });
  await db.eventSpeaker.create({
    data: { spaceId: space.id, eventId: second.id, personId: speaker.id },
  });
  await attends(first, "ana@exemple.test", { quantity: 2 });
  await attends(second, "ana@exemple.test");
  await attends(second, "bob@exemple.test", { isPresent: false });
  await attends(second, "cleo@exemple.test", { source: "walk_in" });
  const rows = await getReportRows(await aStaffMember(), june, july);
  const own = rows.events.filter(({ spaceId }) => spaceId === space.id);
  expect(
    own.map(({ namedRegistered, walkIns, isLedByMember }) => [
      namedRegistered,
      walkIns,
      isLedByMember,
    ]),
  ).toEqual([
    [2, 0, false],
    [1, 1, true],
  ]);
  const counting = { range: june, at: july };
  const here = { ...rows, events: own };
  expect(catalogue.attendance.count(here, counting)).toMatchObject({
    value: { network: { registered: 4, namedRegistered: 3, walkIns: 1, participants: 2 } },
  });
  expect(catalogue.contribution.count(here, counting)).toMatchObject({
    value: { memberWorkshops: 1 },
  });
});

test("a date of a series refused for want of a place is an unmet wish of its half-day", async () => {
  const space = await aSpace({ desks: 1 });
  const person = await aPerson();
  const on = dateColumn(day("2026-06-16"));
  const series = await db.series.create({
    data: {
      spaceId: space.id,
      resourceId: space.desks[0]?.id ?? "",
      personId: person.id,
      frequency: "weekly",
      firstDay: on,
      lastDay: dateColumn(day("2026-06-30")),
      part: "morning",
    },
  });
  const refused = { spaceId: space.id, seriesId: series.id };
  await db.seriesRefusal.createMany({
    data: [
      { ...refused, day: on, refusal: "slot_taken" },
      { ...refused, day: dateColumn(day("2026-06-23")), refusal: "space_closed" },
    ],
  });
  const rows = await getReportRows(await aStaffMember(), june, july);
  const wishes = rows.wishes.filter(({ spaceId }) => spaceId === space.id);
  expect(wishes.map(({ kind, from }) => [kind, from])).toEqual([["desk", "series"]]);
  const reading = catalogue.refusedDemand.count({ ...rows, wishes }, { range: june, at: july });
  // Tuesday morning is the third half-day of the week.
  expect(reading.kind === "counted" && reading.value.network.week[2]?.places).toBe(1);
});
