import { expect, test } from "vitest";
import { isSameWord, matchOf, tellingWords } from "@/lib/bookings/co-presences/rules";

const need = (text: string, theme: string | null = null) => ({ text, theme, adId: null });
const can = (text: string | null, theme: string | null = null) => ({ text, theme });

test.each([
  ["Je cherche un comptable", "Comptabilité"],
  ["Photos de mes produits", "photographie"],
  ["Déclaration d’impôts", "déclarations"],
  ["SITE INTERNET", "site internet"],
])("« %s » is answered by « %s »", (sought, offered) => {
  expect(matchOf([need(sought)], [can(offered)])).not.toBeNull();
});

test.each([
  ["Cherche de l’aide pour un potager", "aide à la comptabilité"],
  ["Communication", "Communauté de communes"],
  ["Un cours de piano", "cours d’anglais"],
  ["Taille de la vigne", "Site internet"],
])("« %s » is not answered by « %s »", (sought, offered) => {
  expect(matchOf([need(sought)], [can(offered)])).toBeNull();
});

test("the same theme answers, but « other » is no theme", () => {
  expect(matchOf([need("Un coup de main", "digital")], [can(null, "digital")])).not.toBeNull();
  expect(matchOf([need("Un coup de main", "other")], [can(null, "other")])).toBeNull();
  expect(matchOf([need("Un coup de main")], [can(null, null)])).toBeNull();
});

test("a word in common goes before a theme, whatever the order", () => {
  const needs = [need("Un coup de main", "digital"), need("Comptable")];
  const match = matchOf(needs, [can(null, "digital"), can("Comptabilité")]);
  expect(match?.need.text).toBe("Comptable");
});

test("short words and those that only ask say nothing", () => {
  expect(tellingWords("Besoin d’aide pour le jeu de go")).toEqual([]);
  expect(isSameWord("cuir", "cuire")).toBe(false);
});

test("who looks for nothing, or offers nothing, meets nobody", () => {
  expect(matchOf([], [can("Comptabilité")])).toBeNull();
  expect(matchOf([need("Comptable")], [])).toBeNull();
});
