import ICAL from "ical.js";
import { expect, test } from "vitest";
import { renderNotification } from "@/lib/notifications/rules";

const createdAt = new Date("2026-06-15T06:00:00Z");
const date = (day: string, over: object = {}) => ({
  bookingId: `0197a5c4-0000-7000-8000-0000${day.replaceAll("-", "")}`,
  resourceName: "Bureau 1",
  spaceName: "Luzech",
  address: "1 rue du Pont, 46140 Luzech",
  startsAt: `${day}T06:30:00.000Z`,
  endsAt: `${day}T16:30:00.000Z`,
  timeZone: "Europe/Paris",
  sequence: 0,
  url: "https://cowloting.example/mon-espace/reservations/x",
  ...over,
});
const payload = {
  dates: [date("2026-06-16"), date("2026-06-23")],
  others: ["2026-06-30"],
  asks: false,
  url: "https://cowloting.example/mon-espace/series/x",
};
const kinds = ["series-confirmed", "series-changed", "series-cancelled", "absence-noted"] as const;
const render = (kind: string, over: object = {}, locale = "fr") =>
  renderNotification({ kind, locale, payload: { ...payload, ...over }, createdAt });
const read = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

function eventsOf(mail: ReturnType<typeof render>) {
  const calendar = new ICAL.Component(ICAL.parse(mail.attachments[0]?.content ?? ""));
  return calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
}

test.each(kinds)("« %s » names every date, those left aside, and has one calendar file", (kind) => {
  const mail = render(kind);
  const text = read(mail.text);
  for (const day of ["mardi 16 juin 2026", "mardi 23 juin 2026", "mardi 30 juin 2026"]) {
    expect(text).toContain(day);
  }
  expect(text).toContain("8 h 30 – 18 h 30, Bureau 1, Luzech");
  expect(mail.attachments).toHaveLength(1);
  expect(eventsOf(mail).map((event) => event.startDate.toJSDate().toISOString())).toEqual([
    "2026-06-16T06:30:00.000Z",
    "2026-06-23T06:30:00.000Z",
  ]);
});

test("what a cancellation removes is what the confirmation added", () => {
  const added = eventsOf(render("series-confirmed"));
  const dates = payload.dates.map((each) => ({ ...each, sequence: 1 }));
  for (const kind of ["series-cancelled", "absence-noted"]) {
    const removed = eventsOf(render(kind, { dates }));
    expect(removed.map(({ uid }) => uid)).toEqual(added.map(({ uid }) => uid));
    expect(removed.map(({ sequence }) => sequence)).toEqual([1, 1]);
    const statuses = removed.map(({ component }) => component.getFirstPropertyValue("status"));
    expect(statuses).toEqual(["CANCELLED", "CANCELLED"]);
  }
});

test("dates that the host has yet to agree to are asked for, without a calendar file", () => {
  const mail = render("series-confirmed", { asks: true });
  expect(mail.subject).toBe("2 dates demandées à Luzech");
  expect(mail.attachments).toEqual([]);
});

test("a year of closed dates is counted after the first twelve; none is not spoken of", () => {
  const others = Array.from(
    { length: 20 },
    (_, day) => `2026-08-${String(day + 1).padStart(2, "0")}`,
  );
  expect(read(render("series-confirmed", { others }).text)).toContain("et 8 autres");
  expect(render("series-confirmed", { others: [] }).text).not.toContain("n’ont pas pu");
});

test.each(kinds)("« %s » is written in English too, one date as one", (kind) => {
  const mail = render(kind, { dates: payload.dates.slice(0, 1) }, "en");
  expect(mail.subject).toMatch(/\b1 (date|booking)\b/);
  expect(mail.text).toContain("Tuesday 16 June 2026");
});

const missed = {
  day: "2026-06-30",
  alternatives: [
    {
      resourceName: "Bureau 2",
      spaceName: "Luzech",
      startsAt: "2026-06-30T06:30:00.000Z",
      endsAt: "2026-06-30T16:30:00.000Z",
      timeZone: "Europe/Paris",
      url: "https://cowloting.example/reserver?lieu=luzech",
    },
  ],
};
const renderReached = (over: object = {}, locale = "fr") =>
  render("series-reached", { spaceName: "Luzech", missed: [], ...over }, locale);

test("dates of a series that have opened are told, with one calendar file of those booked", () => {
  const mail = renderReached({ missed: [missed] });
  const text = read(mail.text);
  expect(mail.subject).toBe("2 dates de votre série réservées à Luzech");
  expect(text).toContain("mardi 23 juin 2026 : 8 h 30 – 18 h 30, Bureau 1, Luzech");
  expect(text).toContain("Le mardi 30 juin 2026 n’a pas pu être réservé.");
  expect(text).toContain("mardi 30 juin 2026, 8 h 30 – 18 h 30, Bureau 2, Luzech");
  expect(mail.text).toContain("https://cowloting.example/reserver?lieu=luzech");
  expect(eventsOf(mail)).toHaveLength(2);
});

test("dates only asked for, or all missed, put nothing in the calendar and call nothing booked", () => {
  const asked = renderReached({ asks: true });
  expect(asked.subject).toBe("2 dates de votre série demandées à Luzech");
  expect(read(asked.text)).toContain("Le lieu doit donner son accord.");
  const none = renderReached({ dates: [], missed: [{ ...missed, alternatives: [] }] });
  expect(none.subject).toBe("Une date de votre série à Luzech n’a pas pu être réservée");
  expect(read(none.text)).toContain("Vous pouvez choisir un autre moment");
  for (const mail of [asked, none]) expect(mail.attachments).toEqual([]);
  expect(renderReached({}, "en").subject).toBe("2 dates of your series booked at Luzech");
});
