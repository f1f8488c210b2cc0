import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { bookInCell, moveToCell } from "@/lib/bookings/weeks/commands";
import { bookInCellInput, moveToCellInput } from "@/lib/bookings/weeks/schema";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const morning = {
  day: tuesday,
  part: "morning" as const,
  startsAt: "2026-06-16T06:30:00Z",
  endsAt: "2026-06-16T10:30:00Z",
};
const rowOf = (id: string) => db.booking.findFirstOrThrow({ where: { id } });

test("a host carries a half-day to another cell: the half, the day and the desk follow", async () => {
  const space = await aSpace();
  const { id } = await aBooking({ space, ...morning });
  const cell = { resourceId: space.desks[1]?.id ?? "", day: "2026-06-17", part: "afternoon" };
  const input = moveToCellInput.parse({ bookingId: id, ...cell });
  const moved = await moveToCell(await hostOf(space), input, mondayMorning);
  expect(moved).toMatchObject({ ok: true, value: { resource: { name: "Bureau 2" } } });
  expect(await rowOf(id)).toMatchObject({
    part: "afternoon",
    startsAt: new Date("2026-06-17T11:30:00Z"),
    resourceId: space.desks[1]?.id,
  });
});

test("exact hours are taken from the form, a taken cell is refused with what is near", async () => {
  const space = await aSpace();
  const room = await aRoom(space);
  const host = await hostOf(space);
  await db.resource.updateMany({
    where: { spaceId: space.id, kind: "desk" },
    data: { modes: ["hour", "half_day", "day"] },
  });
  const { id } = await aBooking({ space, ...morning });
  await aBooking({ space, ...morning, desk: 1 });
  const hours = { day: tuesday, part: "hours", from: "14:00", until: "15:30", exact: "1" };
  const toRoom = moveToCellInput.parse({ bookingId: id, resourceId: room.id, ...hours });
  expect(await moveToCell(host, toRoom, mondayMorning)).toMatchObject({ refusal: "other_kind" });
  const toHours = { ...toRoom, resourceId: space.desks[0]?.id ?? "" };
  expect(await moveToCell(host, toHours, mondayMorning)).toMatchObject({ ok: true });
  expect(await rowOf(id)).toMatchObject({
    part: "hours",
    startsAt: new Date("2026-06-16T12:00:00Z"),
    endsAt: new Date("2026-06-16T13:30:00Z"),
  });
  const back = { bookingId: id, resourceId: space.desks[1]?.id, day: tuesday, part: "morning" };
  const toTaken = moveToCellInput.parse({ ...back, exact: "1" });
  const refused = await moveToCell(host, toTaken, mondayMorning);
  expect(refused).toMatchObject({ ok: false, refusal: "slot_taken" });
  expect(refused).toHaveProperty("data.alternatives.0");
});

test("what was carried is told with its person and day, and the form that undoes it puts it back", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const odette = await aMember();
  const { id } = await aBooking({ space, ...morning, personId: odette.personId });
  const cell = { resourceId: space.desks[1]?.id, day: "2026-06-17", part: "afternoon" };
  const there = await moveToCell(
    host,
    moveToCellInput.parse({ bookingId: id, ...cell }),
    mondayMorning,
  );
  if (!there.ok || !there.value.back) throw new Error("not to be undone");
  expect(there.value.moved).toMatchObject({ name: odette.name, day: "2026-06-17" });
  const undone = await moveToCell(host, moveToCellInput.parse(there.value.back), mondayMorning);
  expect(undone).toMatchObject({ ok: true, value: { resource: { name: "Bureau 1" } } });
  expect(await rowOf(id)).toMatchObject({
    part: "morning",
    startsAt: new Date(morning.startsAt),
    resourceId: space.desks[0]?.id,
  });
  const same = await moveToCell(host, moveToCellInput.parse(there.value.back), mondayMorning);
  expect(same).toMatchObject({ ok: true, value: { back: null } });
});

test("a stranger finds no booking to carry", async () => {
  const space = await aSpace();
  const { id } = await aBooking({ space, ...morning });
  const cell = { resourceId: space.desks[1]?.id, day: tuesday, part: "morning" };
  const input = moveToCellInput.parse({ bookingId: id, ...cell });
  await expect(moveToCell(await aMember(), input, mondayMorning)).rejects.toThrow(NotFound);
});

test("somebody on the telephone has a booth by the hour, by the wall of the space", async () => {
  const space = await aSpace();
  const booth = await aRoom(space, { kind: "booth", modes: ["hour"], capacity: 1 });
  const host = await hostOf(space);
  const cell = { slug: space.slug, resourceId: booth.id, day: tuesday, guestName: "Odette" };
  const asked = { ...cell, part: "hours", from: "09:30", until: "10:30" };
  const booked = await bookInCell(host, bookInCellInput.parse(asked), mondayMorning);
  if (!booked.ok) throw new Error(booked.refusal);
  expect(await rowOf(booked.value.id)).toMatchObject({
    ...{ part: "hours", guestName: "Odette", source: "host" },
    startsAt: new Date("2026-06-16T07:30:00Z"),
    endsAt: new Date("2026-06-16T08:30:00Z"),
  });
  const again = bookInCellInput.parse({ ...asked, guestName: "Paul", until: "10:00" });
  expect(await bookInCell(host, again, mondayMorning)).toMatchObject({
    refusal: "slot_taken",
    data: { alternatives: [{ part: "hours" }, {}, {}] },
  });
  const half = bookInCellInput.parse({ ...cell, part: "morning" });
  expect(await bookInCell(host, half, mondayMorning)).toMatchObject({
    refusal: "mode_not_offered",
  });
});

test("hours of a cell need both ends, in order; midnight is the end of the day", () => {
  const cell = { slug: "luzech", resourceId: randomUUID(), day: tuesday, guestName: "Odette" };
  const problemsOf = (typed: object) =>
    bookInCellInput
      .safeParse({ ...cell, part: "hours", ...typed })
      .error?.issues.map(({ path, message }) => [path[0], message]) ?? [];
  expect(problemsOf({})).toEqual([
    ["from", "required"],
    ["until", "required"],
  ]);
  expect(problemsOf({ from: "10:00", until: "10:00" })).toEqual([["until", "endBeforeStart"]]);
  expect(problemsOf({ from: "25:00", until: "10:00" })).toContainEqual(["from", "invalidValue"]);
  expect(problemsOf({ from: "22:00", until: "00:00" })).toEqual([]);
  expect(problemsOf({ part: "morning" })).toEqual([]);
});

test("a member and the host of another space book no cell", async () => {
  const space = await aSpace();
  const cell = { slug: space.slug, resourceId: space.desks[0]?.id, day: tuesday, guestName: "O" };
  const input = bookInCellInput.parse({ ...cell, part: "hours", from: "09:00", until: "10:00" });
  for (const actor of [await aMember(), await hostOf(await aSpace())]) {
    await expect(bookInCell(actor, input, mondayMorning)).rejects.toThrow(NotFound);
  }
});
