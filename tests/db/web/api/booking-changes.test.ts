import { expect, test } from "vitest";
import { aMember } from "@/tests/support/actors";
import { aPlace, call, post, tokenOf } from "@/tests/support/api";
import { aRoom } from "@/tests/support/factories";

test("a move to another space or another kind is told as what it is", async () => {
  const { space, day, resourceId } = await aPlace();
  const elsewhere = await aPlace();
  const projector = await aRoom(space, { kind: "equipment", modes: ["half_day"] });
  const token = await tokenOf(await aMember());
  const made = await post(token, { resourceId, day, part: "morning" });
  const moved = (body: object) =>
    call("PATCH", `/api/v1/bookings/${made.json.id}`, { token, body });
  const there = await moved({ resourceId: elsewhere.resourceId });
  expect(there).toMatchObject({ status: 422, json: { code: "other_space" } });
  expect(there.json.detail).toMatch(/^Cette place n’est pas dans le lieu/);
  const other = await moved({ resourceId: projector.id });
  expect(other).toMatchObject({ status: 422, json: { code: "other_kind" } });
});

test("the very place one has already is taken, another one at that time is not to be had twice", async () => {
  const { space, day, resourceId } = await aPlace();
  const token = await tokenOf(await aMember());
  const wish = { resourceId, day, part: "morning" };
  const made = await post(token, wish);
  const again = await post(token, wish);
  expect(again).toMatchObject({
    status: 409,
    json: { code: "slot_taken", bookingId: made.json.id, alternatives: [{}, {}, {}] },
  });
  const other = await post(token, { ...wish, resourceId: space.desks[1]?.id });
  expect(other).toMatchObject({
    status: 409,
    json: { code: "already_booked", bookingId: made.json.id },
  });
  const stranger = await post(await tokenOf(await aMember()), wish);
  expect(stranger).toMatchObject({ status: 409, json: { code: "slot_taken" } });
  expect(stranger.json).not.toHaveProperty("bookingId");
});

test("a booking that was cancelled goes nowhere, not even where it was", async () => {
  const { day, resourceId } = await aPlace();
  const token = await tokenOf(await aMember());
  const made = await post(token, { resourceId, day, part: "morning" });
  const address = `/api/v1/bookings/${made.json.id}`;
  await call("DELETE", address, { token });
  for (const body of [{ resourceId }, { day, part: "morning" }, { note: "écran" }]) {
    const moved = await call("PATCH", address, { token, body });
    expect(moved).toMatchObject({ status: 422, json: { code: "booking_ended" } });
  }
});

test("who comes along and the note change without a move; more than the place seats do not fit", async () => {
  const { space, day } = await aPlace();
  const room = await aRoom(space, { capacity: 2, modes: ["half_day"] });
  const token = await tokenOf(await aMember());
  const made = await post(token, { resourceId: room.id, day, part: "morning" });
  const changed = (body: object) =>
    call("PATCH", `/api/v1/bookings/${made.json.id}`, { token, body });
  expect(await changed({ companions: ["Ana"], note: "écran" })).toMatchObject({
    status: 200,
    json: { companions: ["Ana"], note: "écran", resource: { id: room.id } },
  });
  expect(await changed({ companions: ["Ana", "Jo"] })).toMatchObject({
    status: 422,
    json: { code: "too_many_people" },
  });
  expect(await changed({ companions: [], day, part: "afternoon" })).toMatchObject({ status: 400 });
});
