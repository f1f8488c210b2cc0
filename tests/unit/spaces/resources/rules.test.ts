import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import {
  changesOf,
  containsItself,
  delayOf,
  firstSetup,
  namesOf,
  partIdsOf,
  setupOf,
  sharingPlaces,
  termsKey,
  wholesOf,
} from "@/lib/spaces/resources/rules";
import { addResourcesInput } from "@/lib/spaces/resources/schema";
import { resourceKinds } from "@/lib/spaces/schema";
import { asTyped } from "@/tests/support/resource-forms";

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

const today = day("2026-06-15");
const links = [
  { wholeId: "hall", partId: "left" },
  { wholeId: "hall", partId: "right" },
  { wholeId: "left", partId: "corner" },
];

test("a part is within its whole and within what contains that", () => {
  expect(wholesOf(links, "corner")).toEqual(["left", "hall"]);
  expect(wholesOf(links, "hall")).toEqual([]);
  expect(partIdsOf(links, "hall")).toEqual(["left", "right"]);
  expect(wholesOf([...links, { wholeId: "corner", partId: "hall" }], "hall")).toEqual([
    "corner",
    "left",
  ]);
});

test("no resource is made of itself, nor of what it is a part of", () => {
  expect(containsItself(links, "corner", ["hall"])).toBe(true);
  expect(containsItself(links, "corner", ["corner"])).toBe(true);
  expect(containsItself(links, "corner", ["right", "desk"])).toBe(false);
  expect(containsItself(links, "hall", ["left", "right"])).toBe(false);
});

test("several units have a number each, one has the name alone", () => {
  expect(namesOf("Écran", 1)).toEqual(["Écran"]);
  expect(namesOf("Écran", 3)).toEqual(["Écran 1", "Écran 2", "Écran 3"]);
});

test.each([
  [0, 0, "hours"],
  [45, 45, "minutes"],
  [60, 1, "hours"],
  [90, 90, "minutes"],
  [1_440, 1, "days"],
  [1_500, 25, "hours"],
  [4_320, 3, "days"],
])("%i minutes are said as %i %s", (minutes, count, unit) => {
  expect(delayOf(minutes)).toEqual({ count, unit });
});

test.each(resourceKinds)("what a new %s is proposed with is accepted as it is", (kind) => {
  const setup = { ...firstSetup(kind, today), name: "Nouveau" };
  const sent = { slug: "lieu", kind, ...asTyped(setup) };
  expect(addResourcesInput.parse(sent)).toEqual({ slug: "lieu", kind, quantity: 1, setup });
});

test("a change keeps what it was and what it becomes, and nothing else", () => {
  const before = { ...firstSetup("room", today), name: "Salle" };
  expect(changesOf(before, { ...before })).toBeNull();
  expect(changesOf(before, { ...before, modes: ["day"], horizonDays: 90 })).toEqual({
    before: { modes: ["hour", "half_day", "day"], horizonDays: null },
    after: { modes: ["day"], horizonDays: 90 },
  });
});

test("of a resource, only what a host sets is kept, its parts in order", () => {
  const setup = { ...firstSetup("room", today), name: "Salle" };
  const room = { ...setup, id: "1", sharesWith: ["2"], partIds: ["9"] };
  expect(setupOf(room, ["b", "a"])).toEqual({ ...setup, partIds: ["a", "b"] });
});

test("resources are alike when they are booked alike, whatever they are called", () => {
  const setup = firstSetup("desk", today);
  const named = { ...setup, id: "2", name: "Poste 2", capacity: 2, features: ["screen" as const] };
  expect(termsKey(named)).toBe(termsKey(setup));
  expect(termsKey({ ...named, quotaCount: 2 })).not.toBe(termsKey(setup));
});
