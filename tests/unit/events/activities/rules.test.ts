import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { activityEvent } from "@/lib/events/activities/rules";
import type { PublishedEvent } from "@/lib/events/feeds/schema";
import { hostileTexts } from "@/tests/support/hostile-texts";

const luzech = { insee: "46182", name: "Luzech" };
const anEvent = (overrides: Partial<PublishedEvent> = {}): PublishedEvent => ({
  ...{ id: "01978000-0000-7000-8000-000000000001", slug: "marche-public" },
  ...{
    state: "published",
    title: "Répondre",
    summary: "Un après-midi.",
    description: "On lit.\n\nOn <rit>.",
  },
  ...{ language: "fr", theme: "work", audience: "everyone", level: "any", access: [], prices: [] },
  ...{ isFreePrice: false, day: day("2026-06-23") },
  startsAt: new Date("2026-06-23T12:00:00Z"),
  endsAt: new Date("2026-06-23T15:00:00Z"),
  place: { kind: "room", roomName: "Salle Impernal", address: null, commune: luzech },
  space: {
    ...{ slug: "la-cale", name: "La Cale", timeZone: "Europe/Paris", commune: luzech },
    ...{ street: "1 rue du Pont", postalCode: "46140", latitude: 44.4, longitude: 1.2 },
  },
  ...{ needsRegistration: true, opensAt: null, closesAt: null, capacity: 12, left: 2, sequence: 0 },
  createdAt: new Date("2026-05-01T08:00:00Z"),
  publishedAt: new Date("2026-05-02T08:00:00Z"),
  changedAt: new Date("2026-05-03T08:00:00Z"),
  ...{ endedAt: null, endReason: null, endMinimum: null },
  ...overrides,
});

const origin = "https://lieux.test";

test("an event is what Mobilizon reads of one, and is joined on its page", () => {
  expect(activityEvent(anEvent(), origin)).toMatchObject({
    ...{ type: "Event", name: "Répondre", status: "CONFIRMED", timezone: "Europe/Paris" },
    id: "https://lieux.test/api/v1/events/marche-public/activity",
    attributedTo: "https://lieux.test/lieux/la-cale",
    to: ["https://www.w3.org/ns/activitystreams#Public"],
    ...{ startTime: "2026-06-23T12:00:00.000Z", endTime: "2026-06-23T15:00:00.000Z" },
    ...{ joinMode: "external", maximumAttendeeCapacity: 12, remainingAttendeeCapacity: 2 },
    externalParticipationUrl: "https://lieux.test/evenements/marche-public",
    location: {
      ...{ type: "Place", name: "La Cale, Salle Impernal", latitude: 44.4 },
      address: { streetAddress: "1 rue du Pont", postalCode: "46140", addressLocality: "Luzech" },
    },
    content: "<p>On lit.</p><p>On &lt;rit&gt;.</p>",
  });
});

test("online it has no place, elsewhere that one; cancelled it says so", () => {
  const online = { kind: "online" as const, roomName: null, address: null, commune: null };
  const there = activityEvent(anEvent({ place: online, state: "cancelled" }), origin);
  expect(there).toMatchObject({ isOnline: true, status: "CANCELLED" });
  expect(there).not.toHaveProperty("location");
  const hall = {
    ...online,
    kind: "elsewhere" as const,
    address: "Salle des fêtes",
    commune: luzech,
  };
  expect(activityEvent(anEvent({ place: hall }), origin).location).toEqual({
    ...{ type: "Place", name: "Salle des fêtes" },
    address: {
      ...{ type: "PostalAddress", streetAddress: "Salle des fêtes" },
      ...{ addressLocality: "Luzech", addressCountry: "FR" },
    },
  });
});

test("whatever is typed, its HTML is paragraphs of text", () => {
  for (const description of hostileTexts) {
    const { content } = activityEvent(anEvent({ description }), origin);
    expect(content.replaceAll(/<\/?p>/g, ""), description).not.toMatch(/[<>"]/);
  }
});
