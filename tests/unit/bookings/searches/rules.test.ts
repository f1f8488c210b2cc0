import { expect, test } from "vitest";
import { readSearch } from "@/lib/bookings/searches/rules";
import { day } from "@/lib/core/day";

const today = day("2026-06-17");

test("without a wish, tomorrow, the whole day, any place", () => {
  expect(readSearch({}, today)).toEqual({
    day: "2026-06-18",
    part: "day",
    kinds: ["desk", "office"],
    kind: null,
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
    { jour: ["2026-06-20", "x"], moment: "__proto__", type: "room", autour: "'; drop" },
    today,
  );
  expect(search).toMatchObject({ day: "2026-06-20", part: "day", kind: null, commune: null });
});
