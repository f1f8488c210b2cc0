import ICAL from "ical.js";
import { expect, test } from "vitest";
import {
  type EventNoticeKind,
  type EventPayload,
  eventNoticeKinds,
} from "@/lib/notifications/event-notices/schema";
import { renderNotification } from "@/lib/notifications/rules";
import { createdAt, read } from "@/tests/support/mails";

const payload: EventPayload = {
  registrationId: "0197a5c4-0000-7000-8000-000000000001",
  eventId: "0197a5c4-0000-7000-8000-0000000000e1",
  title: "Répondre à un marché public",
  spaceName: "La Boucle",
  place: { name: "Salle des Gabares, La Boucle", address: "1 rue du Pont, 46140 Luzech" },
  onlineUrl: null,
  bring: "Votre ordinateur",
  prices: { list: [{ label: "Première visite", cents: 800 }], isFreePrice: false },
  startsAt: "2026-06-18T12:00:00.000Z",
  endsAt: "2026-06-18T15:00:00.000Z",
  timeZone: "Europe/Paris",
  sequence: 3,
  quantity: 2,
  isSure: true,
  url: "https://cowloting.example/evenements/inscription/abc.def",
  eventUrl: "https://cowloting.example/evenements/marche-public",
};

const render = (kind: EventNoticeKind, over: Partial<EventPayload> = {}, locale = "fr") =>
  renderNotification({ kind, locale, payload: { ...payload, ...over }, createdAt });

function entryOf(mail: ReturnType<typeof render>) {
  const calendar = new ICAL.Component(ICAL.parse(mail.attachments[0]?.content ?? ""));
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
  return { method: calendar.getFirstPropertyValue("method"), event };
}

test("a registration is told with what one looks for on the way there, and how to change it", () => {
  const text = read(render("event-registered"));
  for (const said of [
    "2 places sont gardées pour vous : Répondre à un marché public",
    "jeudi 18 juin 2026",
    "14 h – 17 h",
    "Salle des Gabares, La Boucle",
    "1 rue du Pont, 46140 Luzech",
    "Première visite 8 €",
    "Votre ordinateur",
    "2 personnes",
    payload.url,
  ])
    expect(text).toContain(said);
});

test("the entry of the calendar is at the right hour, whatever reads it, and a cancellation takes it off", () => {
  const { method, event } = entryOf(render("event-registered"));
  expect([method, event.sequence, event.summary]).toEqual(["PUBLISH", 3, payload.title]);
  expect(event.startDate.toJSDate().toISOString()).toBe(payload.startsAt);
  expect(event.location).toContain("Salle des Gabares");
  const off = entryOf(render("event-cancelled", { sequence: 4 }));
  expect([off.method, off.event.uid, off.event.sequence]).toEqual(["CANCEL", event.uid, 4]);
});

test("whoever waits has no entry to add nor to take off", () => {
  for (const kind of eventNoticeKinds) {
    expect(render(kind, { isSure: false, offerUntil: payload.startsAt }).attachments).toEqual([]);
  }
});

test("an online event is told with its address to whoever has seats", () => {
  const online = {
    place: { name: null, address: null },
    onlineUrl: "https://visio.exemple.test/s",
  };
  expect(read(render("event-registered", online))).toContain(online.onlineUrl);
  expect(entryOf(render("event-registered", online)).event.location).toBe(online.onlineUrl);
  expect(read(render("event-waiting", { ...online, isSure: false }))).not.toContain(
    online.onlineUrl,
  );
});

test("a change says what stands now, then what stood before", () => {
  const before = {
    startsAt: "2026-03-27T13:00:00.000Z",
    endsAt: "2026-03-27T16:00:00.000Z",
    place: { name: "Salle des fêtes", address: "Duravel" },
    prices: { list: [], isFreePrice: true },
  };
  const text = read(render("event-changed", { before }));
  const [now = "", was = ""] = text.split("Auparavant, c’était :");
  expect(now).toContain("jeudi 18 juin 2026");
  // In winter time.
  for (const said of ["vendredi 27 mars 2026", "14 h – 17 h", "Salle des fêtes", "prix libre"])
    expect(was).toContain(said);
  expect(read(render("event-changed", { isBack: true }))).toContain("il aura bien lieu");
});

test("a cancellation says why, an offer says until when", () => {
  expect(read(render("event-cancelled", { reason: "Panne d’eau" }))).toContain("Panne d’eau");
  const offerUntil = "2026-06-17T16:00:00.000Z";
  expect(read(render("event-offered", { offerUntil }))).toContain("mercredi 17 juin à 18 h");
});

test("asked again with the same address, the mail says that nothing changed", () => {
  expect(read(render("event-registered", { again: true }))).toContain("rien n’a changé");
  expect(read(render("event-waiting", { again: true, isSure: false }))).toContain("déjà");
});

test("each is written in both languages, for one and for several", () => {
  for (const kind of eventNoticeKinds) {
    for (const quantity of [1, 2]) {
      for (const isSure of [true, false]) {
        const [fr, en] = ["fr", "en"].map((locale) => render(kind, { quantity, isSure }, locale));
        expect(fr?.subject).not.toBe(en?.subject);
        for (const mail of [fr, en]) expect(mail?.text).not.toMatch(/[{}]|undefined|null/);
      }
    }
  }
});

test("cancelled for want of people, the mail says how many it was to have, in its own language", () => {
  const said = (belowMinimum: number, locale: string) =>
    read(render("event-cancelled", { belowMinimum }, locale));
  expect(said(5, "fr")).toContain("Moins de 5 personnes s’étaient inscrites à la date prévue.");
  expect(said(1, "fr")).toContain("Personne ne s’était inscrit à la date prévue.");
  expect(said(5, "en")).toContain("Fewer than 5 people had registered by the date set.");
});

test("whoever leads it reads that it changed or is cancelled, and nothing of a registration", () => {
  const { registrationId: _, ...led } = payload;
  const { eventUrl: url } = payload;
  const over = { ...led, isLeading: true, quantity: 1, registrationId: undefined, url };
  for (const [kind, said] of [
    ["event-changed", "L’événement que vous animez ou avez proposé a changé."],
    ["event-cancelled", "Vous deviez l’animer ou l’aviez proposé"],
  ] as const) {
    const mail = render(kind, over);
    expect(read(mail)).toContain(said);
    expect(read(mail)).toContain(url);
    expect(read(mail)).not.toMatch(/inscri/i);
    expect(mail.attachments).toEqual([]);
  }
});
