import { expect, test } from "vitest";
import {
  applying,
  askable,
  choiceFieldOf,
  communesMeant,
  fieldOf,
  rawAnswersOf,
  rowFieldOf,
  valuesOf,
} from "@/lib/surveys/forms/rules";
import { surveyOfTheValley } from "@/tests/support/questionnaires";

const communes = [
  { insee: "46182", name: "Luzech" },
  { insee: "46231", name: "Puy-l’Évêque" },
  { insee: "46256", name: "Saint-Cirq-Lapopie" },
  { insee: "46268", name: "Saint-Géry-Vers" },
  { insee: "46225", name: "Prayssac" },
];
const commune = { id: "ou", type: "commune" } as const;
const scale = { id: "note", type: "scale", rows: [{ value: "wifi" }, { value: "thé" }] } as const;

const readCommune = (written: string, choice?: string) =>
  rawAnswersOf([commune], { [fieldOf("ou")]: written, [choiceFieldOf("ou")]: choice }, communes);

test("a commune is found whatever its accents, apostrophes, hyphens and « St »", () => {
  for (const written of ["puy l'eveque", "PUY-L’ÉVÊQUE", "  Puy  l’Evêque "]) {
    expect(readCommune(written)).toEqual({ ou: "46231" });
  }
  expect(readCommune("St Cirq Lapopie")).toEqual({ ou: "46256" });
});

test("a name no commune has stays as written, and those it may mean are proposed", () => {
  expect(readCommune("Saint")).toEqual({ ou: "Saint" });
  expect(communesMeant("st", communes)).toEqual([]);
  expect(communesMeant("Saint", communes).map(({ insee }) => insee)).toEqual(["46256", "46268"]);
  expect(communesMeant("vers saint", communes).map(({ insee }) => insee)).toEqual(["46268"]);
  expect(communesMeant("Luzech", communes)).toEqual([]);
});

test("an answer that is no commune counts, and so does the one meant; both at once are two answers", () => {
  expect(readCommune("", "ailleurs_46")).toEqual({ ou: "ailleurs_46" });
  expect(readCommune("Saint", "46256")).toEqual({ ou: "46256" });
  expect(readCommune("Luzech", "")).toEqual({ ou: "46182" });
  expect(readCommune("Luzech", "46182")).toEqual({ ou: "46182" });
  expect(readCommune("Luzech", "ailleurs_46")).toEqual({ ou: ["46182", "ailleurs_46"] });
  expect(readCommune("")).toEqual({});
});

test("the lines of a scale are put together, and a line without an opinion is none", () => {
  const values = { [rowFieldOf("note", "wifi")]: "wifi:3", [rowFieldOf("note", "thé")]: "" };
  expect(rawAnswersOf([scale], values, [])).toEqual({ note: ["wifi:3"] });
  expect(rawAnswersOf([scale], {}, [])).toEqual({});
});

test("a field called like a part of the language is no answer", () => {
  const question = { id: "constructor", type: "text" } as const;
  expect(rawAnswersOf([question], {}, [])).toEqual({});
});

test("what the fields show of an answer kept reads back as that answer", () => {
  const { sections } = surveyOfTheValley();
  const questions = sections.flatMap((section) => section.questions);
  const kept = {
    commune_residence: "46182",
    commune_travail: "ailleurs_fr",
    profil: "independant",
    lieux_actuels: ["domicile", "clients"],
    trajets_semaine: 3,
    creneaux: ["lun:matin", "mar:soir"],
    equipements: ["visio:3", "velo:0"],
    commentaire: "Bien",
  };
  const values = Object.assign(
    {},
    ...questions.map((each) => valuesOf(each, kept[each.id as keyof typeof kept], communes)),
  );
  expect(rawAnswersOf(questions, values, communes)).toEqual({ ...kept, trajets_semaine: "3" });
});

test("questions come and go with the answers they hang on, the same step or before", () => {
  const work = surveyOfTheValley().sections.find(({ id }) => id === "aujourdhui");
  const shown = (raw: Record<string, unknown>, profil = "independant") =>
    applying(work?.questions ?? [], { profil }, raw).map(({ id }) => id);
  expect(shown({})).toEqual(["lieux_actuels", "difficultes"]);
  const there = { lieux_actuels: "tiers_lieu" };
  expect(shown(there)).toEqual(["lieux_actuels", "commune_travail", "difficultes"]);
  const typed = { ...there, commune_travail: "Luz", trajets_semaine: "1,0" };
  expect(shown(typed)).toContain("mode_trajet");
  expect(shown({ ...typed, trajets_semaine: "0" })).not.toContain("mode_trajet");
  // What hangs on a question that went away goes too, whatever is still typed there.
  expect(shown({ ...typed, lieux_actuels: "domicile" })).toEqual(["lieux_actuels", "difficultes"]);
  expect(shown({}, "teletravailleur")).toContain("teletravail_jours");
});

test("what may follow from a question not answered yet is asked with it, all the way down", () => {
  const work = surveyOfTheValley().sections.find(({ id }) => id === "aujourdhui");
  const asked = (raw: Record<string, unknown>) =>
    askable(work?.questions ?? [], { profil: "salarie_site" }, raw).map(({ id }) => id);
  const chain = ["lieux_actuels", "commune_travail", "trajets_semaine", "mode_trajet"];
  expect(asked({ lieux_actuels: ["locaux_employeur"] })).toEqual([...chain, "difficultes"]);
  // What the answers already rule out is not asked, nor what is for somebody else.
  expect(asked({ lieux_actuels: ["domicile"] })).toEqual(["lieux_actuels", "difficultes"]);
  const still = { lieux_actuels: ["locaux_employeur"], commune_travail: "46182" };
  expect(asked({ ...still, trajets_semaine: "0" })).not.toContain("mode_trajet");
  expect(asked(still)).toContain("mode_trajet");
});
