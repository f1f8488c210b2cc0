import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import {
  eventsOfPage,
  listAgenda,
  listComingEvents,
  listMonthEvents,
  listPastEvents,
} from "@/lib/events/listings/queries";
import { readAgendaSearch } from "@/lib/events/listings/rules";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aCommune, aSpace } from "@/tests/support/factories";

/** A Wednesday, the day before the events of the tests. */
const at = new Date("2026-06-17T08:00:00Z");
const cancelled = { state: "cancelled" as const, endedAt: at };

async function searchIn(space: { slug: string }, query: Record<string, string> = {}) {
  const search = readAgendaSearch({ lieu: space.slug, ...query }, day("2026-06-17"));
  const { events } = await listAgenda(search, at);
  return events.map(({ title }) => title);
}

test("the agenda tells what is on or to come, soonest first, what was cancelled too", async () => {
  const space = await aSpace();
  await anEvent(space, { title: "Hier", on: day("2026-06-16") });
  await anEvent(space, { title: "Demain" });
  await anEvent(space, { title: "En cours", on: day("2026-06-17"), from: 540, until: 720 });
  await anEvent(space, { title: "Annulé", on: day("2026-06-19"), ...cancelled });
  expect(await searchIn(space)).toEqual(["En cours", "Demain", "Annulé"]);
});

test("what is only proposed, a draft or refused is told to nobody", async () => {
  const space = await aSpace();
  const hidden = { publishedAt: null };
  await anEvent(space, { ...hidden, state: "proposed" });
  await anEvent(space, { ...hidden, state: "draft" });
  await anEvent(space, { ...hidden, state: "refused", endedAt: at });
  await anEvent(space, { ...hidden, ...cancelled });
  expect(await searchIn(space)).toEqual([]);
  expect(await listComingEvents({ spaceId: space.id, most: 9 }, at)).toEqual([]);
  const june = {
    ...readAgendaSearch({ lieu: space.slug }, day("2026-06-17")),
    month: day("2026-06-01"),
  };
  expect(await listMonthEvents(june, at)).toEqual([]);
});

test("it is narrowed by words, theme, week-end, commune and without registering", async () => {
  const { insee: own } = await aCommune({ insee: "46901" });
  const { insee } = await aCommune({ insee: "46902" });
  const space = await aSpace({ communeId: own });
  const free = { needsRegistration: false, capacity: null };
  await anEvent(space, { title: "Écriture", theme: "culture" });
  await anEvent(space, { title: "Réparer", theme: "making", on: day("2026-06-20"), ...free });
  await anEvent(space, { title: "En visio", placeKind: "online" });
  await anEvent(space, {
    ...{ title: "Ailleurs", placeKind: "elsewhere", address: "Salle des fêtes" },
    communeId: insee,
  });
  expect(await searchIn(space, { q: "ecriture" })).toEqual(["Écriture"]);
  expect(await searchIn(space, { theme: "making" })).toEqual(["Réparer"]);
  expect(await searchIn(space, { quand: "week-end" })).toEqual(["Réparer"]);
  expect(await searchIn(space, { inscription: "sans" })).toEqual(["Réparer"]);
  expect(await searchIn(space, { commune: own })).toEqual(["Écriture", "Réparer"]);
  expect(await searchIn(space, { commune: insee })).toEqual(["Ailleurs"]);
  expect(await searchIn(space, { q: "salle des fetes" })).toEqual(["Ailleurs"]);
});

test("it says how many seats somebody may still take, and nobody's name", async () => {
  const space = await aSpace();
  const event = await anEvent(space, { capacity: 5 });
  await aRegistration(event, { quantity: 2, name: "Bastien Cazes" });
  await aRegistration(event, { state: "waiting", quantity: 1 });
  const events = await listComingEvents({ spaceId: space.id, most: 3 }, at);
  expect(events).toMatchObject([{ capacity: 5, left: 2 }]);
  expect(JSON.stringify(events)).not.toContain("Bastien");
});

test("a long agenda comes in pages; a page after the last is the last", async () => {
  const space = await aSpace();
  for (let index = 0; index < eventsOfPage + 2; index += 1) {
    await anEvent(space, { title: `Numéro ${index}`, from: 600 + index, until: 700 + index });
  }
  const search = readAgendaSearch({ lieu: space.slug, page: "9" }, day("2026-06-17"));
  const found = await listAgenda(search, at);
  expect(found).toMatchObject({ count: eventsOfPage + 2, page: 2, pages: 2 });
  expect(found.events.map(({ title }) => title)).toEqual(["Numéro 20", "Numéro 21"]);
});

test("a month is told whole, past and to come; the past alone the latest first, without what was cancelled", async () => {
  const space = await aSpace();
  await anEvent(space, { title: "Mai", on: day("2026-05-31") });
  await anEvent(space, { title: "Début", on: day("2026-06-01") });
  await anEvent(space, { title: "Annulé", on: day("2026-06-02"), ...cancelled });
  await anEvent(space, { title: "Fin", on: day("2026-06-30"), from: 1_380, until: 1_439 });
  await anEvent(space, { title: "Juillet", on: day("2026-07-01"), from: 0, until: 60 });
  const search = readAgendaSearch({ lieu: space.slug }, day("2026-06-17"));
  const month = await listMonthEvents({ ...search, month: day("2026-06-01") }, at);
  expect(month.map(({ title }) => title)).toEqual(["Début", "Annulé", "Fin"]);
  const past = await listPastEvents(search, at);
  expect(past.events.map(({ title }) => title)).toEqual(["Début", "Mai"]);
});

test("the home page has the next few that will be held, anywhere, soonest first: none past, cancelled or unseen", async () => {
  // Long before any other event of these tests, which are of all spaces.
  const before = new Date("2019-03-12T08:00:00Z");
  const on = (date: number) => day(`2019-03-${date}`);
  const [space, other] = [await aSpace(), await aSpace()];
  await anEvent(space, { title: "Passé", on: on(11) });
  await anEvent(space, { title: "Annulé", on: on(13), state: "cancelled", endedAt: before });
  await anEvent(space, { title: "Brouillon", on: on(13), state: "draft", publishedAt: null });
  await anEvent(space, { title: "Troisième", on: on(15) });
  await anEvent(other, { title: "Deuxième", on: on(14) });
  await anEvent(space, { title: "En cours", on: on(12), from: 480, until: 720 });
  await anEvent(other, { title: "Quatrième", on: on(16) });
  const events = await listComingEvents({ most: 3 }, before);
  expect(events.map(({ title }) => title)).toEqual(["En cours", "Deuxième", "Troisième"]);
});
