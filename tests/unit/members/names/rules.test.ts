import { expect, test } from "vitest";
import {
  decideName,
  isAName,
  mixesAlphabets,
  nameSkeleton,
  plainName,
} from "@/lib/members/names/rules";
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

const respected = {
  networkNames: ["Réseau des Causses (démonstration)"],
  roleHolders: [
    { personId: "sylvie", name: "Sylvie Marty" },
    { personId: "agent", name: "Agnès Pradines" },
  ],
};
const decide = (name: string, personId = "somebody") => decideName({ personId, name }, respected);

test.each([
  "Admin",
  "Admin Cowloting",
  "Équipe Cowloting",
  "support",
  "Support technique",
  "COWLOTING",
  "C0wloting",
  "Cow Loting",
  "Соwlоting",
  "Adm1n",
  "Modération",
  "Le Réseau des Causses",
])("« %s » speaks for the network: it is nobody's name", (name) => {
  expect(decide(name)).toBe("official");
});

test.each([
  "Sylvie Marty",
  "SYLVIE  MARTY",
  "Sylvie Màrty",
  "Sy1vie Marty",
  "SyIvie Marty",
  "Sylvie-Marty",
])("« %s » is read as the name of a host", (name) => {
  expect(decide(name)).toBe("taken");
});

test("other names are one's own, also near ones and those with a piece of a reserved word", () => {
  for (const name of [
    "Sylvie Martin",
    "Sylvie M. Marty",
    "Adminette Roux",
    "Équipette",
    "Jean Vidal",
  ]) {
    expect(decide(name), name).toBeNull();
  }
});

test("whoever holds a role is called as they like", () => {
  expect(decide("Agnès, équipe Cowloting", "agent")).toBeNull();
  expect(decide("Sylvie Marty", "sylvie")).toBeNull();
});

test("what the eye reads alike has one skeleton", () => {
  expect(nameSkeleton("Аlрhа")).toBe(nameSkeleton("Alpha"));
  expect(nameSkeleton("Bernard")).toBe(nameSkeleton("Bemard"));
  expect(nameSkeleton("Léa")).not.toBe(nameSkeleton("Léo"));
});
