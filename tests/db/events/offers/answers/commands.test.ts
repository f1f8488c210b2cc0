import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { takeOffer } from "@/lib/events/offers/answers/commands";
import { settleLines } from "@/lib/events/offers/commands";
import { cancelRegistration } from "@/lib/events/registrations/endings/commands";
import { db } from "@/lib/infra/db";
import { mondayMorning as at } from "@/tests/support/factories";
import { mailsAbout, seats, somebody, standingOf } from "@/tests/support/registering";

const take = (token: string, on: Date) => takeOffer(anonymous, { token }, on);
const end = new Date(at.getTime() + 720 * 60_000);
const lastMillisecond = new Date(end.getTime() - 1);

/** One seat, given back: offered to the first who waits, the second behind. */
async function offered() {
  const event = await seats(1);
  const gone = await somebody(event);
  const [first, second] = [await somebody(event), await somebody(event)];
  await cancelRegistration(anonymous, { token: gone.token }, at);
  return { event, first, second };
}

test("an offer taken is a seat, told with its calendar entry; taken again it is the same", async () => {
  const { event, first } = await offered();
  expect(await take(first.token, lastMillisecond)).toEqual({ ok: true, value: null });
  expect(await take(first.token, end)).toEqual({ ok: true, value: null });
  expect(await standingOf(first)).toMatchObject({ state: "confirmed", offerUntil: null });
  const kinds = (await mailsAbout(event)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "event-registered")).toHaveLength(2);
});

test("at its end it is over, whether or not a job ran, and the next has theirs", async () => {
  const { first, second } = await offered();
  expect(await take(first.token, end)).toMatchObject({ refusal: "offer_over" });
  await settleLines(systemActor("test"), end);
  expect((await standingOf(first)).state).toBe("lapsed");
  expect((await standingOf(second)).state).toBe("offered");
});

test("at its last second by two, in any order, one has the seat and nobody both", async () => {
  for (let turn = 0; turn < 20; turn += 1) {
    const { first, second } = await offered();
    await Promise.all([
      take(first.token, lastMillisecond),
      settleLines(systemActor("test"), end),
      take(second.token, end),
      take(first.token, lastMillisecond),
    ]);
    const states = [(await standingOf(first)).state, (await standingOf(second)).state];
    const outcomes = [
      ["confirmed", "waiting"],
      ["lapsed", "offered"],
      ["lapsed", "confirmed"],
    ];
    expect(outcomes).toContainEqual(states);
  }
});

test("whose turn has not come takes nothing, nor does anybody once it has begun or is cancelled", async () => {
  const { event, first, second } = await offered();
  expect(await take(second.token, at)).toMatchObject({ refusal: "not_live" });
  const where = { spaceId_id: { spaceId: event.spaceId, id: event.id } };
  await db.event.update({ where, data: { state: "cancelled", endedAt: at } });
  expect(await take(first.token, at)).toMatchObject({ refusal: "cancelled" });
  await db.event.update({ where, data: { state: "published", endedAt: null } });
  expect(await take(first.token, event.startsAt)).toMatchObject({ refusal: "begun" });
});

test("the system takes no seat", async () => {
  const { token } = (await offered()).first;
  await expect(takeOffer(systemActor("test"), { token }, at)).rejects.toThrow(Forbidden);
});
