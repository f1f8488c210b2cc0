import fc from "fast-check";
import { expect, test } from "vitest";
import { labelLines } from "@/components/reports/label-lines";

test("a label is broken between words, a word too long is cut, and three lines are the most", () => {
  expect(labelLines("La Cale", 26)).toEqual(["La Cale"]);
  expect(labelLines("Venus pour la première fois de mai à juin 2026", 20)).toEqual([
    "Venus pour la",
    "première fois de mai",
    "à juin 2026",
  ]);
  expect(labelLines("anticonstitutionnellement", 10)).toEqual([
    "anticonsti",
    "tutionnell",
    "ement",
  ]);
  expect(labelLines("un deux trois quatre cinq", 5)).toEqual(["un", "deux", "troi…"]);
});

test("no line is ever longer than the drawing has room for", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      const lines = labelLines(text, 12);
      expect(lines.length).toBeLessThanOrEqual(3);
      expect(lines.every((line) => [...line].length <= 12)).toBe(true);
    }),
  );
});
