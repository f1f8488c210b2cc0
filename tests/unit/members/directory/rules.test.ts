import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import {
  askedDay,
  markMatches,
  searchTexts,
  searchWords,
  skillPattern,
} from "@/lib/members/directory/rules";
import { unsaid } from "@/lib/members/profiles/rules";

test("what is searched and what is typed fold the same: accents, apostrophes, hyphens, case, Saint", () => {
  const content = { ...unsaid, name: "Clara", activity: "Comptable à St-Vincent-Rive-d’Olt" };
  const { membersText } = searchTexts(content, { name: "members", activity: "members" });
  for (const typed of ["COMPTABLES", "saint vincent", "d'olt", "Rive-d’Olt", "st vincent"]) {
    expect(
      searchWords(typed).every((word) => membersText.includes(word)),
      typed,
    ).toBe(true);
  }
  expect(searchWords("plombier").every((word) => membersText.includes(word))).toBe(false);
});

test("a search has six words at most, each once, without the mark of a plural", () => {
  expect(searchWords("déclarations  Déclaration, travaux bus")).toEqual([
    "declaration",
    "travau",
    "bus",
  ]);
  expect(searchWords("un deux trois quatre cinq sept huit")).toHaveLength(6);
  expect(searchWords(" %_'\\ ")).toEqual([]);
});

test("a skill is looked for from its beginning, among skills and what is taught only", () => {
  const content = { ...unsaid, name: "Clara", skills: ["Photo de portrait"], seeks: ["photo"] };
  const open = { name: "members", skills: "members", seeks: "members" } as const;
  const { membersText } = searchTexts(content, open);
  expect(membersText).toContain(skillPattern("photo"));
  expect(membersText).not.toContain(skillPattern("portrait"));
  const onlySeeks = searchTexts(content, { ...open, skills: "me" } as never).membersText;
  expect(onlySeeks).not.toContain(skillPattern("photo"));
  expect(skillPattern(" … ")).toBeNull();
});

test("one asks who is there today or later, never who was there before", () => {
  const today = day("2026-06-16");
  expect(askedDay(today, today)).toBe(today);
  expect(askedDay(day("2026-06-17"), today)).toBe("2026-06-17");
  expect(askedDay(day("2026-06-15"), today)).toBeNull();
  expect(askedDay(null, today)).toBeNull();
});

test("no text of a member can pretend to be a skill", () => {
  const content = { ...unsaid, name: "Clara", activity: "#notaire" };
  const { membersText } = searchTexts(content, { name: "members", activity: "members" });
  expect(membersText).not.toContain(skillPattern("notaire"));
});

test("the found word is marked to its end, as it was written", () => {
  expect(markMatches("déclarations, micro-entreprise", searchWords("declaration"))).toEqual([
    { text: "déclarations", isMatch: true },
    { text: ", micro-entreprise", isMatch: false },
  ]);
  expect(markMatches("Mes ŒUVRES ici", ["euvre"])).toEqual([
    { text: "Mes ", isMatch: false },
    { text: "ŒUVRES", isMatch: true },
    { text: " ici", isMatch: false },
  ]);
  expect(markMatches("rien", ["autre"])).toEqual([{ text: "rien", isMatch: false }]);
});

test("marking changes no letter of the text", () => {
  for (const text of ["<b>é</b>", "a\u0301 b", "  deux  espaces ", "👩‍🌾 ferme"]) {
    const pieces = markMatches(text, ["b", "ferme", "e"]);
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  }
});
