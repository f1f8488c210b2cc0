import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { askForRecounts, recountDailyFacts, refreshFacts } from "@/lib/reports/facts/commands";
import { aMember } from "@/tests/support/actors";
import { aBooking, aPerson, aSpace, tuesday } from "@/tests/support/factories";

const system = systemActor("test");
const evening = new Date("2026-06-16T20:00:00Z");
const june = { first: day("2026-06-01"), last: day("2026-06-30") };

const morning = { startsAt: `${tuesday}T06:30:00Z`, endsAt: `${tuesday}T10:30:00Z` };

async function factsOf(spaceId: string, on: string = tuesday) {
  const rows = await db.dailyFact.findMany({
    where: { spaceId, day: new Date(on) },
    orderBy: { half: "asc" },
  });
  return rows.map(({ half, offered, booked, occupied }) => [half, offered, booked, occupied]);
}

test("only the system counts", async () => {
  for (const actor of [anonymous, await aMember()]) {
    await expect(recountDailyFacts(actor, {}, evening)).rejects.toThrow(Forbidden);
    await expect(refreshFacts(actor, june, evening)).rejects.toThrow(Forbidden);
    await expect(askForRecounts(actor, evening)).rejects.toThrow(Forbidden);
  }
});

test("the main job: what is booked, checked in, moved or cancelled is in the facts of its days", async () => {
  const space = await aSpace({ desks: 2 });
  const person = await aPerson();
  const booking = await aBooking({ space, personId: person.id, day: tuesday, ...morning });
  const counted = async () => {
    expect((await recountDailyFacts(system, {}, evening)).isDone).toBe(true);
    expect(await db.staleDay.count()).toBe(0);
    return factsOf(space.id);
  };
  const key = { spaceId_id: { spaceId: space.id, id: booking.id } };
  expect(await counted()).toEqual([
    ["morning", 2, 1, 0],
    ["afternoon", 2, 0, 0],
  ]);
  await db.booking.update({ where: key, data: { checkedInAt: new Date(morning.startsAt) } });
  expect(await counted()).toContainEqual(["morning", 2, 1, 1]);
  expect(await db.presenceDay.findMany({ where: { who: person.id } })).toEqual([
    {
      spaceId: space.id,
      day: new Date(tuesday),
      who: person.id,
      ...{ isGuest: false, morning: true, afternoon: false },
    },
  ]);
  await db.booking.update({
    where: key,
    data: { startsAt: new Date("2026-06-15T11:30:00Z"), endsAt: new Date("2026-06-15T16:30:00Z") },
  });
  expect(await counted()).toContainEqual(["morning", 2, 0, 0]);
  expect(await factsOf(space.id, "2026-06-15")).toContainEqual(["afternoon", 2, 1, 1]);
  await db.booking.update({
    where: key,
    data: { state: "cancelled", endedAt: new Date(morning.startsAt) },
  });
  await counted();
  expect(await factsOf(space.id, "2026-06-15")).toContainEqual(["afternoon", 2, 0, 0]);
  expect(await db.presenceDay.count({ where: { who: person.id } })).toBe(0);
  expect(await db.firstPresence.count({ where: { personId: person.id } })).toBe(0);
});

test("a change that no figure is counted from marks nothing", async () => {
  const space = await aSpace({ desks: 1 });
  const { id } = await aBooking({ space, day: tuesday, ...morning });
  await recountDailyFacts(system, {}, evening);
  await db.booking.updateMany({ where: { id }, data: { note: "avec un écran" } });
  expect(await db.staleDay.count({ where: { spaceId: space.id } })).toBe(0);
  await db.booking.updateMany({ where: { id }, data: { checkedInAt: evening } });
  expect(await db.staleDay.count({ where: { spaceId: space.id } })).toBe(1);
});

test("the day of a booking at one minute to midnight is that of the wall of its space", async () => {
  const space = await aSpace({ desks: 1, timeZone: "America/Martinique" });
  await recountDailyFacts(system, {}, evening);
  await aBooking({
    ...{ space, day: tuesday, startsAt: "2026-06-17T03:59:00Z", endsAt: "2026-06-17T04:00:00Z" },
  });
  const marks = await db.staleDay.findMany({ where: { spaceId: space.id } });
  expect(marks.map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([
    [new Date(tuesday), new Date(tuesday)],
  ]);
});

test("a day that begins is counted without a mark, and hours that change are counted again", async () => {
  const space = await aSpace({ desks: 1 });
  await recountDailyFacts(system, {}, evening);
  expect(await factsOf(space.id, "2026-06-17")).toEqual([]);
  await recountDailyFacts(system, {}, new Date("2026-06-16T22:30:00Z"));
  expect(await factsOf(space.id, "2026-06-17")).toHaveLength(2);
  await db.closure.create({
    data: {
      ...{ spaceId: space.id, reason: "panne" },
      startsAt: new Date("2026-06-15T22:00:00Z"),
      endsAt: new Date("2026-06-16T22:00:00Z"),
    },
  });
  await recountDailyFacts(system, {}, evening);
  expect(await factsOf(space.id)).toEqual([]);
});

test("who came first is told by the earliest day, wherever, and again when that day is not theirs after all", async () => {
  const [luzech, prayssac] = [await aSpace({ desks: 1 }), await aSpace({ desks: 1 })];
  const { id: personId } = await aPerson();
  const came = (space: typeof luzech, on: string) =>
    aBooking({
      ...{ space, personId, day: day(on), startsAt: `${on}T06:30:00Z` },
      ...{ endsAt: `${on}T10:30:00Z`, checkedInAt: `${on}T06:40:00Z` },
    });
  const first = async () => {
    await recountDailyFacts(system, {}, evening);
    const row = await db.firstPresence.findUnique({ where: { personId } });
    return row && [row.day.toISOString().slice(0, 10), row.spaceIds];
  };
  await came(luzech, "2026-06-10");
  expect(await first()).toEqual(["2026-06-10", [luzech.id]]);
  const before = await came(prayssac, "2026-05-12");
  expect(await first()).toEqual(["2026-05-12", [prayssac.id]]);
  await db.booking.updateMany({ where: { id: before.id }, data: { checkedInAt: null } });
  expect(await first()).toEqual(["2026-06-10", [luzech.id]]);
});

test("a page that would wait too long is told how old its figures are", async () => {
  const space = await aSpace({ desks: 1 });
  const { isDone } = await recountDailyFacts(system, { most: 1 }, evening);
  expect(isDone).toBe(false);
  expect(await refreshFacts(system, june, evening)).toEqual(evening);
  await aBooking({ space, day: tuesday, ...morning });
  await recountDailyFacts(system, { most: 0 }, evening);
  const [mark] = await db.staleDay.findMany({ where: { spaceId: space.id } });
  expect(mark).toBeDefined();
  expect(await refreshFacts(system, june, evening)).toEqual(evening);
});
