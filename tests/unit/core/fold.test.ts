import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "@/lib/core/fold";

test.each([
  ["Puy-l’Évêque", "puy l eveque"],
  ["PUY L'EVEQUE", "puy l eveque"],
  ["St-Médard", "saint medard"],
  ["Saint Médard", "saint medard"],
  ["Ste Alauzie", "sainte alauzie"],
  ["Cœur de ville, 4\u202f%", "coeur de ville 4"],
  ["  Vidéo\u00adprojecteur\u200b ?", "videoprojecteur"],
  ["\u202egro\u202c.exe", "gro exe"],
  ["Straße", "strasse"],
  ["Poste", "poste"],
  ["Stage d’été", "stage d ete"],
  ["★ !", ""],
  ["", ""],
])("« %s » is searched as « %s »", (text, expected) => {
  expect(fold(text)).toBe(expected);
});

test("a text folded twice is as folded once, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});
