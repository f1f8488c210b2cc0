import { expect, test } from "vitest";
import { ok, type Result } from "@/lib/core/result";
import { holdEvent } from "@/lib/events/holds/commands";
import { freeRoom, moveRoom, settleRoom, takeRoom } from "@/lib/events/rooms/commands";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { aHouse, atWall, type House, made, standing } from "@/tests/support/event-fields";
import { thursday } from "@/tests/support/events";
import { mondayMorning as at } from "@/tests/support/factories";

const wanted = ({ space, room }: House, from = 840, until = 1_020) => ({
  ...{
    resourceId: room.id,
    day: thursday,
    title: "Atelier",
    people: 8,
    ...atWall(space, from, until),
  },
});

async function within<Value, Refusal extends string>(
  house: House,
  work: (
    tx: Tx,
    space: Awaited<ReturnType<typeof getSpaceBySlug>>,
  ) => Promise<Result<Value, Refusal>>,
) {
  return inTransaction(async (tx) => work(tx, await getSpaceBySlug(house.space.slug, tx)));
}

test("a room is taken once, moved where it is free, and given back", async () => {
  const house = await aHouse();
  const { host } = house;
  const take = () => within(house, (tx, space) => takeRoom(tx, host, space, wanted(house), at));
  const taken = await take();
  if (!taken.ok) throw new Error(taken.refusal);
  expect(await take()).toMatchObject({ refusal: "room_taken" });
  const id = taken.value;
  const move = () =>
    within(house, (tx, space) => moveRoom(tx, host, space, id, wanted(house, 900, 1_080), at));
  expect(await move()).toEqual(ok(id));
  const read = () => db.booking.findFirstOrThrow({ where: { id }, include: { changes: true } });
  expect(await read()).toMatchObject({ ...atWall(house.space, 900, 1_080), lapsesAt: null });
  await inTransaction(async (tx) => {
    await freeRoom(tx, host, id, { at, reason: "Reporté" });
    return ok(null);
  });
  const booking = await read();
  expect(booking).toMatchObject({ state: "cancelled", endReason: "Reporté" });
  expect(booking.changes.map(({ verb }) => verb)).toEqual(["move", "cancel"]);
});

test("an event whose room says nothing new is only called by its new title", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const settle = (title: string) =>
    inTransaction(async (tx) => {
      const { space, event } = await holdEvent(tx, house.host, "edit", id, at);
      return settleRoom(tx, house.host, space, event, { ...wanted(house), title }, at);
    });
  await settle("Un autre titre");
  const { booking } = await standing(id);
  expect(booking?.guestName).toBe("Un autre titre");
  const changes = await db.bookingChange.count({ where: { bookingId: booking?.id ?? "" } });
  expect(changes).toBe(0);
});

test("a grace that gives back what nobody came to does not give back the room of an event", async () => {
  const house = await aHouse();
  await db.space.update({ where: { id: house.space.id }, data: { noShowGraceMinutes: 15 } });
  const { id } = await made(house);
  expect((await standing(id)).booking?.lapsesAt).toBeNull();
});

test("a house that is full is said to be full, not its room to be taken", async () => {
  const house = await aHouse();
  await db.space.update({ where: { id: house.space.id }, data: { mostPeople: 8 } });
  const { id } = await made(house, { capacity: 4 });
  const settle = (people: number | null, from = 840) =>
    inTransaction(async (tx) => {
      const { space, event } = await holdEvent(tx, house.host, "edit", id, at);
      return settleRoom(tx, house.host, space, event, { ...wanted(house, from), people }, at);
    });
  const full = { refusal: "over_ceiling", data: { where: "full" } };
  expect(await settle(9)).toMatchObject(full);
  expect(await settle(9, 780)).toMatchObject(full);
  expect((await settle(8)).ok).toBe(true);
});
