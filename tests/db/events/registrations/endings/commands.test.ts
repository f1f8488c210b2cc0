import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import {
  cancelRegistration,
  endRegistration,
  isLive,
  reopenRegistration,
} from "@/lib/events/registrations/endings/commands";
import { holdByLink } from "@/lib/events/registrations/held/commands";
import { db, inTransaction } from "@/lib/infra/db";
import { mondayMorning as at } from "@/tests/support/factories";
import { mailsAbout, register, seats, somebody, standingOf } from "@/tests/support/registering";

const cancel = (token: string, on = at) => cancelRegistration(anonymous, { token }, on);
const reopen = (token: string, mayWait = false, on = at) =>
  reopenRegistration(anonymous, { token, mayWait }, on);

test("seats given back are offered to the next of the line in the same transaction", async () => {
  const event = await seats(2);
  const first = await somebody(event, { quantity: 2 });
  const second = await somebody(event, { quantity: 2 });
  expect(await cancel(first.token)).toEqual({ ok: true, value: null });
  expect((await standingOf(first)).state).toBe("cancelled");
  const offered = await standingOf(second);
  expect(offered.state).toBe("offered");
  expect(offered.offerUntil).toEqual(new Date(at.getTime() + 720 * 60_000));
  const kinds = (await mailsAbout(event)).map(({ kind }) => kind);
  expect(kinds).toEqual([
    "event-registered",
    "event-waiting",
    "event-registration-cancelled",
    "event-offered",
  ]);
});

test("cancelled twice is cancelled once", async () => {
  const event = await seats(2);
  const { token } = await somebody(event);
  await Promise.all([cancel(token), cancel(token), cancel(token)]);
  expect((await mailsAbout(event)).map(({ kind }) => kind)).toHaveLength(2);
});

test("once the event has begun nothing is given back", async () => {
  const event = await seats(2);
  const { token } = await somebody(event);
  expect(await cancel(token, event.startsAt)).toMatchObject({ refusal: "begun" });
  const before = new Date(event.startsAt.getTime() - 1);
  expect((await cancel(token, before)).ok).toBe(true);
});

test("what was given back is opened again while there are seats, with the people it had", async () => {
  const event = await seats(3);
  const { token, ...key } = await somebody(event, { quantity: 2 });
  await cancel(token);
  expect(await reopen(token)).toEqual({ ok: true, value: null });
  expect(await standingOf(key)).toMatchObject({ state: "confirmed", quantity: 2 });
  expect((await standingOf(key)).attendees).toHaveLength(2);
  // Open already: nothing happens.
  expect((await reopen(token)).ok).toBe(true);
  expect(await mailsAbout(event)).toHaveLength(3);
});

test("taken by others meanwhile, it is refused with what is left, or waits behind who waited", async () => {
  const event = await seats(2);
  const { token, ...key } = await somebody(event, { quantity: 2 });
  await cancel(token);
  await register(event, { quantity: 1 });
  expect(await reopen(token)).toMatchObject({ refusal: "too_many", data: { left: 1 } });
  const other = await somebody(event, { quantity: 2 });
  expect((await reopen(token, true)).ok).toBe(true);
  const rows = await db.eventRegistration.findMany({
    where: { eventId: event.id, state: "waiting" },
  });
  expect(rows.sort((a, b) => Number(a.rank - b.rank)).map(({ id }) => id)).toEqual([
    other.id,
    key.id,
  ]);
});

test("nobody comes back whom the hosts took off, nor beside another registration of theirs", async () => {
  const event = await seats(4);
  const email = "maelle@exemple.test";
  const { token } = await somebody(event, { email });
  await cancel(token);
  await somebody(event, { email });
  expect(await reopen(token)).toMatchObject({ refusal: "already_registered" });
  const removed = await somebody(event);
  await inTransaction(async (tx) => {
    const held = await holdByLink(tx, removed.token, at);
    await endRegistration(tx, anonymous, held, { reason: "En double" }, at);
    return ok(null);
  });
  expect(await reopen(removed.token)).toMatchObject({ refusal: "removed" });
});

test("nothing is opened again once registration is closed", async () => {
  const event = await seats(4, { closesAt: new Date(at.getTime() + 1) });
  const { token } = await somebody(event);
  await cancel(token);
  expect(await reopen(token, false, new Date(at.getTime() + 1))).toMatchObject({
    refusal: "closed",
  });
});

test("what waits is live, what has ended is not", async () => {
  const event = await seats(1);
  const first = await somebody(event);
  const second = await somebody(event);
  const read = (token: string) =>
    inTransaction(async (tx) => ok(isLive(await holdByLink(tx, token, at))));
  expect(await read(second.token)).toEqual(ok(true));
  await cancel(first.token);
  expect(await read(first.token)).toEqual(ok(false));
});

test("the system neither cancels nor opens again", async () => {
  const { token } = await somebody(await seats(1));
  const system = systemActor("test");
  await expect(cancelRegistration(system, { token }, at)).rejects.toThrow(Forbidden);
  const again = { token, mayWait: false };
  await expect(reopenRegistration(system, again, at)).rejects.toThrow(Forbidden);
});
