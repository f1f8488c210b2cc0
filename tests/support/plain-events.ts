import { day } from "@/lib/core/day";
import type { EventFields } from "@/lib/events/editing/schema";

/** What a host writes: Thursday 18 June 2026 from fourteen to seventeen, at the space, eight seats. */
export function plainFields(own: Partial<EventFields> = {}): EventFields {
  return {
    title: "Répondre à un marché public",
    summary: "Un après-midi pour comprendre un dossier.",
    description: "On part d’une vraie consultation.",
    language: "fr",
    theme: "work",
    audience: "everyone",
    level: "any",
    bring: null,
    access: [],
    accessNote: null,
    programme: [],
    place: { kind: "space" },
    onlineUrl: null,
    day: day("2026-06-18"),
    startMinute: 840,
    endMinute: 1_020,
    capacity: 8,
    needsRegistration: true,
    opensOn: null,
    closesOn: null,
    mostPeople: 4,
    asksNames: false,
    questions: [],
    offerMinutes: 720,
    minimum: null,
    prices: [],
    isFreePrice: false,
    habilitationId: null,
    ...own,
  };
}
