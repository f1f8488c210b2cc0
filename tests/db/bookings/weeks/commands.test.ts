import { expect, test } from "vitest";
import { moveToCell } from "@/lib/bookings/weeks/commands";
import { moveToCellInput } from "@/lib/bookings/weeks/schema";
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
  const { id } = await aBooking({ space, ...morning });
  await aBooking({ space, ...morning, desk: 1 });
  const hours = { day: tuesday, part: "hours", from: "14:00", until: "15:30", exact: "1" };
  const toRoom = moveToCellInput.parse({ bookingId: id, resourceId: room.id, ...hours });
  expect(await moveToCell(host, toRoom, mondayMorning)).toMatchObject({ ok: true });
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

test("a stranger finds no booking to carry", async () => {
  const space = await aSpace();
  const { id } = await aBooking({ space, ...morning });
  const cell = { resourceId: space.desks[1]?.id, day: tuesday, part: "morning" };
  const input = moveToCellInput.parse({ bookingId: id, ...cell });
  await expect(moveToCell(await aMember(), input, mondayMorning)).rejects.toThrow(NotFound);
});
