import { expect, test } from "vitest";
import { readSearch, seatKindOf } from "@/lib/bookings/searches/rules";
import { day } from "@/lib/core/day";
import type { ResourceKind } from "@/lib/spaces/schema";

const today = day("2026-06-17");

test("without a wish, tomorrow, the whole day, any place", () => {
  expect(readSearch({}, today)).toEqual({
    day: "2026-06-18",
    part: "day",
    kinds: ["desk", "office"],
    kind: null,
    features: [],
    hours: null,
    people: null,
    commune: null,
    problem: null,
    typed: "",
  });
});

test("a wish is read from the address", () => {
  const search = readSearch(
    { jour: "2026-06-17", moment: "morning", type: "office", autour: "46182" },
    today,
  );
  expect(search).toMatchObject({
    day: "2026-06-17",
    part: "morning",
    kinds: ["office"],
    commune: "46182",
    problem: null,
  });
});

test.each([
  ["2026-02-30", "not_a_date"],
  ["demain", "not_a_date"],
  ["\0", "not_a_date"],
  ["9".repeat(1_000_000), "not_a_date"],
  ["2026-06-16", "past"],
])("« %.20s » is said to be %s and gives way to tomorrow", (jour, problem) => {
  expect(readSearch({ jour }, today)).toMatchObject({ day: "2026-06-18", problem });
});

test("nonsense elsewhere is as if absent", () => {
  const search = readSearch(
    {
      jour: ["2026-06-20", "x"],
      moment: "__proto__",
      type: "bateau",
      atout: "or",
      de: "9h",
      autour: "'; drop",
    },
    today,
  );
  expect(search).toMatchObject({
    day: "2026-06-20",
    part: "day",
    kind: null,
    features: [],
    hours: null,
    commune: null,
  });
});

test("hours, features and the kind of a room are read from the address", () => {
  const asked = { type: "room", atout: ["screen", "window"], de: "09:00", a: "10:30" };
  expect(readSearch(asked, today)).toMatchObject({
    kinds: ["room"],
    features: ["window", "screen"],
    hours: { startMinute: 540, endMinute: 630 },
  });
  expect(readSearch({ ...asked, a: "09:00" }, today).hours).toBeNull();
  expect(["desk", "room", null].map((kind) => seatKindOf(kind as ResourceKind | null))).toEqual([
    "desk",
    null,
    null,
  ]);
});

test.each([
  ["8", 8],
  ["99", 99],
  ["0", null],
  ["-3", null],
  ["100", null],
  ["huit", null],
])("« %s » people are read as %s", (personnes, people) => {
  expect(readSearch({ personnes }, today).people).toBe(people);
});
