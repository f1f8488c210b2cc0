import { expect, test } from "vitest";
import { carriedFrom, keptOf } from "@/lib/surveys/carried/rules";
import { surveyOfTheValley } from "@/tests/support/questionnaires";

const valley = surveyOfTheValley();
const known = {
  communes: new Set(["46182", "46225"]),
  spaces: [
    { id: "prayssac", communeId: "46225" },
    { id: "luzech", communeId: "46182" },
  ],
};
const answers = {
  commune_residence: "46182",
  communes_souhaitees: ["46231", "46225", "46182"],
  frequence: "1_2_sem",
  creneaux: ["mar:matin", "mar:soir", "jeu:matin"],
  savoir_faire: "comptabilité,  site web ; taille de la vigne",
  commentaire: "à moi seul",
};

test("a profile may have the commune, the first place wished, the rhythm and the skills, nothing else", () => {
  expect(carriedFrom(valley, answers, known, "fr")).toEqual({
    commune: "46182",
    space: "prayssac",
    rhythm: "1 ou 2 jours par semaine (mardi, jeudi)",
    skills: ["comptabilité", "site web", "taille de la vigne"],
  });
});

test("the rhythm is in the language of the answers, without its days when they are many", () => {
  expect(carriedFrom(valley, answers, known, "en").rhythm).toBe(
    "1 or 2 days a week (Tuesday, Thursday)",
  );
  const creneaux = ["lun", "mar", "mer", "jeu"].map((day) => `${day}:matin`);
  expect(carriedFrom(valley, { ...answers, creneaux }, known, "fr").rhythm).toBe(
    "1 ou 2 jours par semaine",
  );
});

test("what has no field, or was not answered, is not offered", () => {
  const elsewhere = { commune_residence: "ailleurs_46", communes_souhaitees: ["46231"] };
  expect(carriedFrom(valley, elsewhere, known, "fr")).toEqual({});
  expect(carriedFrom(valley, {}, known, "fr")).toEqual({});
});

test("a skill too long for a profile is left out, the others are kept", () => {
  const savoir_faire = `${"x".repeat(61)}, jardin`;
  expect(carriedFrom(valley, { savoir_faire }, known, "fr")).toEqual({ skills: ["jardin"] });
});

test("only what is ticked goes along", () => {
  const all = carriedFrom(valley, answers, known, "fr");
  expect(keptOf(all, ["commune", "skills"])).toEqual({ commune: all.commune, skills: all.skills });
  expect(keptOf(all, [])).toEqual({});
});
