import { expect, test } from "vitest";
import { columnInWords, isForTheArchive, valueInWords } from "@/components/privacy/value-words";

const words = {
  locale: "fr",
  yes: "Oui",
  no: "Non",
  codes: { morning: "Matin", me: "Vous" },
} as const;
const plain = (value: Parameters<typeof valueInWords>[0]) =>
  valueInWords(value, words).replace(/[\u00a0\u202f]/g, " ");

test("a value is read as people write it: dates of the wall in France, yes and no, codes in words", () => {
  expect(plain("2026-06-16T06:30:00+00:00")).toBe("mardi 16 juin 2026, 8 h 30");
  expect(plain("2026-06-16")).toBe("mardi 16 juin 2026");
  expect(plain(true)).toBe("Oui");
  expect(plain("morning")).toBe("Matin");
  expect(plain(["violon", "chant"])).toBe("violon, chant");
  expect(plain(null)).toBe("");
});

test("what has no words stays as it is", () => {
  expect(plain("près de la fenêtre")).toBe("près de la fenêtre");
  expect(plain({ skills: "me" })).toBe("skills : Vous");
});

test("a minute of the day is an hour of the wall, a number of another kind a number", () => {
  expect(columnInWords("start_minute", 1_320, words).replace(/\s/g, " ")).toBe("22 h");
  expect(columnInWords("quantity", 2, words)).toBe("2");
});

test("a number of the machine is left to the archive, never shown for a name", () => {
  expect(isForTheArchive("conversation_id", "0198e6a0-0000-7000-8000-00000000abcd")).toBe(true);
  expect(isForTheArchive("payload", { url: "x" })).toBe(true);
  expect(isForTheArchive("title", "Relire un dossier")).toBe(false);
});
