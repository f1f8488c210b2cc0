import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "@/lib/core/day";
import {
  addressOfSearch,
  decideValidity,
  isNarrowed,
  readAdSearch,
  renewedUntil,
  searchTextOf,
  stateOfAd,
  wordsOfSearch,
} from "@/lib/members/ads/rules";
import { adInput } from "@/lib/members/ads/schema";

const today = day("2026-06-15");
const noon = new Date("2026-06-15T10:00:00Z");
const open = { validUntil: today, closedAt: null, hiddenAt: null };

test("an ad is shown on its last day and no longer the day after", () => {
  expect(stateOfAd(open, today)).toBe("open");
  expect(stateOfAd(open, addDays(today, 1))).toBe("expired");
});

test("hidden says more than closed, and closed more than out of date", () => {
  const old = { ...open, validUntil: addDays(today, -1) };
  expect(stateOfAd({ ...old, closedAt: noon }, today)).toBe("closed");
  expect(stateOfAd({ ...old, closedAt: noon, hiddenAt: noon }, today)).toBe("hidden");
});

test.each([
  [-1, "day_passed"],
  [0, null],
  [90, null],
  [91, "day_too_far"],
] as const)("a last day %i days from now: %s", (days, expected) => {
  expect(decideValidity(addDays(today, days), today)).toBe(expected);
});

test("a renewal gives thirty days from today and never takes a day away", () => {
  expect(renewedUntil(addDays(today, -5), today)).toBe("2026-07-15");
  expect(renewedUntil(addDays(today, 60), today)).toBe(addDays(today, 60));
  expect(renewedUntil(renewedUntil(today, today), today)).toBe("2026-07-15");
});

test("what is typed without accents finds what is written with them", () => {
  const text = searchTextOf({
    title: "Qui répare un vélo ?",
    text: "À l’Évêque",
    counterpart: "Œuf",
  });
  expect(wordsOfSearch("REPARE eveque oeuf").every((word) => text.includes(word))).toBe(true);
});

test("no question can ask the database for more than eight plain words", () => {
  expect(wordsOfSearch("100% _ \\ ' ; --")).toEqual(["100"]);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const words = wordsOfSearch(text);
      expect(words.length).toBeLessThanOrEqual(8);
      for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
    }),
  );
});

test("an address says what is asked for, and what makes no sense in it is left out", () => {
  const search = readAdSearch({
    q: "vélo",
    type: "lend",
    theme: "other",
    lieu: "46182",
    page: "3",
  });
  expect(search).toEqual({ text: "vélo", kind: "lend", theme: "other", place: "46182", page: 3 });
  expect(readAdSearch({ type: "sell", theme: ["x", "admin"], page: "-1", lieu: "" })).toEqual({
    text: "",
    kind: null,
    theme: null,
    place: null,
    page: 1,
  });
  for (const page of ["0", "1.5", "1e9", "NaN", ""]) expect(readAdSearch({ page }).page).toBe(1);
});

test("an address written from a search reads as that search, on its first page when it changes", () => {
  const search = readAdSearch({ q: "vélo & cie", type: "ask", page: "2" });
  const query = Object.fromEntries(
    new URL(addressOfSearch(search, { page: 2 }), "https://a.test").searchParams,
  );
  expect(readAdSearch(query)).toEqual(search);
  expect(addressOfSearch(search, { kind: null })).toBe("/annonces?q=v%C3%A9lo+%26+cie");
  expect(addressOfSearch(readAdSearch({}))).toBe("/annonces");
  expect([isNarrowed(search), isNarrowed(readAdSearch({ page: "2" }))]).toEqual([true, false]);
});

const typed = {
  kind: "ask",
  theme: "other",
  title: "Un coup de main",
  text: "Samedi.",
  validUntil: "2026-06-20",
};

test("a title of hidden marks alone is no title, and one with line breaks is one line", () => {
  expect(adInput.safeParse({ ...typed, title: "\u202e\u200b \n" }).success).toBe(false);
  expect(adInput.parse({ ...typed, title: "Un\r\ncoup\u202e de main" }).title).toBe(
    "Un coup de main",
  );
});

test.each([
  ["a kind of its own", { kind: "sell" }],
  ["a theme of its own", { theme: "__proto__" }],
  ["a day that does not exist", { validUntil: "2026-02-30" }],
  ["a title too long", { title: "x".repeat(121) }],
  ["a text too long", { text: "x".repeat(2001) }],
  ["a field nobody asked for", { personId: "x" }],
])("an ad with %s is not read", (_what, over) => {
  expect(adInput.safeParse(typed).success).toBe(true);
  expect(adInput.safeParse({ ...typed, ...over }).success).toBe(false);
});
