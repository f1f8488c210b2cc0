import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { ok } from "@/lib/core/result";
import { lockEvent } from "@/lib/events/locks/commands";
import { takeOffer } from "@/lib/events/offers/answers/commands";
import { settleLines } from "@/lib/events/offers/commands";
import { recheckEvents } from "@/lib/events/rechecks/queries";
import { cancelRegistration } from "@/lib/events/registrations/endings/commands";
import { tellLeader } from "@/lib/events/tellings/notices/commands";
import { db, inTransaction } from "@/lib/infra/db";
import { eraseOwnAccount } from "@/lib/privacy/erasures/commands";
import { aMember } from "@/tests/support/actors";
import { mondayMorning as at } from "@/tests/support/factories";
import { mailsAbout, seats, somebody } from "@/tests/support/registering";

/** Of each mail about the event, in order, whether it is still told. */
async function stillTold(event: { slug: string }, on = at) {
  const mails = await mailsAbout(event);
  const answers = mails.map(async ({ kind, payload }) => {
    const told = await recheckEvents(db, { kind, payload, personId: null }, on);
    return `${kind}: ${told !== null}`;
  });
  return Promise.all(answers);
}

test("an offer is told while it stands, a turn while it waits; what is done is told in any case", async () => {
  const event = await seats(1);
  const first = await somebody(event);
  const second = await somebody(event);
  expect(await stillTold(event)).toEqual(["event-registered: true", "event-waiting: true"]);
  await cancelRegistration(anonymous, { token: first.token }, at);
  const [, , , offered] = await stillTold(event);
  expect(offered).toBe("event-offered: true");
  const end = new Date(at.getTime() + 720 * 60_000);
  expect((await stillTold(event, end))[3]).toBe("event-offered: false");
  await takeOffer(anonymous, { token: second.token }, at);
  expect(await stillTold(event)).toEqual([
    "event-registered: true",
    "event-waiting: false",
    "event-registration-cancelled: true",
    "event-offered: false",
    "event-registered: true",
  ]);
});

test("that an offer has lapsed is told while the line goes on, to whoever has not come back to it", async () => {
  const event = await seats(1);
  const first = await somebody(event);
  const second = await somebody(event);
  await cancelRegistration(anonymous, { token: first.token }, at);
  const end = new Date(at.getTime() + 720 * 60_000);
  await settleLines(systemActor("test"), end);
  const lapsed = async (on: Date) => (await stillTold(event, on)).at(-1);
  expect(await lapsed(end)).toBe("event-offer-lapsed: true");
  expect(await lapsed(event.startsAt)).toBe("event-offer-lapsed: false");
  await db.eventRegistration.updateMany({
    where: { id: second.id },
    data: { state: "waiting", endedAt: null },
  });
  expect(await lapsed(end)).toBe("event-offer-lapsed: false");
});

test("a reminder is told of an event as it was told, to whoever still comes", async () => {
  const event = await seats(1);
  const { token } = await somebody(event);
  const [mail] = await mailsAbout(event);
  const ask = (kind: string, on = at) =>
    recheckEvents(db, { kind, payload: mail?.payload, personId: null }, on);
  expect(await ask("event-reminder")).toEqual(mail?.payload);
  expect(await ask("event-reminder", event.startsAt)).toBeNull();
  const where = { spaceId_id: { spaceId: event.spaceId, id: event.id } };
  await db.event.update({ where, data: { sequence: 1 } });
  expect(await ask("event-reminder")).toBeNull();
  expect(await ask("event-changed")).toEqual(mail?.payload);
  await cancelRegistration(anonymous, { token }, at);
  expect(await ask("event-changed")).toBeNull();
});

test("nothing that still waits goes to the mailbox of a registration that was forgotten", async () => {
  const event = await seats(3);
  const member = await aMember();
  const { token } = await somebody(event, { email: member.email ?? "" });
  await cancelRegistration(anonymous, { token }, at);
  await somebody(event, { email: member.email ?? "" });
  await somebody(event);
  const told = ["event-registered", "event-registration-cancelled", "event-registered"];
  expect(await stillTold(event)).toEqual(
    [...told, "event-registered"].map((kind) => `${kind}: true`),
  );
  const queued = await mailsAbout(event);
  expect((await eraseOwnAccount(member, { mot: "EFFACER" }, at)).ok).toBe(true);
  const still = async ({ kind, payload }: { kind: string; payload: unknown }) =>
    (await recheckEvents(db, { kind, payload, personId: null }, at)) !== null;
  expect(await Promise.all(queued.map(still))).toEqual([false, false, false, true]);
  for (const kind of ["event-cancelled", "event-over"]) {
    expect(await still({ kind, payload: queued[0]?.payload }), kind).toBe(false);
    expect(await still({ kind, payload: queued[3]?.payload }), kind).toBe(true);
  }
});

test("whoever leads it is told of a change while it is to come, of its end in any case, and not once they left", async () => {
  const event = await seats(1);
  const member = await aMember();
  const { personId, email } = member;
  const leader = { id: personId, email: email ?? "", locale: "fr" };
  await inTransaction(async (tx) => {
    const held = await lockEvent(tx, event);
    for (const kind of ["event-changed", "event-cancelled"] as const) {
      await tellLeader(tx, kind, held, leader, { onceKey: kind }, at);
    }
    return ok(null);
  });
  const still = async (on = at) => {
    const mails = await mailsAbout(event);
    const told = mails.map(({ kind, payload }) =>
      recheckEvents(db, { kind, payload, personId }, on),
    );
    return (await Promise.all(told)).map((payload) => payload !== null);
  };
  expect(await still()).toEqual([true, true]);
  expect(await still(event.startsAt)).toEqual([false, true]);
  expect((await eraseOwnAccount(member, { mot: "EFFACER" }, at)).ok).toBe(true);
  expect(await still()).not.toContain(true);
});
