import { expect, test } from "vitest";
import { cancelBooking } from "@/lib/bookings/commands";
import { moveBooking } from "@/lib/bookings/moves/commands";
import { reinstateBooking } from "@/lib/bookings/releases/commands";
import { undoClosure } from "@/lib/bookings/undoings/commands";
import { systemActor } from "@/lib/core/actor";
import { type Day, day, instantAt } from "@/lib/core/day";
import type { EventFields } from "@/lib/events/editing/schema";
import { cancelBelowMinimum } from "@/lib/events/minimums/commands";
import { db } from "@/lib/infra/db";
import { close, onDay } from "@/tests/support/closures";
import { aHouse, made, standing, tellingsOf } from "@/tests/support/event-fields";
import { thursday } from "@/tests/support/events";
import { mondayMorning as at } from "@/tests/support/factories";

const worker = systemActor("tests");
const minimum = { people: 4, day: day("2026-06-17"), minute: 720 };
const minute = 60_000;

async function held(own: Partial<EventFields> = {}) {
  const house = await aHouse();
  const { id } = await made(house, own);
  const bookingId = (await standing(id)).bookingId ?? "";
  const wall = (on: Day, minutes: number) => instantAt(on, minutes, house.space.timeZone);
  const move = async (on: Day, from: number, until: number, when = at) => {
    const during = { startsAt: wall(on, from), endsAt: wall(on, until) };
    const moved = await moveBooking(house.host, { bookingId, ...during }, when);
    if (!moved.ok) throw new Error(moved.refusal);
    return standing(id);
  };
  return { ...house, id, bookingId, wall, move };
}

test("a closure undone after the deadline of a minimum shows the event again, and nothing cancels it a second time", async () => {
  const { space, host, id, wall } = await held({ minimum });
  const deadline = wall(minimum.day, minimum.minute);
  const before = new Date(deadline.getTime() - minute);
  const when = onDay("day", thursday);
  const closed = await close(host, { slug: space.slug }, when, { all: "cancel" }, before);
  if (!closed.ok) throw new Error(closed.refusal);
  const undone = new Date(deadline.getTime() + minute);
  await undoClosure(host, { closureId: closed.value.id }, undone);
  await cancelBelowMinimum(worker, new Date(undone.getTime() + minute));
  expect(await standing(id)).toMatchObject({
    ...{ state: "published", minimumPeople: null, minimumAt: null },
    booking: { state: "confirmed" },
  });
});

test("a room had again before the deadline keeps the minimum of its event", async () => {
  const { host, id, bookingId, wall } = await held({ minimum });
  const deadline = wall(minimum.day, minimum.minute);
  await cancelBooking(host, { bookingId }, at);
  expect((await reinstateBooking(host, { bookingId }, at)).ok).toBe(true);
  expect(await standing(id)).toMatchObject({ minimumPeople: 4, minimumAt: deadline });
  await cancelBelowMinimum(worker, deadline);
  expect(await standing(id)).toMatchObject({ state: "cancelled" });
});

test("moved a week later on the board, what opens, closes and is decided before it comes a week later, told once", async () => {
  const own = { opensOn: day("2026-06-16"), closesOn: day("2026-06-17"), minimum };
  const { space, wall, move } = await held(own);
  const event = await move(day("2026-06-25"), 840, 1_020);
  expect(event).toMatchObject({
    opensAt: wall(day("2026-06-23"), 0),
    closesAt: wall(day("2026-06-25"), 0),
    minimumAt: wall(day("2026-06-24"), 720),
    minimumPeople: 4,
  });
  expect(event.changes.map(({ verb }) => verb)).toEqual(["created", "moved"]);
  expect(await tellingsOf(space.id)).toBe(1);
});

test("moved across the clock change, its days still begin at midnight and its deadline at noon", async () => {
  const own = { day: day("2026-10-22"), opensOn: day("2026-10-20"), closesOn: day("2026-10-21") };
  const noon = { people: 4, day: day("2026-10-21"), minute: 720 };
  const { wall, move } = await held({ ...own, minimum: noon });
  const event = await move(day("2026-10-29"), 840, 1_020, new Date("2026-10-19T08:00:00Z"));
  expect(event).toMatchObject({
    opensAt: wall(day("2026-10-27"), 0),
    closesAt: wall(day("2026-10-29"), 0),
    minimumAt: wall(day("2026-10-28"), 720),
  });
});

test("moved to the morning of its day, registration closes when it begins and the deadline is before", async () => {
  const noon = { people: 4, day: thursday, minute: 720 };
  const { wall, move } = await held({ closesOn: day("2026-06-17"), minimum: noon });
  const event = await move(thursday, 540, 720);
  expect(event).toMatchObject({
    closesAt: wall(thursday, 0),
    minimumAt: wall(thursday, 420),
  });
});

test("moved so near that its deadline has passed, the event takes place", async () => {
  const { id, move, wall } = await held({ minimum });
  const when = wall(day("2026-06-15"), 900);
  await move(day("2026-06-16"), 840, 1_020, when);
  await cancelBelowMinimum(worker, when);
  expect(await standing(id)).toMatchObject({ state: "published", minimumPeople: null });
});

test("a deadline in the hour lived twice stays before the start", async () => {
  const own = { day: day("2026-10-22"), startMinute: 180, endMinute: 240 };
  const early = { people: 4, day: day("2026-10-22"), minute: 150 };
  const { wall, move } = await held({ ...own, minimum: early });
  const sunday = day("2026-10-25");
  const event = await move(sunday, 165, 240, new Date("2026-10-19T08:00:00Z"));
  expect(event.minimumAt).toEqual(wall(sunday, 135));
  expect(Number(event.minimumAt)).toBeLessThan(+event.startsAt);
});

test("an instant is what the wall showed, the first of two where it showed it twice", async () => {
  const read = async (shown: string) => {
    const [row] = await db.$queryRaw<{ at: Date }[]>`
      SELECT instant_on_wall(${shown}::timestamp, 'Europe/Paris') AS at`;
    return row?.at;
  };
  for (const [on, minutes] of [
    ["2026-10-25", 150],
    ["2026-10-25", 200],
    ["2026-03-29", 150],
    ["2026-06-18", 0],
  ] as const) {
    const clock = `${on} ${String(Math.floor(minutes / 60)).padStart(2, "0")}:${minutes % 60}:00`;
    expect(await read(clock)).toEqual(instantAt(day(on), minutes, "Europe/Paris"));
  }
});
