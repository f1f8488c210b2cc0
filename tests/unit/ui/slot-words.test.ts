import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { placeWords, refusalWords } from "@/components/spaces/slot-words";
import type { SlotRefusal } from "@/lib/bookings/rules";
import { readSearch } from "@/lib/bookings/searches/rules";
import { day } from "@/lib/core/day";
import { fr } from "@/messages/fr";

const friday = day("2026-06-19");
const t = createTranslator({ locale: "fr", messages: fr, namespace: "spaces" });

function wordsOf(refusal: SlotRefusal["refusal"], data: SlotRefusal["data"] = {}): string {
  return refusalWords({ refusal, data }, friday, "fr", t).replaceAll(/\s/g, " ");
}

test("« fermé » is said of a space that is closed, and of nothing else", () => {
  expect(wordsOf("space_closed", { because: "hours" })).toBe("Fermé vendredi 19 juin");
  expect(wordsOf("space_closed", { because: "holiday" })).toBe("Fermé, jour férié");
  expect(wordsOf("space_closed", { reason: "travaux" })).toBe("Fermé : travaux");
  expect(wordsOf("slot_over")).toBe("passé");
  expect(wordsOf("beyond_horizon")).toBe("Pas encore ouvert à la réservation");
  expect(wordsOf("too_late_to_book")).toBe("Trop tard pour réserver");
  expect(wordsOf("length_refused")).toBe("Pas pour cette durée");
  expect(wordsOf("resource_closed", { reason: "panne" })).toBe("Indisponible : panne");
  expect(wordsOf("resource_closed")).toBe("Indisponible à ce moment-là");
  expect(wordsOf("not_bookable")).toBe("Indisponible à ce moment-là");
});

test("what a space has none of is said before the day, hours outside its own as such", () => {
  const closed = { refusal: "space_closed" as const, data: { because: "hours" } };
  const said = (lack: Parameters<typeof placeWords>[0]["lack"], asked = {}) =>
    placeWords({ lack, refusal: closed }, readSearch(asked, day("2026-06-18")), "fr", t);
  const hours = { de: "20:00", a: "21:00" };
  expect(said("kind", { type: "room" })).toBe("Pas de salle ici");
  expect(said("kind")).toBe("Rien à réserver ici");
  expect(said("features")).toBe("Pas avec ces atouts ici");
  expect(said("people")).toBe("Rien d’assez grand ici");
  expect(said("moment", { moment: "morning" })).toBe("Pas à la demi-journée ici");
  expect(said("moment", { moment: "day" })).toBe("Pas à la journée ici");
  expect(said("moment", hours)).toBe("Rien à l’heure ici");
  expect(said(null)).toMatch(/^Fermé/);
  expect(said(null, hours)).toBe("Fermé à ces heures");
  const open = { lack: null, refusal: null };
  expect(placeWords(open, readSearch({}, friday), "fr", t)).toBeNull();
});
