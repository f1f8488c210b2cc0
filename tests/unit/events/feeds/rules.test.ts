import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { eventCalendar, eventNews, type FeedTerms, feedWindow } from "@/lib/events/feeds/rules";
import type { PublishedEvent } from "@/lib/events/feeds/schema";
import { faultsOfCalendar, unfolded } from "@/tests/support/calendar-lines";
import { allHostile, hostileTexts } from "@/tests/support/hostile-texts";
import { readXml } from "@/tests/support/read-xml";

const at = new Date("2026-06-15T06:00:00Z");
const terms: FeedTerms = {
  ...{ locale: "fr", origin: "https://lieux.test", scope: { space: null, theme: null }, at },
  source: "https://lieux.test/evenements/agenda.ics?lieu=la-cale&theme=work",
};

const luzech = { insee: "46182", name: "Luzech" };
const anEvent = (overrides: Partial<PublishedEvent> = {}): PublishedEvent => ({
  ...{ id: "01978000-0000-7000-8000-000000000001", slug: "marche-public-2026-06-23" },
  ...{ state: "published", title: "Répondre à un marché public", summary: "Un après-midi." },
  ...{ description: "On part d’une vraie consultation.", language: "fr", theme: "work" },
  ...{ audience: "everyone", level: "any", access: [], prices: [], isFreePrice: false },
  day: day("2026-06-23"),
  startsAt: new Date("2026-06-23T12:00:00Z"),
  endsAt: new Date("2026-06-23T15:00:00Z"),
  place: { kind: "room", roomName: "Salle Impernal", address: null, commune: luzech },
  space: {
    ...{ slug: "la-cale", name: "La Cale", timeZone: "Europe/Paris", commune: luzech },
    ...{ street: "1 rue du Pont", postalCode: "46140", latitude: 44.4, longitude: 1.2 },
  },
  ...{ needsRegistration: true, opensAt: null, closesAt: null, capacity: 12, left: 2 },
  ...{ sequence: 0, createdAt: new Date("2026-05-01T08:00:00Z") },
  publishedAt: new Date("2026-05-02T08:00:00Z"),
  changedAt: new Date("2026-05-02T08:00:00Z"),
  ...{ endedAt: null, endReason: null, endMinimum: null },
  ...overrides,
});

/** As two readers find them, neither of which wrote them. */
function readBack(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      ...{ uid: event.uid, summary: event.summary, location: event.location },
      startsAt: event.startDate.toJSDate().toISOString(),
      endsAt: event.endDate.toJSDate().toISOString(),
      ...{ sequence: event.sequence, description: event.description },
      status: String(component.getFirstPropertyValue("status")),
    };
  });
  const others = Object.values(nodeIcal.sync.parseICS(text)).flatMap((part) =>
    part?.type === "VEVENT" ? [part] : [],
  );
  return { events, others };
}

test("an event is one entry at its instants, for three readers", () => {
  const text = eventCalendar([anEvent()], terms);
  expect(faultsOfCalendar(text)).toEqual([]);
  const { events, others } = readBack(text);
  expect(events).toEqual([
    {
      uid: "event-01978000-0000-7000-8000-000000000001@lieux.test",
      summary: "Répondre à un marché public",
      location: "Salle Impernal, La Cale, 1 rue du Pont, 46140 Luzech",
      startsAt: "2026-06-23T12:00:00.000Z",
      endsAt: "2026-06-23T15:00:00.000Z",
      sequence: 0,
      description:
        "Un après-midi.\n\nOn part d’une vraie consultation.\n\nhttps://lieux.test/evenements/marche-public-2026-06-23",
      status: "CONFIRMED",
    },
  ]);
  expect(others.map(({ uid, start, end }) => [uid, +start, +(end ?? 0)])).toEqual([
    [events[0]?.uid, Date.parse("2026-06-23T12:00:00Z"), Date.parse("2026-06-23T15:00:00Z")],
  ]);
});

test("what was cancelled keeps its identifier, says so with the reason, and a later number", () => {
  const cancelled = anEvent({ state: "cancelled", sequence: 3, endReason: "Trop peu de monde." });
  const { events } = readBack(eventCalendar([cancelled], terms));
  expect(events).toMatchObject([
    {
      uid: "event-01978000-0000-7000-8000-000000000001@lieux.test",
      summary: "Annulé\u202f: Répondre à un marché public",
      description: expect.stringContaining("Annulé. Trop peu de monde."),
      ...{ status: "CANCELLED", sequence: 3 },
    },
  ]);
});

test("short of people it says so in the language of the feed, one person told from several", () => {
  const short = (endMinimum: number) => anEvent({ state: "cancelled", endMinimum });
  const said = (count: number, locale: "fr" | "en") =>
    readBack(eventCalendar([short(count)], { ...terms, locale })).events[0]?.description;
  expect(said(5, "fr")).toContain("Annulé. Moins de 5 personnes s’étaient inscrites");
  expect(said(1, "fr")).toContain("Annulé. Personne ne s’était inscrit");
  expect(said(5, "en")).toContain("Fewer than 5 people had registered");
  expect(said(1, "en")).toContain("Nobody had registered");
});

test("the same events are the same text whenever it is written, a change another one", () => {
  const later = { ...terms, at: new Date("2026-06-16T06:00:00Z") };
  expect(eventCalendar([anEvent()], later)).toBe(eventCalendar([anEvent()], terms));
  expect(eventNews([anEvent()], later)).toBe(eventNews([anEvent()], terms));
  const moved = anEvent({ startsAt: new Date("2026-06-23T13:00:00Z"), sequence: 1 });
  expect(eventCalendar([moved], terms)).not.toBe(eventCalendar([anEvent()], terms));
});

test("a calendar says whose it is, and is one even when nothing is announced", () => {
  const scope = { space: { slug: "la-cale", name: "La Cale; quai, rive" }, theme: "work" as const };
  const text = eventCalendar([], { ...terms, scope });
  expect(faultsOfCalendar(text)).toEqual([]);
  // Neither reader knows this property, so that its escapes are left to be seen.
  expect(unfolded(text)).toContain("NAME:Agenda\\, La Cale\\; quai\\, rive\\, Travail et activité");
});

test("online it says so and not where; elsewhere it says what its address says", () => {
  const online = { kind: "online" as const, roomName: null, address: null, commune: null };
  const hall = {
    kind: "elsewhere" as const,
    roomName: null,
    address: "Salle des fêtes",
    commune: luzech,
  };
  const places = [online, hall].map(
    (place) => readBack(eventCalendar([anEvent({ place })], terms)).events[0]?.location,
  );
  expect(places).toEqual(["En ligne", "Salle des fêtes, Luzech"]);
});

test("news tell what, when and where, with a mark that does not change", () => {
  const texts = readXml(eventNews([anEvent()], { ...terms, locale: "fr" }));
  expect(Object.fromEntries(texts)).toMatchObject({
    "rss/channel/title": "Agenda, Cowloting",
    "rss/channel/item/title": "Répondre à un marché public",
    "rss/channel/item/link": "https://lieux.test/evenements/marche-public-2026-06-23",
    "rss/channel/item/guid": "event-01978000-0000-7000-8000-000000000001@lieux.test",
    "rss/channel/item/pubDate": "Sat, 02 May 2026 08:00:00 GMT",
    "rss/channel/item/category": "Travail et activité",
    "rss/channel/item/description":
      "Mardi 23 juin, 14\u00a0h\u00a0– 17\u00a0h, Salle Impernal, La Cale, 1 rue du Pont, 46140 Luzech. Un après-midi.",
  });
});

test("whatever is typed, calendar and news stay what they are, and say it whole", () => {
  for (const text of [...hostileTexts, allHostile]) {
    const event = anEvent({
      title: text.slice(0, 400),
      summary: text.slice(0, 400),
      description: text,
    });
    const calendar = eventCalendar([event], terms);
    expect(faultsOfCalendar(calendar), text).toEqual([]);
    expect(readBack(calendar).events, text).toHaveLength(1);
    const items = readXml(eventNews([event], terms)).filter(
      ([path]) => path === "rss/channel/item/title",
    );
    expect(items.length, text).toBeLessThanOrEqual(1);
  }
});

test("the little reader of XML refuses what is none", () => {
  for (const xml of ["<a>", "<a></b>", "<a>&nbsp;</a>", "<a>1 < 2</a>", "<a b=c></a>"]) {
    expect(() => readXml(xml), xml).toThrow();
  }
});

test("a calendar tells three months back and thirteen ahead, what was cancelled for thirty days", () => {
  expect(feedWindow(at)).toEqual({
    from: new Date("2026-03-17T06:00:00Z"),
    until: new Date("2027-07-20T06:00:00Z"),
    endedSince: new Date("2026-05-16T06:00:00Z"),
  });
});
