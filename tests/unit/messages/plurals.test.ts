import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { en } from "@/messages/en";
import { fr } from "@/messages/fr";

const french = createTranslator({ locale: "fr", messages: fr, namespace: "spaces" });
const english = createTranslator({ locale: "en", messages: en, namespace: "spaces" });

test("one piece of equipment is said in the singular, in both languages", () => {
  const counted = (count: number) => ({ kind: "equipment", count });
  expect(french("resourceCounts", counted(1))).toBe("1 équipement");
  expect(french("resourceCounts", counted(3))).toBe("3 équipements");
  expect(english("resourceCounts", counted(1))).toBe("1 piece of equipment");
  expect(english("resourceCounts", counted(2))).toBe("2 pieces of equipment");
});

test("what goes by the hour is named for what it is", () => {
  expect(french("byHour", { what: "rooms" })).toBe("Salles et cabines, à l’heure");
  expect(french("byHour", { what: "equipment" })).toBe("Matériel, à l’heure");
});
