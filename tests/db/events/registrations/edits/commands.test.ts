import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { cancelOne, changeRegistration } from "@/lib/events/registrations/edits/commands";
import { cancelRegistration } from "@/lib/events/registrations/endings/commands";
import { mondayMorning as at } from "@/tests/support/factories";
import { mailsAbout, register, seats, somebody, standingOf } from "@/tests/support/registering";

const change = (token: string, quantity: number, names: Record<number, string> = {}, on = at) =>
  changeRegistration(anonymous, { token, quantity, names }, on);
const without = (token: string, position: number, on = at) =>
  cancelOne(anonymous, { token, position }, on);

test("fewer people: the last ones go, and their seats are offered to who waits", async () => {
  const event = await seats(4, { asksNames: true });
  const names = { 1: "Lou", 2: "Sam", 3: "Noé" };
  const { token, ...key } = await somebody(event, { quantity: 4, names });
  const next = await somebody(event, { quantity: 2, names });
  expect((await change(token, 2)).ok).toBe(true);
  expect((await standingOf(key)).attendees.map(({ name }) => name)).toEqual([
    "Bastien Cazes",
    "Lou",
  ]);
  expect((await standingOf(next)).state).toBe("offered");
});

test("one of several does not come: the others keep their place, the seat goes on", async () => {
  const event = await seats(3, { asksNames: true });
  const { token, ...key } = await somebody(event, { quantity: 3, names: { 1: "Lou", 2: "Sam" } });
  const next = await somebody(event);
  await without(token, 1);
  // Gone already: nothing happens.
  await without(token, 1);
  const { quantity, attendees } = await standingOf(key);
  expect([quantity, attendees.map(({ position }) => position)]).toEqual([2, [0, 2]]);
  expect((await standingOf(next)).state).toBe("offered");
  const mails = (await mailsAbout(event)).filter(({ kind }) => kind === "event-registered");
  expect(mails.map(({ payload }) => payload)).toMatchObject([{ quantity: 3 }, { quantity: 2 }]);
});

test("the last one who does not come ends the registration", async () => {
  const event = await seats(3);
  const { token, ...key } = await somebody(event);
  await without(token, 0);
  expect((await standingOf(key)).state).toBe("cancelled");
  expect(await without(token, 0)).toMatchObject({ refusal: "not_live" });
});

test("more people while there are seats for them; else how many there may be is told", async () => {
  const event = await seats(4);
  const { token, ...key } = await somebody(event);
  await register(event);
  expect(await change(token, 4)).toMatchObject({ refusal: "too_many", data: { left: 3 } });
  expect((await change(token, 3)).ok).toBe(true);
  expect(await standingOf(key)).toMatchObject({ quantity: 3, attendees: { length: 3 } });
});

test("newcomers are named where names are asked, and nobody brings more than the event allows", async () => {
  const event = await seats(9, { asksNames: true, mostPeople: 3 });
  const { token, ...key } = await somebody(event);
  const missing = { problems: [{ field: "name-2", problem: "required" }] };
  expect(await change(token, 2)).toMatchObject({ refusal: "incomplete", data: missing });
  const many = { problems: [{ field: "quantity", problem: "atMost", most: 3 }] };
  expect(await change(token, 4)).toMatchObject({ refusal: "incomplete", data: many });
  expect((await change(token, 2, { 0: "Alix Roux", 1: "Lou" })).ok).toBe(true);
  expect((await standingOf(key)).attendees.map(({ name }) => name)).toEqual(["Alix Roux", "Lou"]);
});

test("whoever waits keeps their turn, with fewer or with more, never with more than there are seats", async () => {
  const event = await seats(2);
  await register(event, { quantity: 2 });
  const { token, ...key } = await somebody(event, { quantity: 2 });
  expect((await change(token, 1)).ok).toBe(true);
  expect((await change(token, 2)).ok).toBe(true);
  expect(await change(token, 3)).toMatchObject({ refusal: "too_many", data: { left: 2 } });
  expect(await standingOf(key)).toMatchObject({ state: "waiting", quantity: 2 });
});

test("closed, one still comes with fewer and not with more; begun, nothing changes", async () => {
  const closesAt = new Date(at.getTime() + 1);
  const event = await seats(9, { closesAt });
  const { token } = await somebody(event, { quantity: 2 });
  expect(await change(token, 3, {}, closesAt)).toMatchObject({ refusal: "closed" });
  expect((await change(token, 1, {}, closesAt)).ok).toBe(true);
  expect(await change(token, 1, {}, event.startsAt)).toMatchObject({ refusal: "begun" });
  expect(await without(token, 0, event.startsAt)).toMatchObject({ refusal: "begun" });
});

test("what has ended is not changed", async () => {
  const { token } = await somebody(await seats(9));
  await cancelRegistration(anonymous, { token }, at);
  expect(await change(token, 1)).toMatchObject({ refusal: "not_live" });
});

test("the system changes nothing of it", async () => {
  const { token } = await somebody(await seats(9));
  const system = systemActor("test");
  const input = { token, quantity: 1, names: {} };
  await expect(changeRegistration(system, input, at)).rejects.toThrow(Forbidden);
  await expect(cancelOne(system, { token, position: 0 }, at)).rejects.toThrow(Forbidden);
});
