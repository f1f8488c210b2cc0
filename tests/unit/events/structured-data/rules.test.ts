import { expect, test } from "vitest";
import { type DescribedEvent, structuredEvent } from "@/lib/events/structured-data/rules";
import { faultsOfStructuredEvent } from "@/tests/support/structured-data";

const luzech = { name: "Luzech" };
const aView = (overrides: Partial<DescribedEvent> = {}): DescribedEvent => ({
  ...{ slug: "marche-public", state: "published", title: "Répondre", summary: "Un après-midi." },
  ...{ description: "On lit.", language: "fr", prices: [], isFreePrice: false },
  place: { kind: "space", roomName: null, address: null, commune: luzech },
  space: {
    ...{ slug: "la-cale", name: "La Cale", commune: luzech },
    ...{ street: "1 rue du Pont", postalCode: "46140", latitude: 44.4, longitude: 1.2 },
  },
  startsAt: new Date("2026-06-23T12:00:00Z"),
  endsAt: new Date("2026-06-23T15:00:00Z"),
  ...{ capacity: 12, left: 12, opensAt: null, speakers: [], picture: null },
  ...overrides,
});

const written = (overrides: Partial<DescribedEvent> = {}) =>
  structuredEvent(aView(overrides), "https://lieux.test");
const faults = (overrides: Partial<DescribedEvent> = {}) =>
  faultsOfStructuredEvent(JSON.stringify(written(overrides)));

test("every kind of event is one for schema.org", () => {
  const online = { kind: "online" as const, roomName: null, address: null, commune: null };
  const hall = {
    ...online,
    kind: "elsewhere" as const,
    address: "Salle des fêtes",
    commune: luzech,
  };
  expect(faults()).toEqual([]);
  expect(faults({ place: online })).toEqual([]);
  expect(faults({ place: hall })).toEqual([]);
  expect(faults({ state: "cancelled" })).toEqual([]);
  expect(faults({ capacity: null, left: null })).toEqual([]);
  expect(faults({ prices: [{ label: "Première visite", cents: 850 }] })).toEqual([]);
  expect(faults({ speakers: [{ name: "Clara Vidal" }] })).toEqual([]);
  expect(faults({ picture: { version: "a1" } })).toEqual([]);
});

test("it says that it is cancelled, full, online, and what it costs", () => {
  const offline = "https://schema.org/OfflineEventAttendanceMode";
  expect(written()).toMatchObject({ eventAttendanceMode: offline, maximumAttendeeCapacity: 12 });
  expect(written({ state: "cancelled" })).toMatchObject({
    eventStatus: "https://schema.org/EventCancelled",
  });
  expect(written({ left: 0 })).toMatchObject({
    offers: [{ price: "0.00", availability: "https://schema.org/SoldOut" }],
  });
  expect(written({ prices: [{ label: "", cents: 850 }] })).toMatchObject({
    isAccessibleForFree: false,
    offers: [{ price: "8.50", priceCurrency: "EUR" }],
  });
  const place = { kind: "online" as const, roomName: null, address: null, commune: null };
  expect(written({ place })).toMatchObject({
    eventAttendanceMode: "https://schema.org/OnlineEventAttendanceMode",
    location: { "@type": "VirtualLocation", url: "https://lieux.test/evenements/marche-public" },
  });
});

test("the validator sees what is missing, of another type, unknown, or at odds", () => {
  const whole = written();
  const wrong = (changes: object) =>
    faultsOfStructuredEvent(JSON.stringify({ ...whole, ...changes }));
  expect(wrong({ name: undefined })).toEqual(["name: missing"]);
  expect(wrong({ startDate: "2026-06-23T14:00:00" })[0]).toMatch(/^startDate: an instant/);
  expect(wrong({ maximumAttendeeCapacity: "12" })[0]).toMatch(/^maximumAttendeeCapacity/);
  expect(wrong({ attendees: 3 })).toEqual(["attendees: not a property of Event"]);
  expect(wrong({ endDate: whole["startDate"] })).toEqual(["endDate: not after startDate"]);
  expect(wrong({ location: { "@type": "VirtualLocation", url: "https://a.test" } })).toHaveLength(
    1,
  );
  expect(wrong({ organizer: { "@type": "Person", name: "Sylvie" } })[0]).toMatch(/^organizer/);
  expect(wrong({ offers: [] })).toEqual(["offers: not a list"]);
});
