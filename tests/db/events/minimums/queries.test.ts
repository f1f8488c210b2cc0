import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { getPublishedEvent, readEventCalendar, readEventNews } from "@/lib/events/feeds/queries";
import { listHostEvents } from "@/lib/events/hosted/queries";
import { listInductions } from "@/lib/events/inductions/queries";
import { listAgenda, listComingEvents, listMonthEvents } from "@/lib/events/listings/queries";
import { readAgendaSearch } from "@/lib/events/listings/rules";
import { cancelBelowMinimum } from "@/lib/events/minimums/commands";
import { listBelowMinimum } from "@/lib/events/minimums/queries";
import { getEvent } from "@/lib/events/queries";
import { listOwnEvents } from "@/lib/events/registrations/queries";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";
import { aHabilitation } from "@/tests/support/habilitations";
import { register } from "@/tests/support/registering";

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
