import { expect, test } from "vitest";
import { fr } from "@/messages/fr";

/** Every sentence with its path, « bookings.title ». */
function sentencesOf(tree: object, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    const here = path ? `${path}.${key}` : key;
    return typeof value === "string" ? [[here, value]] : sentencesOf(value, here);
  });
}

/** French puts a space before these marks and inside « »; an ordinary one would let a line begin with them. */
const breaking = /[\p{L}\d)}»’] [:;?!»](?!\p{L})|« |\d %/u;

test("no line of French can begin with a mark that belongs to the line before", () => {
  expect(sentencesOf(fr).filter(([, sentence]) => breaking.test(sentence))).toEqual([]);
});

test("a planted ordinary space is caught", () => {
  expect(["Où : ici", "Vraiment ?", "« oui", "63 %"].every((text) => breaking.test(text))).toBe(
    true,
  );
  expect(
    breaking.test("Où\u00a0: ici, « oui »".replace("« ", "«\u00a0").replace(" »", "\u00a0»")),
  ).toBe(false);
});
