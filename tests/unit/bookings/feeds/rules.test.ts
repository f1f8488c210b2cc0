import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { expect, test } from "vitest";
import {
  calendarTextOf,
  type FeedRow,
  type FeedTerms,
  feedEntryOf,
} from "@/lib/bookings/feeds/rules";
import type { Feed } from "@/lib/bookings/feeds/schema";
import { day, instantAt } from "@/lib/core/day";
import { faultsOfCalendar, unfolded } from "@/tests/support/calendar-lines";

const at = new Date("2026-06-15T06:00:00Z");
const source = "https://lieux.test/agenda/secret.ics";

const aRow = (overrides: Partial<FeedRow> = {}): FeedRow => ({
  id: "01978000-0000-7000-8000-000000000001",
  startsAt: new Date("2026-06-16T06:30:00Z"),
  endsAt: new Date("2026-06-16T10:30:00Z"),
  state: "confirmed",
  lapsesAt: null,
  sequence: 0,
  createdAt: new Date("2026-06-01T08:00:00Z"),
  changedAt: null,
  endedAt: null,
  endReason: null,
  swappedAt: null,
  personName: "Maëlle Rives",
  guestName: null,
  resourceName: "Bureau 3",
  spaceName: "Faitout Luzech",
  spaceSlug: "faitout-luzech",
  street: "1 rue du Pont",
  postalCode: "46140",
  communeName: "Luzech",
  timeZone: "Europe/Paris",
  ...overrides,
});

const terms = (overrides: Partial<FeedTerms> = {}): FeedTerms => ({
  scope: "member",
  busyOnly: false,
  origin: "https://lieux.test",
  anonymousId: () => "00ff",
  ...overrides,
});

const aFeed = (rows: FeedRow[], own: Partial<FeedTerms> = {}, spaceName: string | null = null) =>
  ({
    busyOnly: own.busyOnly ?? false,
    locale: "fr",
    spaceName,
    page: "https://lieux.test/mon-espace/agenda",
    entries: rows.flatMap((row) => feedEntryOf(row, terms(own), at) ?? []),
  }) satisfies Feed;

/** The events as two readers find them, neither of which wrote them. */
function readBack(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const events = calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      wall: event.startDate.toString().slice(0, 16),
      zone: event.startDate.zone?.tzid,
      startsAt: event.startDate.toJSDate().toISOString(),
      endsAt: event.endDate.toJSDate().toISOString(),
      summary: event.summary,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue("status")),
    };
  });
  ICAL.TimezoneService.reset();
  const others = Object.values(nodeIcal.sync.parseICS(text)).flatMap((part) =>
    part?.type === "VEVENT" ? [part] : [],
  );
  return { calendar, events, others };
}

test("a booking is an event at its local hours, for three readers", () => {
  const text = calendarTextOf(aFeed([aRow()]), source, at);
  expect(faultsOfCalendar(text)).toEqual([]);
  const { events, others } = readBack(text);
  expect(events).toEqual([
    {
      uid: "01978000-0000-7000-8000-000000000001@lieux.test",
      wall: "2026-06-16T08:30",
      zone: "Europe/Paris",
      startsAt: "2026-06-16T06:30:00.000Z",
      endsAt: "2026-06-16T10:30:00.000Z",
      summary: "Bureau 3, Faitout Luzech",
      sequence: 0,
      status: "CONFIRMED",
    },
  ]);
  expect(others.map(({ start, end, uid }) => [uid, +start, +(end ?? 0)])).toEqual([
    [events[0]?.uid, Date.parse("2026-06-16T06:30:00Z"), Date.parse("2026-06-16T10:30:00Z")],
  ]);
});

test("the calendar says its name, its colour, its page, where it is read and how often", () => {
  const lines = unfolded(
    calendarTextOf(aFeed([], { scope: "space" }, "Le Pont; salle, cour"), source, at),
  );
  expect(lines).toEqual(
    expect.arrayContaining([
      String.raw`NAME:Le Pont\; salle\, cour\, réservations`,
      "COLOR:maroon",
      "URL:https://lieux.test/mon-espace/agenda",
      `SOURCE;VALUE=URI:${source}`,
      "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
      "X-PUBLISHED-TTL:PT1H",
    ]),
  );
});

// The hour skipped in spring, the one lived twice in autumn, midnight; the next six changes.
const changes = [
  "2026-10-25",
  "2027-03-28",
  "2027-10-31",
  "2028-03-26",
  "2028-10-29",
  "2029-03-25",
];
test.each(changes.map((text) => day(text)))(
  "hours around the change of %s read back as meant",
  (on) => {
    const rows = [0, 60, 90, 120, 150, 179, 180, 200, 480, 1_410].flatMap((minute, index) => {
      const startsAt = instantAt(on, minute, "Europe/Paris");
      // Half an hour later, and the same again an hour after: in autumn that hour has the same name.
      return [0, 60].map((later) => ({
        id: `${index}-${later}`,
        startsAt: new Date(startsAt.getTime() + later * 60_000),
        endsAt: new Date(startsAt.getTime() + (later + 30) * 60_000),
      }));
    });
    const near = new Date(instantAt(on, 0, "Europe/Paris").getTime() - 86_400_000);
    const entries = rows.flatMap((row) => feedEntryOf(aRow(row), terms(), near) ?? []);
    const text = calendarTextOf({ ...aFeed([]), entries }, source, near);
    expect(faultsOfCalendar(text)).toEqual([]);
    const { events, others } = readBack(text);
    const meant = rows.map(({ startsAt, endsAt }) => [
      startsAt.toISOString(),
      endsAt.toISOString(),
    ]);
    expect(events.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual(meant);
    expect(others.map(({ start, end }) => [start.toISOString(), end?.toISOString()])).toEqual(
      meant,
    );
  },
);

test("names with commas, semicolons, line ends, emoji and control characters pass unharmed", () => {
  const resourceName = `Salle « Été » ; 1,2\nétage \\ ${"👩‍👩‍👧‍👦🪵".repeat(12)} ${"é".repeat(90)}`;
  const rows = [
    aRow({ resourceName }),
    aRow({ id: "b", endReason: "Fuite\u0007 d’eau\r\nau 1er" }),
  ];
  const text = calendarTextOf(aFeed(rows), source, at);
  expect(faultsOfCalendar(text)).toEqual([]);
  const { events, others } = readBack(text);
  expect(events[0]?.summary).toBe(`${resourceName}, Faitout Luzech`);
  expect(others[0]?.summary).toBe(`${resourceName}, Faitout Luzech`);
  expect(text).toContain(String.raw`Motif : Fuite d’eau\nau 1er`);
});

test("asked for and offered are not sure yet; only what is offered keeps the time", () => {
  const rows = [aRow({ id: "a", state: "requested" }), aRow({ id: "b", state: "held" })];
  const lines = unfolded(calendarTextOf(aFeed(rows), source, at));
  expect(lines.filter((line) => /^(STATUS|TRANSP|SUMMARY)/.test(line))).toEqual([
    "SUMMARY:Demandé : Bureau 3\\, Faitout Luzech",
    "TRANSP:TRANSPARENT",
    "STATUS:TENTATIVE",
    "SUMMARY:Proposé : Bureau 3\\, Faitout Luzech",
    "TRANSP:OPAQUE",
    "STATUS:TENTATIVE",
  ]);
});

test.each(["refused", "cancelled", "no_show", "released", "lapsed"] as const)(
  "%s stays thirty days as cancelled, then is gone",
  (state) => {
    const endedAt = new Date("2026-06-10T10:00:00Z");
    const row = aRow({ state, endedAt, changedAt: endedAt, sequence: 3 });
    const after = (days: number) => new Date(endedAt.getTime() + days * 86_400_000);
    expect(feedEntryOf(row, terms(), after(30))).toMatchObject({
      status: "cancelled",
      sequence: 3,
    });
    expect(feedEntryOf(row, terms(), new Date(+after(30) + 1))).toBeNull();
  },
);

test("nobody came and no job has run: it is cancelled, with the number the writing will have", () => {
  const row = aRow({ lapsesAt: new Date("2026-06-16T07:00:00Z"), sequence: 1 });
  const entry = (when: string) => feedEntryOf(row, terms(), new Date(when));
  expect(entry("2026-06-16T06:59:00Z")).toMatchObject({ status: "confirmed", sequence: 1 });
  expect(entry("2026-06-16T07:00:00Z")).toMatchObject({
    status: "cancelled",
    sequence: 2,
    changedAt: new Date("2026-06-16T07:00:00Z"),
  });
});

test("a booking given by a swap is cancelled in the calendar of the giver, without a word of its new life", () => {
  const row = aRow({
    swappedAt: new Date("2026-06-14T09:00:00Z"),
    sequence: 2,
    endReason: "malade",
  });
  expect(feedEntryOf(row, terms(), at)).toMatchObject({
    status: "cancelled",
    sequence: 2,
    reason: null,
    url: null,
  });
});

test("the calendar of a space says first names only; without names it says none and cannot be matched", () => {
  const rows = [aRow(), aRow({ id: "b", personName: null, guestName: "Zoé" })];
  const named = calendarTextOf(aFeed(rows, { scope: "space" }, "Faitout"), source, at);
  expect(named).toContain("SUMMARY:Bureau 3\\, Maëlle\r\n");
  expect(named).toContain("SUMMARY:Bureau 3\\, Zoé\r\n");
  expect(named).not.toContain("Rives");
  const row = aRow({ endReason: "Motif privé", state: "cancelled", endedAt: at });
  const busy = { scope: "space", busyOnly: true } as const;
  const quiet = calendarTextOf(aFeed([aRow(), row], busy, "Faitout"), source, at);
  expect(quiet).toContain("SUMMARY:Bureau 3\\, occupé");
  expect(quiet).toContain("UID:00ff@lieux.test");
  expect(quiet).not.toMatch(/Maëlle|Rives|Motif|01978000|LOCATION|DESCRIPTION/);
});

test("a member's taken times say neither what nor where, and nothing of what is only asked for", () => {
  const rows = [aRow(), aRow({ id: "b", state: "requested" })];
  const text = calendarTextOf(aFeed(rows, { busyOnly: true }), source, at);
  expect(text).toContain("SUMMARY:Occupé\r\n");
  expect(text).not.toMatch(/Bureau|Luzech|rue|Demandé/);
});

test("a calendar without a booking is one all the same", () => {
  const text = calendarTextOf(aFeed([]), source, at);
  expect(faultsOfCalendar(text)).toEqual([]);
  expect(readBack(text).events).toEqual([]);
});

test("the same feed is the same text, to the byte, an hour later", () => {
  const feed = aFeed([aRow(), aRow({ id: "b", timeZone: "America/Cayenne" })]);
  const later = new Date(at.getTime() + 3_600_000);
  expect(calendarTextOf(feed, source, later)).toBe(calendarTextOf(feed, source, at));
});
