import { expect, test } from "vitest";
import { type KnownPlace, planImport } from "@/lib/spaces/place-imports/matches/rules";
import type { PlaceRead } from "@/lib/spaces/place-imports/schema";

/** A hundred metres north are so many degrees. */
const metre = 1 / 111_195;
const place = (own: Partial<PlaceRead> & { north?: number } = {}): PlaceRead => {
  const { north = 0, ...rest } = own;
  return {
    ...{ name: "Le Faitout", communeName: "Luzech", address: null },
    ...{ latitude: 44.478 + north * metre, longitude: 1.287 },
    ...rest,
  };
};
const known = (from: KnownPlace["from"], own: Parameters<typeof place>[0] = {}): KnownPlace => ({
  ...place(own),
  ...{ id: "x", from },
});
const plan = (places: PlaceRead[], there: KnownPlace[] = []) =>
  planImport(
    places.map((one, index) => ({ line: index + 2, text: "", place: one })),
    there,
  ).map((line) => (line.does === "leave" ? line.because : line.does));

test("a place nobody knows is made", () => {
  expect(plan([place()])).toEqual(["make"]);
});

test("within fifty metres it is the same place, whatever its name; further it is not", () => {
  expect(plan([place({ name: "Autre", north: 49 })], [known("network")])).toEqual(["of_network"]);
  expect(plan([place({ name: "Autre", north: 51 })], [known("network")])).toEqual(["make"]);
});

test("within five hundred metres under one name it is the same; further, or under part of a word, it is not", () => {
  const there = [known("reference")];
  expect(plan([place({ name: "LE FAITOUT – Luzech", north: 499 })], there)).toEqual(["known"]);
  expect(plan([place({ north: 501 })], there)).toEqual(["make"]);
  expect(plan([place({ name: "Le Faitoutou", north: 300 })], there)).toEqual(["make"]);
});

test("a place taken in before is changed where the file says otherwise, and left where it does not", () => {
  const there = [known("import")];
  expect(plan([place()], there)).toEqual(["same"]);
  expect(plan([place({ address: "2 rue du Barry" })], there)).toEqual(["change"]);
});

test("a place told twice is made, or changed, once", () => {
  expect(plan([place(), place({ north: 10 })])).toEqual(["make", "twice"]);
  const twice = [place({ address: "2 rue du Barry" }), place({ north: 10 })];
  expect(plan(twice, [known("import")])).toEqual(["change", "twice"]);
});

test("lines refused are no part of the plan", () => {
  expect(planImport([{ line: 2, text: "x", problem: "no_name" }], [])).toEqual([]);
});
