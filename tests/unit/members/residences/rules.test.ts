import { expect, test } from "vitest";
import { residenceOf } from "@/lib/members/residences/rules";

const names = [
  ["46182", "Luzech"],
  ["46225", "Prayssac"],
  ["46231", "Puy-l’Évêque"],
  ["46296", "Saint-Vincent-Rive-d’Olt"],
  ["46331", "Saint-Matré"],
  ["46042", "Cahors"],
  ["47001", "Sainte-Colombe"],
  ["46001", "Albas"],
];
const communes = names.map(([insee = "", name = ""]) => ({ insee, name }));
const twins = [...communes, { insee: "24001", name: "Albas" }];

test.each([
  ["Luzech", "46182"],
  ["  LUZECH ", "46182"],
  ["46182", "46182"],
  ["puy l'eveque", "46231"],
  ["Puy-l’Evêque", "46231"],
  ["St Vincent Rive d'Olt", "46296"],
  ["st-vincent", "46296"],
  ["Ste Colombe", "47001"],
  ["evêque", "46231"],
  ["Caho", "46042"],
])("« %s » is found", (typed, insee) => {
  expect(residenceOf(typed, communes)).toMatchObject({ found: { insee } });
});

test("the beginning of several names is ambiguous, and says which", () => {
  const residence = residenceOf("Saint", communes);
  expect(residence).toMatchObject({ found: null, isAmbiguous: true });
  const suggested = residence.found === null ? residence.suggestions.map(({ name }) => name) : [];
  expect(suggested).toEqual(["Saint-Vincent-Rive-d’Olt", "Saint-Matré", "Sainte-Colombe"]);
});

test.each([
  ["St", ["Saint-Vincent-Rive-d’Olt", "Saint-Matré", "Sainte-Colombe"]],
  ["st ", ["Saint-Vincent-Rive-d’Olt", "Saint-Matré", "Sainte-Colombe"]],
  ["St.", ["Saint-Vincent-Rive-d’Olt", "Saint-Matré", "Sainte-Colombe"]],
])("« %s » alone is the beginning of each Saint", (typed, suggested) => {
  const residence = residenceOf(typed, communes);
  expect(residence).toMatchObject({ found: null, isAmbiguous: true });
  expect(residence.found === null && residence.suggestions.map(({ name }) => name)).toEqual(
    suggested,
  );
});

test("« Ste » alone is the one Sainte there is", () => {
  expect(residenceOf("Ste", communes)).toMatchObject({ found: { name: "Sainte-Colombe" } });
});

test("a name that only begins like another has it suggested", () => {
  expect(residenceOf("Caverzac", communes)).toMatchObject({
    found: null,
    isAmbiguous: false,
    suggestions: [{ name: "Cahors" }],
  });
});

test("two communes of one name are never chosen between, but by their code", () => {
  expect(residenceOf("Albas", twins)).toMatchObject({ found: null, isAmbiguous: true });
  expect(residenceOf("24001", twins)).toMatchObject({ found: { insee: "24001" } });
});

test("a name written wrong is not found, and the nearest is suggested", () => {
  expect(residenceOf("Prayçac", communes)).toMatchObject({
    found: null,
    isAmbiguous: false,
    suggestions: [{ name: "Prayssac" }],
  });
});

test("nothing that looks like it suggests nothing", () => {
  for (const typed of ["Xyzzy", "<script>", "%", "'"]) {
    expect(residenceOf(typed, communes)).toEqual({
      found: null,
      isAmbiguous: false,
      suggestions: [],
    });
  }
});
