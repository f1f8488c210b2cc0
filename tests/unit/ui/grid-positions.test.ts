import { expect, test } from "vitest";
import { cellAfter } from "@/components/ui/grid-positions";

const cell = (name: string, row: number, column: number, span = 1) => ({ name, row, column, span });
/** Two rows of three columns; the first of the second row fills two. */
const cells = [
  cell("a1", 0, 0),
  cell("a2", 0, 1),
  cell("a3", 0, 2),
  cell("b12", 1, 0, 2),
  cell("b3", 1, 2),
];
const after = (name: string, key: string, isWholeGrid = false) => {
  const from = cells.find((candidate) => candidate.name === name);
  return from ? (cellAfter(cells, from, key, isWholeGrid)?.name ?? null) : "unknown";
};

test.each([
  ["a1", "ArrowRight", "a2"],
  ["a1", "ArrowLeft", null],
  ["a2", "ArrowDown", "b12"],
  ["b12", "ArrowUp", "a1"],
  ["b12", "ArrowRight", "b3"],
  ["a3", "ArrowDown", "b3"],
  ["b3", "ArrowDown", null],
  ["b3", "Home", "b12"],
  ["a1", "End", "a3"],
  ["a1", "x", null],
])("from %s, %s leads to %s", (from, key, to) => {
  expect(after(from, key)).toBe(to);
});

test("with Control, Home and End go to the corners", () => {
  expect(after("b3", "Home", true)).toBe("a1");
  expect(after("a1", "End", true)).toBe("b3");
});
