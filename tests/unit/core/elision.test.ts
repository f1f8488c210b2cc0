import { expect, test } from "vitest";
import { named } from "@/lib/core/elision";
import { fr } from "@/messages/fr";

test.each([
  ["Aline", "d’Aline"],
  ["Élodie Roux", "d’Élodie Roux"],
  ["E\u0301lodie", "d’E\u0301lodie"],
  ["Ysoline", "d’Ysoline"],
  ["Hugo Fabre", "d’Hugo Fabre"],
  ["Hélène", "d’Hélène"],
  ["Maëlle", "de Maëlle"],
  ["Yann", "de Yann"],
  ["Hassan", "de Hassan"],
  ["8 mains", "de 8 mains"],
  ["Ольга", "de Ольга"],
])("%s: « l’arrivée %s »", (name, ofName) => {
  expect(named(name)).toEqual({ name, ofName });
});

test("no French sentence puts « de » or « que » before a name it does not know", () => {
  const sentences = JSON.stringify(fr);
  const clumsy = /\b(?:de|que|jusque) \{name\}/g;
  expect(sentences.match(clumsy) ?? []).toEqual([]);
  expect("Message de {name}".match(clumsy)).not.toBeNull();
});
