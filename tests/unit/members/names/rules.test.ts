import { expect, test } from "vitest";
import { isAName, mixesAlphabets, plainName } from "@/lib/members/names/rules";
import { personName } from "@/lib/members/profiles/schema";

test.each([
  "Maëlle Rives",
  "Jean-Noël d’Ortoli",
  "Ольга Петрова",
  "Νίκος",
  "أمينة",
  "李小龙",
  "Renée 2",
])("%s is a name, and stays as written", (name) => {
  expect(personName.parse(name)).toBe(name);
});

test.each(["M\u0430ëlle Rives", "Ma\u0451lle", "Αdmin", "Hugо Fabre"])(
  "%s mixes two alphabets in one word: it pretends to be another name",
  (name) => {
    expect(mixesAlphabets(name)).toBe(true);
    expect(personName.safeParse(name).success).toBe(false);
  },
);

test("two words of two alphabets are two words", () => {
  expect(mixesAlphabets("Olga Петрова")).toBe(false);
});

test("letters of other forms, marks nobody sees and turned text come out plain", () => {
  expect(personName.parse("\u{1d40c}aëlle \u202eseviR\u202c")).toBe("Maëlle seviR");
  expect(personName.parse("Ma\u200bë\u2060lle\u00ad")).toBe("Maëlle");
  expect(personName.parse("Maëlle\u0007\tRives\r\n")).toBe("Maëlle Rives");
  expect(plainName("e\u0301\u0301\u0301\u0301\u0301")).toBe("é\u0301\u0301");
});

test("blanks that are letters, marks and digits alone are no name", () => {
  for (const text of ["\u3164\u3164", "\u2800", "123", "…", "\u200b", "   "]) {
    expect(personName.safeParse(text).success, JSON.stringify(text)).toBe(false);
  }
  expect(isAName("1a")).toBe(true);
});

test("eighty letters are a name, one more is too many", () => {
  expect(personName.safeParse("a".repeat(80)).success).toBe(true);
  expect(personName.safeParse("a".repeat(81)).success).toBe(false);
});
