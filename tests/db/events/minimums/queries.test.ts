import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { newId } from "@/lib/core/id";
import { ok } from "@/lib/core/result";
import { getPublishedEvent, readEventCalendar, readEventNews } from "@/lib/events/feeds/queries";
import { listHostEvents } from "@/lib/events/hosted/queries";
import { listInductions } from "@/lib/events/inductions/queries";
import { listAgenda, listComingEvents, listMonthEvents } from "@/lib/events/listings/queries";
import { readAgendaSearch } from "@/lib/events/listings/rules";
import { cancelBelowMinimum } from "@/lib/events/minimums/commands";
import { decidedEvent, listBelowMinimum } from "@/lib/events/minimums/queries";
import { getEvent } from "@/lib/events/queries";
import { changeRegistration } from "@/lib/events/registrations/edits/commands";
import {
  cancelRegistration,
  reopenRegistration,
} from "@/lib/events/registrations/endings/commands";
import {
  registerSomebody,
  removeRegistration,
  resizeRegistration,
  restoreRegistration,
} from "@/lib/events/registrations/hosted/commands";
import { listOwnEvents } from "@/lib/events/registrations/queries";
import { db, inTransaction } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aSpace, mondayMorning as monday } from "@/tests/support/factories";
import { aHabilitation } from "@/tests/support/habilitations";
import { register, somebody } from "@/tests/support/registering";

const deadline = new Date("2026-06-17T10:00:00Z");
const before = new Date(deadline.getTime() - 1);

async function shortOfPeople() {
  const space = await aSpace();
  const { id: habilitationId } = await aHabilitation();
  const minimum = { minimumPeople: 4, minimumAt: deadline, habilitationId };
  const event = await anEvent(space, { title: "Trop peu", ...minimum });
  const member = await aMember();
  await aRegistration(event, { personId: member.personId, quantity: 3 });
  const enough = await anEvent(space, { title: "Assez", ...minimum });
  await aRegistration(enough, { quantity: 4 });
  return { space, event, member, habilitationId };
}
type Short = Awaited<ReturnType<typeof shortOfPeople>>;

/** What every page, list and feed says of the event that is short of people; null where it is left out. */
async function saidOf({ space, event, member, habilitationId }: Short, at: Date) {
  const search = readAgendaSearch({ lieu: space.slug }, day("2026-06-17"));
  const filter = { space: space.slug };
  const host = await hostOf(space);
  const hosted = await listHostEvents(host, space.slug, at);
  const stateIn = (events: { id: string; state: string }[]) =>
    events.find(({ id }) => id === event.id)?.state ?? null;
  const inductions = await listInductions(habilitationId, at);
  return {
    page: (await getEvent(member, event.slug, at)).state,
    agenda: stateIn((await listAgenda(search, at)).events),
    month: stateIn(await listMonthEvents({ ...search, month: day("2026-06-01") }, at)),
    calendar: stateIn((await readEventCalendar(filter, at)).events),
    news: stateIn((await readEventNews(filter, at)).events),
    api: (await getPublishedEvent(event.slug, at)).state,
    past: stateIn(hosted.past),
    coming: stateIn(hosted.coming),
    home: stateIn(await listComingEvents({ spaceId: space.id, most: 1 }, at)),
    inductions: inductions.filter(({ slug }) => slug === event.slug).length,
    own: (await listOwnEvents(member, at)).map(({ isCancelled }) => isCancelled),
  };
}

const on = "published";
const off = "cancelled";

test("pages, lists and feeds say the same of an event short of people, before any job has run and after", async () => {
  const short = await shortOfPeople();
  expect(await saidOf(short, before)).toEqual({
    ...{ page: on, agenda: on, month: on, calendar: on, news: on, api: on },
    ...{ past: null, coming: on, home: on, inductions: 1, own: [false] },
  });
  const cancelled = {
    ...{ page: off, agenda: off, month: off, calendar: off, news: off, api: off },
    ...{ past: off, coming: null, home: null, inductions: 0, own: [true] },
  };
  expect(await saidOf(short, deadline)).toEqual(cancelled);
  await cancelBelowMinimum(systemActor("tests"), deadline);
  expect(await saidOf(short, deadline)).toEqual(cancelled);
});

test("the next one that takes place is shown in its stead", async () => {
  const { space } = await shortOfPeople();
  const next = await listComingEvents({ spaceId: space.id, most: 1 }, deadline);
  expect(next.map(({ title }) => title)).toEqual(["Assez"]);
});

test("why it was cancelled is the same before the job and after", async () => {
  const { event, member } = await shortOfPeople();
  const why = async () => (await getEvent(member, event.slug, deadline)).endMinimum;
  expect(await why()).toBe(4);
  await cancelBelowMinimum(systemActor("tests"), deadline);
  expect(await why()).toBe(4);
});

test("nobody registers any more for what is said to be cancelled", async () => {
  const { event } = await shortOfPeople();
  expect(await register(event, {}, { on: deadline })).toMatchObject({ refusal: "cancelled" });
  expect(await register(event, {}, { on: before })).toMatchObject({ ok: true });
});

test("nor comes back, brings more people or is written down by a host, before any job has run", async () => {
  const { space, event } = await shortOfPeople();
  const host = await hostOf(space);
  const [left, one] = [await somebody(event, {}, monday), await somebody(event, {}, monday)];
  await cancelRegistration(anonymous, left, monday);
  const removed = await somebody(event, {}, monday);
  const where = { space: space.slug, event: event.slug };
  const remove = { ...where, registrationId: removed.id, reason: "En double" };
  await removeRegistration(host, remove, monday);
  await db.event.update({
    where: { spaceId_id: { spaceId: event.spaceId, id: event.id } },
    data: { minimumPeople: 5 },
  });
  const more = { quantity: 2, names: {} };
  const restored = { ...where, registrationId: removed.id, mayWait: false };
  const known = { name: "Une voisine", email: undefined, names: {}, answers: {}, key: newId() };
  const hosted = { ...where, ...known, quantity: 2, mayWait: false, locale: "fr" as const };
  const said = [
    () => reopenRegistration(anonymous, { ...left, mayWait: false }, deadline),
    () => changeRegistration(anonymous, { ...one, ...more }, deadline),
    () =>
      resizeRegistration(host, { ...where, registrationId: one.id, ...more, reason: "" }, deadline),
    () => restoreRegistration(host, restored, deadline),
    () => registerSomebody(host, hosted, deadline),
  ];
  for (const say of said) expect(await say()).toMatchObject({ refusal: "cancelled" });
  await cancelBelowMinimum(systemActor("tests"), deadline);
  expect((await getEvent(host, event.slug, deadline)).state).toBe("cancelled");
});

test("held, it is read as decided from its deadline on, and as it is before or with enough people", async () => {
  const { event } = await shortOfPeople();
  const held = (at: Date) => inTransaction(async (tx) => ok(await decidedEvent(tx, event, at)));
  expect(await held(deadline)).toMatchObject({ value: { state: off, endMinimum: 4 } });
  expect(await held(before)).toEqual(ok(event));
  await aRegistration(event);
  expect(await held(deadline)).toEqual(ok(event));
});

test("seats held are counted, offers that have ended are not; without a deadline nothing is read", async () => {
  const space = await aSpace();
  const event = await anEvent(space, { minimumPeople: 2, minimumAt: deadline });
  await aRegistration(event, { quantity: 1 });
  await aRegistration(event, { quantity: 1, state: "offered", offerUntil: deadline });
  await aRegistration(event, { quantity: 1, state: "waiting" });
  expect(await listBelowMinimum([event], deadline)).toEqual([event.id]);
  expect(await listBelowMinimum([event], before)).toEqual([]);
  await db.eventRegistration.updateMany({
    where: { eventId: event.id, state: "offered" },
    data: { offerUntil: event.startsAt },
  });
  expect(await listBelowMinimum([event], deadline)).toEqual([]);
});
