import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import { editEvent } from "@/lib/events/editing/commands";
import { lockEvent } from "@/lib/events/locks/commands";
import { serveLine, settleLines } from "@/lib/events/offers/commands";
import { db, inTransaction } from "@/lib/infra/db";
import { aHouse, made } from "@/tests/support/event-fields";
import { aRegistration } from "@/tests/support/events";
import { mondayMorning as at } from "@/tests/support/factories";
import { plainFields } from "@/tests/support/plain-events";
import { mailsAbout, register, seats, somebody, standingOf } from "@/tests/support/registering";

const system = systemActor("test");
const hours = (count: number) => new Date(at.getTime() + count * 3_600_000);

/** As whoever edits an event does. */
function withSeats(event: { spaceId: string; id: string }, capacity: number, on = at) {
  return inTransaction(async (tx) => {
    await lockEvent(tx, event);
    const where = { spaceId_id: { spaceId: event.spaceId, id: event.id } };
    const room = await serveLine(tx, await tx.event.update({ where, data: { capacity } }), on);
    return ok(room);
  });
}

/** Two seats, taken; then two people, one and one who wait. */
async function aLine() {
  const event = await seats(2);
  await register(event, { quantity: 2 });
  const line = [];
  for (const quantity of [2, 1, 1]) line.push(await somebody(event, { quantity }));
  return { event, line };
}

const statesOf = async (line: { id: string }[]) =>
  Promise.all(line.map(async (one) => (await standingOf(one)).state));

test("more seats serve the line in its order, passing over who needs more than there are", async () => {
  const { event, line } = await aLine();
  expect(await withSeats(event, 3)).toEqual(ok({ capacity: 3, left: 0, waiting: 3 }));
  expect(await statesOf(line)).toEqual(["waiting", "offered", "waiting"]);
  expect(await withSeats(event, 6)).toEqual(ok({ capacity: 6, left: 0, waiting: 0 }));
  const offered = (await mailsAbout(event)).filter(({ kind }) => kind === "event-offered");
  expect(offered).toHaveLength(3);
});

test("an offer nobody takes lapses, is told, and goes to the next; nobody is served twice", async () => {
  const { event, line } = await aLine();
  await withSeats(event, 3);
  await settleLines(system, hours(12));
  expect(await statesOf(line)).toEqual(["waiting", "lapsed", "offered"]);
  await settleLines(system, hours(24));
  await settleLines(system, hours(24));
  expect(await statesOf(line)).toEqual(["waiting", "lapsed", "lapsed"]);
  const lapsed = (await mailsAbout(event)).filter(({ kind }) => kind === "event-offer-lapsed");
  expect(lapsed).toHaveLength(2);
  const [, second] = line;
  const row = await db.eventRegistration.findFirstOrThrow({ where: { id: second?.id ?? "" } });
  expect(row.endedAt).toEqual(hours(12));
});

test("somebody new finds what an offer left at its end, though no job ran", async () => {
  const event = await seats(1);
  const first = await somebody(event);
  const second = await somebody(event);
  await withSeats(event, 2);
  expect(await statesOf([first, second])).toEqual(["confirmed", "offered"]);
  const millisecondBefore = new Date(hours(12).getTime() - 1);
  expect(await register(event, {}, { on: millisecondBefore })).toMatchObject({ refusal: "full" });
  expect(await register(event, {}, { on: hours(12) })).toMatchObject({ ok: true });
  expect(await statesOf([second])).toEqual(["lapsed"]);
});

test("an offer ends when the event begins, and then nobody waits any more and nobody is told so", async () => {
  const { event, line } = await aLine();
  const minuteBefore = new Date(event.startsAt.getTime() - 60_000);
  await withSeats(event, 3, minuteBefore);
  const [, second] = line;
  expect((await standingOf(second ?? { id: "" })).offerUntil).toEqual(event.startsAt);
  await settleLines(system, event.startsAt);
  expect(await statesOf(line)).toEqual(["lapsed", "lapsed", "lapsed"]);
  const kinds = (await mailsAbout(event)).map(({ kind }) => kind);
  // That an offer went to the next would be untrue, and there is no line to go back to.
  expect(kinds).not.toContain("event-offer-lapsed");
  expect(kinds).toContain("event-offered");
});

test("nothing is offered of a cancelled event", async () => {
  const { event, line } = await aLine();
  const where = { spaceId_id: { spaceId: event.spaceId, id: event.id } };
  await db.event.update({ where, data: { state: "cancelled", endedAt: at } });
  await withSeats(event, 9);
  expect(await statesOf(line)).toEqual(["waiting", "waiting", "waiting"]);
});

test("nobody registers any more, and whoever waits or is offered seats has them, with nothing to answer", async () => {
  const house = await aHouse();
  const place = { kind: "space" as const };
  const { id, slug } = await made(house, { place, capacity: 3 });
  const event = { spaceId: house.space.id, id };
  await aRegistration(event, { quantity: 2 });
  const offered = await aRegistration(event, { state: "offered", offerUntil: hours(12) });
  const waiting = await aRegistration(event, { state: "waiting", quantity: 4 });
  const fields = plainFields({ place, capacity: null, needsRegistration: false });
  expect((await editEvent(house.host, { eventId: id, fields }, at)).ok).toBe(true);
  expect(await statesOf([offered, waiting])).toEqual(["confirmed", "confirmed"]);
  expect((await standingOf(offered)).offerUntil).toBeNull();
  await settleLines(system, hours(13));
  const mails = (await mailsAbout({ slug })).map(({ kind, email }) => ({ kind, email }));
  const expected = [offered, waiting].map(({ email }) => ({ kind: "event-registered", email }));
  expect(mails).toEqual(expected);
});

test("only the system settles every line", async () => {
  await expect(settleLines(anonymous, at)).rejects.toThrow(Forbidden);
});

test("more seats are offered at once to whoever waits; an offer that has ended keeps nobody from fewer", async () => {
  const house = await aHouse();
  const place = { kind: "space" as const };
  const { id } = await made(house, { place, capacity: 1 });
  const event = { spaceId: house.space.id, id };
  await aRegistration(event);
  const waiting = await aRegistration(event, { state: "waiting" });
  const edit = (capacity: number, on: Date) =>
    editEvent(house.host, { eventId: id, fields: plainFields({ place, capacity }) }, on);
  expect((await edit(2, at)).ok).toBe(true);
  const stateOf = async () =>
    (await db.eventRegistration.findFirstOrThrow({ where: { id: waiting.id } })).state;
  expect(await stateOf()).toBe("offered");
  const later = new Date(at.getTime() + 720 * 60_000);
  expect((await edit(1, later)).ok).toBe(true);
  expect(await stateOf()).toBe("lapsed");
});
