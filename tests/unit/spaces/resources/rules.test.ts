import { expect, test } from "vitest";
import { sharingPlaces } from "@/lib/spaces/resources/rules";

const resource = (id: string, ...parts: string[]) => ({
  id,
  parts: parts.map((partId) => ({ partId })),
});

const hall = [
  resource("hall", "left", "right"),
  resource("left", "corner"),
  resource("right"),
  resource("corner"),
  resource("desk"),
];

test.each([
  ["hall", ["left", "right", "corner"]],
  ["left", ["hall", "corner"]],
  ["right", ["hall"]],
  ["corner", ["hall", "left"]],
  ["desk", []],
])("%s shares a place with %s", (id, others) => {
  expect(sharingPlaces(hall, id)).toEqual(others);
});

test("two rooms that overlap in a third exclude each other, and a loop ends", () => {
  const overlapping = [resource("a", "m"), resource("b", "m"), resource("m")];
  expect(sharingPlaces(overlapping, "a")).toEqual(["b", "m"]);
  expect(sharingPlaces([resource("x", "y"), resource("y", "x")], "x")).toEqual(["y"]);
});
