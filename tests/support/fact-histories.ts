import { addDays, type Day, dateColumn, day, instantAt } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import type { Chance } from "./chance";
import { aPerson, aSpace } from "./factories";

/** A leap day, a change of clocks in France, and the end of a month, with the days around them. */
const days = [
  "2028-02-28",
  "2028-02-29",
  "2028-03-01",
  "2028-03-25",
  "2028-03-26",
  "2028-03-31",
].map(day);
const zones = ["Europe/Paris", "America/Martinique", "Australia/Lord_Howe"];

export type FactWorld = {
  spaces: Awaited<ReturnType<typeof aSpace>>[];
  people: string[];
};

/** Two spaces in zones of their own, open every day, a few desks and people in both. */
export async function aFactWorld(chance: Chance): Promise<FactWorld> {
  const weekdays = [1, 2, 3, 4, 5, 6, 7];
  const spaces: FactWorld["spaces"] = [];
  for (let count = 0; count < 2; count += 1) {
    spaces.push(await aSpace({ desks: 3, weekdays, timeZone: chance.pick(zones) }));
  }
  const people: string[] = [];
  for (let count = 0; count < 5; count += 1) people.push((await aPerson()).id);
  return { spaces, people };
}

/** One thing that happens, written as commands write it: at worst it is refused, and nothing happened. */
export async function happen(world: FactWorld, chance: Chance): Promise<void> {
  const one = chance.pick([book, book, book, move, arrive, arrive, end, close, open, shift]);
  await one(world, chance).catch((error: unknown) => {
    if (!/booking_no_overlap|event_room_never_lapses/.test(String(error))) throw error;
  });
}

function momentOf({ timeZone }: { timeZone: string }, chance: Chance) {
  const on = chance.pick(days);
  // Now and then over midnight, or to its very minute.
  const [from, until] = chance.pick([
    [510, 750],
    [810, 1110],
    [510, 1110],
    [1439, 1440],
    [1380, 1500],
    [60, 240],
  ] as const);
  return { on, startsAt: instantAt(on, from, timeZone), endsAt: minuteOf(on, until, timeZone) };
}

function minuteOf(on: Day, minute: number, timeZone: string): Date {
  return minute <= 1440
    ? instantAt(on, minute, timeZone)
    : instantAt(addDays(on, 1), minute - 1440, timeZone);
}

async function book({ spaces, people }: FactWorld, chance: Chance): Promise<void> {
  const space = chance.pick(spaces);
  const { on, startsAt, endsAt } = momentOf(space, chance);
  const personId = chance.percent(80) ? chance.pick(people) : null;
  await db.booking.createMany({
    skipDuplicates: true,
    data: [
      {
        ...{
          spaceId: space.id,
          resourceId: chance.pick(space.desks).id,
          personId,
          startsAt,
          endsAt,
        },
        ...{ day: dateColumn(on), part: "hours", guestName: personId ? null : "Paul" },
        ...{
          source: chance.percent(10) ? "event" : "member",
          state: chance.pick(["confirmed", "confirmed", "requested"]),
        },
        checkedInAt: chance.percent(40) ? startsAt : null,
      },
    ],
  });
}

async function someBooking({ spaces }: FactWorld, chance: Chance) {
  const rows = await db.booking.findMany({
    where: { spaceId: { in: spaces.map(({ id }) => id) } },
    orderBy: [{ startsAt: "asc" }, { resourceId: "asc" }],
  });
  return rows.length > 0 ? chance.pick(rows) : null;
}

async function change(world: FactWorld, chance: Chance, data: object): Promise<void> {
  const booking = await someBooking(world, chance);
  if (!booking) return;
  const { spaceId, id } = booking;
  await db.booking.update({ where: { spaceId_id: { spaceId, id } }, data });
}

async function move(world: FactWorld, chance: Chance): Promise<void> {
  const booking = await someBooking(world, chance);
  const space = world.spaces.find(({ id }) => id === booking?.spaceId);
  if (!booking || !space) return;
  const { on, startsAt, endsAt } = momentOf(space, chance);
  await db.booking.update({
    where: { spaceId_id: { spaceId: space.id, id: booking.id } },
    data: { startsAt, endsAt, day: dateColumn(on), resourceId: chance.pick(space.desks).id },
  });
}

function arrive(world: FactWorld, chance: Chance): Promise<void> {
  return change(world, chance, { checkedInAt: chance.percent(70) ? new Date("2028-03-01") : null });
}

function end(world: FactWorld, chance: Chance): Promise<void> {
  const state = chance.pick(["cancelled", "no_show", "released"] as const);
  return change(world, chance, { state, endedAt: new Date("2028-03-01") });
}

async function close({ spaces }: FactWorld, chance: Chance): Promise<void> {
  const space = chance.pick(spaces);
  const { startsAt, endsAt } = momentOf(space, chance);
  const resourceId = chance.percent(50) ? chance.pick(space.desks).id : null;
  await db.closure.create({
    data: { spaceId: space.id, resourceId, startsAt, endsAt, reason: "panne" },
  });
}

async function open({ spaces }: FactWorld, chance: Chance): Promise<void> {
  const spaceId = chance.pick(spaces).id;
  const withdrawnAt = new Date("2028-03-01");
  if (chance.percent(50)) {
    await db.closure.updateMany({ where: { spaceId, withdrawnAt: null }, data: { withdrawnAt } });
    return;
  }
  const weekday = 1 + chance.below(7);
  await db.openingRule.deleteMany({ where: { spaceId, weekday } });
}

/** The boundary of half-days, as a host sets it. */
async function shift({ spaces }: FactWorld, chance: Chance): Promise<void> {
  const halfDayBoundary = chance.pick([720, 780, 840]);
  await db.space.update({ where: { id: chance.pick(spaces).id }, data: { halfDayBoundary } });
}
