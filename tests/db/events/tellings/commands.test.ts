import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { noteChange } from "@/lib/events/changes/commands";
import type { ChangeVerb } from "@/lib/events/schema";
import { tellEventChange } from "@/lib/events/tellings/commands";
import { db, type Prisma } from "@/lib/infra/db";
import { eventPayload } from "@/lib/notifications/event-notices/schema";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aRoom, aSpace, mondayMorning as at } from "@/tests/support/factories";
import { mailsAbout } from "@/tests/support/registering";

const system = systemActor("test");
const hour = 3_600_000;
const earlier = new Date(at.getTime() - hour);

type Line = { verb?: ChangeVerb; before?: Prisma.InputJsonObject; reason?: string };
type TestEvent = Awaited<ReturnType<typeof anEvent>>;

async function changed(event: TestEvent, { verb = "edited", ...line }: Line = {}) {
  await noteChange(db, system, event, { verb, at, tells: true, ...line });
  const { id } = await db.eventChange.findFirstOrThrow({
    where: { eventId: event.id },
    orderBy: { id: "desc" },
  });
  return { spaceId: event.spaceId, changeId: id };
}

const tell = (change: { spaceId: string; changeId: string }, on = at) =>
  tellEventChange(system, change, on);
const registered = (event: TestEvent, over: Parameters<typeof aRegistration>[1] = {}) =>
  aRegistration(event, { createdAt: earlier, ...over });

test("a change is told once, to whoever is registered, waits or is offered seats, and to nobody else", async () => {
  const event = await anEvent(await aSpace({ desks: 0 }));
  const offerUntil = new Date(at.getTime() + hour);
  const [confirmed, waiting, offered] = [
    await registered(event),
    await registered(event, { state: "waiting" }),
    await registered(event, { state: "offered", offerUntil }),
  ];
  await registered(event, { state: "cancelled", endedAt: earlier });
  // Who registers after the change has read it as it is.
  await registered(event, { createdAt: offerUntil });
  const change = await changed(event, { before: { title: "Autre titre" } });
  await Promise.all([tell(change), tell(change)]);
  await tell(change, new Date(at.getTime() + hour));
  const mails = await mailsAbout(event);
  const emails = mails.map(({ email }) => email).sort();
  expect(emails).toEqual([confirmed.email, waiting.email, offered.email].sort());
  expect(new Set(mails.map(({ kind }) => kind))).toEqual(new Set(["event-changed"]));
  const line = await db.eventChange.findFirstOrThrow({ where: { id: change.changeId } });
  expect(line.toldAt).toEqual(at);
});

test("stopped in the middle, it goes on where it was and tells nobody twice", async () => {
  const event = await anEvent(await aSpace({ desks: 0 }), { capacity: 1_000 });
  const people = Array.from(
    { length: 230 },
    (_, index) => `membre-${index}-${event.slug}@exemple.test`,
  );
  await db.eventRegistration.createMany({
    data: people.map((email) => ({
      ...{ spaceId: event.spaceId, eventId: event.id, name: "Lou", email, emailKey: email },
      ...{ state: "confirmed" as const, createdAt: earlier },
    })),
  });
  const change = await changed(event, { before: { title: "Autre titre" } });
  await db.$executeRaw`
    CREATE FUNCTION stop_telling() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF (SELECT count(*) FROM notifications WHERE kind = 'event-changed') > 205 THEN RAISE EXCEPTION 'stopped'; END IF;
      RETURN NEW; END $$`;
  await db.$executeRaw`CREATE TRIGGER stops BEFORE INSERT ON notifications FOR EACH ROW EXECUTE FUNCTION stop_telling()`;
  await expect(tell(change)).rejects.toThrow();
  const half = await mailsAbout(event);
  expect([half.length >= 200, half.length < people.length]).toEqual([true, true]);
  await db.$executeRaw`DROP TRIGGER stops ON notifications`;
  await tell(change);
  const mails = await mailsAbout(event);
  expect(mails.map(({ email }) => email).sort()).toEqual(people.sort());
});

test("what changed is told with what it was: the hour, the place, the title, the price", async () => {
  const space = await aSpace({ desks: 0 });
  const room = await aRoom(space, { name: "Salle haute" });
  const prices = [{ label: "", cents: 800 }];
  const event = await anEvent(space, { prices });
  await registered(event);
  const before = {
    ...{ title: "Autre titre", placeKind: "room", resourceId: room.id },
    startsAt: "2026-06-17T12:00:00.000Z",
    endsAt: "2026-06-17T15:00:00.000Z",
    prices: [{ label: "", cents: 500 }],
  };
  await tell(await changed(event, { before }));
  const [mail] = await mailsAbout(event);
  const payload = eventPayload.parse(mail?.payload);
  expect(payload.before).toMatchObject({
    ...{ title: "Autre titre", startsAt: before.startsAt, endsAt: before.endsAt },
    place: { name: `Salle haute, ${space.name}` },
    prices: { list: [{ label: "", cents: 500 }], isFreePrice: false },
  });
  expect(payload.place.name).toBe(space.name);
  expect(payload.prices.list).toEqual(prices);
});

test("moved across the clock change, the mail says the hours of both walls", async () => {
  const event = await anEvent(await aSpace({ desks: 0 }), { sequence: 1 });
  await registered(event);
  // Three in the afternoon in winter is 14:00 UTC, in summer 13:00.
  const before = { startsAt: "2026-03-27T14:00:00.000Z", endsAt: "2026-03-27T15:00:00.000Z" };
  await tell(await changed(event, { verb: "moved", before }));
  const [mail] = await mailsAbout(event);
  expect(mail?.payload).toMatchObject({ before, sequence: 1, timeZone: "Europe/Paris" });
});

test("a cancelled event is told with its reason; opened again, that it takes place after all", async () => {
  const event = await anEvent(await aSpace({ desks: 0 }));
  const where = { spaceId_id: { spaceId: event.spaceId, id: event.id } };
  await registered(event);
  await db.event.update({ where, data: { state: "cancelled", endedAt: at } });
  const reason = "L’animatrice est souffrante";
  await tell(await changed(event, { verb: "cancelled", reason }));
  await db.event.update({ where, data: { state: "published", endedAt: null } });
  await tell(await changed(event, { verb: "reopened" }));
  const [cancelled, back] = await mailsAbout(event);
  expect(cancelled).toMatchObject({ kind: "event-cancelled", payload: { reason, isSure: true } });
  expect(back).toMatchObject({ kind: "event-changed", payload: { isBack: true } });
});

test("what the room's calendar does to an event is told from the same place", async () => {
  const event = await anEvent(await aSpace({ desks: 0 }));
  await registered(event);
  const before = {
    resourceId: null,
    startsAt: "2026-06-17T12:00:00.000Z",
    endsAt: "2026-06-17T15:00:00.000Z",
  };
  await tell(await changed(event, { verb: "moved", before }));
  const [mail] = await mailsAbout(event);
  const told = eventPayload.parse(mail?.payload).before;
  expect(told).toEqual({ startsAt: before.startsAt, endsAt: before.endsAt });
});

test("a change that was changed back before it was told is told to nobody", async () => {
  const event = await anEvent(await aSpace({ desks: 0 }), { isFreePrice: true });
  await registered(event);
  const before = {
    ...{ title: event.title, placeKind: "space", resourceId: null, isFreePrice: true, prices: [] },
    ...{ startsAt: event.startsAt.toISOString(), endsAt: event.endsAt.toISOString() },
  };
  const change = await changed(event, { before });
  await tell(change);
  expect(await mailsAbout(event)).toEqual([]);
  const line = await db.eventChange.findFirstOrThrow({ where: { id: change.changeId } });
  expect(line.toldAt).toEqual(at);
  await tell(await changed(event, { before: { ...before, isFreePrice: false } }));
  const [mail, ...others] = await mailsAbout(event);
  expect(others).toEqual([]);
  const { prices } = eventPayload.parse(mail?.payload).before ?? {};
  expect(prices).toEqual({ list: [], isFreePrice: false });
});

test("changed twice and back before it was told, it is told to nobody; changed twice, once", async () => {
  const space = await aSpace({ desks: 0 });
  const [back, twice] = [await anEvent(space), await anEvent(space)];
  for (const event of [back, twice]) await registered(event);
  const was = [
    await changed(back, { before: { title: back.title } }),
    await changed(back, { before: { title: "Entre-temps" } }),
  ];
  for (const change of [...was].reverse()) await tell(change);
  expect(await mailsAbout(back)).toEqual([]);
  expect(await db.eventChange.count({ where: { eventId: back.id, toldAt: null } })).toBe(0);
  const again = [
    await changed(twice, { before: { title: "Premier titre" } }),
    await changed(twice, { before: { title: "Entre-temps" } }),
  ];
  for (const change of again) await tell(change);
  const mails = await mailsAbout(twice);
  expect(mails).toHaveLength(1);
  expect(eventPayload.parse(mails[0]?.payload).before).toEqual({ title: "Premier titre" });
});

test("whoever registered between two changes is told that it is no more what they read", async () => {
  const event = await anEvent(await aSpace({ desks: 0 }));
  await registered(event);
  const first = { verb: "edited" as const, tells: true, before: { title: event.title } };
  await noteChange(db, system, event, { ...first, at: new Date(at.getTime() - 2) });
  const between = await registered(event, { createdAt: new Date(at.getTime() - 1) });
  await tell(await changed(event, { before: { title: "Entre-temps" } }));
  const mails = await mailsAbout(event);
  expect(mails.map(({ email }) => email)).toEqual([between.email]);
});

test("cancelled and opened again before it was told, it is told to nobody", async () => {
  const event = await anEvent(await aSpace({ desks: 0 }));
  await registered(event);
  const lines = [
    await changed(event, { verb: "cancelled" }),
    await changed(event, { verb: "reopened" }),
  ];
  for (const change of lines) await tell(change);
  expect(await mailsAbout(event)).toEqual([]);
});

test("another online address is told to whoever has seats, and to nobody who may not read it", async () => {
  const onlineUrl = "https://visio.exemple.test/neuf";
  const event = await anEvent(await aSpace({ desks: 0 }), { onlineUrl });
  const seated = await registered(event);
  await registered(event, { state: "waiting" });
  await tell(await changed(event, { before: { onlineUrl: null } }));
  const mails = await mailsAbout(event);
  expect(mails.map(({ email }) => email)).toEqual([seated.email]);
  expect(mails[0]?.payload).toMatchObject({ onlineUrl });
});

test("nothing is told of an event that is over", async () => {
  const event = await anEvent(await aSpace({ desks: 0 }));
  await registered(event);
  const change = await changed(event, { before: { title: "Autre titre" } });
  await tell(change, event.endsAt);
  expect(await mailsAbout(event)).toEqual([]);
});

test("only the system tells", async () => {
  const event = await anEvent(await aSpace({ desks: 0 }));
  await expect(tellEventChange(anonymous, await changed(event))).rejects.toThrow(Forbidden);
});
