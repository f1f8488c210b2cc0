import { expect, test } from "vitest";
import { cellAfter, cellAt } from "@/components/ui/grid-positions";

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

test("a row without a cell to stop at is passed, the nearest takes over where none covers", () => {
  const sparse = [cell("a", 0, 1, 2), cell("b", 0, 8), cell("d", 2, 3, 2), cell("e", 2, 6)];
  const from = (name: string) =>
    sparse.find((candidate) => candidate.name === name) ?? cell("", 9, 9);
  expect(cellAfter(sparse, from("a"), "ArrowDown", false)?.name).toBe("d");
  expect(cellAfter(sparse, from("b"), "ArrowDown", false)?.name).toBe("e");
  expect(cellAfter(sparse, from("e"), "ArrowUp", false)?.name).toBe("b");
  expect(cellAfter(sparse, from("d"), "ArrowUp", false)?.name).toBe("a");
  expect(cellAfter(sparse, from("a"), "ArrowUp", false)).toBeNull();
});

test("what was there before the grid was drawn anew leads to what is there now", () => {
  expect(cellAt(cells, { row: 1, column: 1 })?.name).toBe("b12");
  expect(cellAt(cells, { row: 0, column: 9 })?.name).toBe("a3");
  expect(cellAt(cells, { row: 7, column: 1 })?.name).toBe("a2");
  expect(cellAt([], { row: 0, column: 0 })).toBeNull();
});
