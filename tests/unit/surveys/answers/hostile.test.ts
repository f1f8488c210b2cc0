import { describe, expect, test } from "vitest";
import { readAnswers } from "@/lib/surveys/answers/rules";
import { standing } from "@/lib/surveys/entries/rules";
import { fieldOf, rawAnswersOf, rowFieldOf } from "@/lib/surveys/forms/rules";
import type { StepValues } from "@/lib/surveys/forms/schema";
import type { Answer, Question } from "@/lib/surveys/questionnaires/schema";
import { surveyOfTheValley } from "@/tests/support/questionnaires";

const survey = surveyOfTheValley();
const questions = survey.sections.flatMap((section) => section.questions);
const named = [
  { insee: "46182", name: "Luzech" },
  { insee: "46225", name: "Prayssac" },
  { insee: "46231", name: "Puy-l’Évêque" },
  { insee: "46001", name: "Albas" },
  { insee: "46042", name: "Cahors" },
];
const communes = {
  members: new Set(["46182", "46225", "46231", "46001"]),
  others: new Set(["46042", "ailleurs_46", "ailleurs_fr", "etranger", "nsp"]),
};

type Raw = Record<string, unknown>;

/** Somebody who is asked everything: each answer reads well, and leads to what hangs on it. */
const everything: Record<string, Answer> = {
  profil: "teletravailleur",
  commune_residence: "46182",
  lien_territoire: "residence_principale",
  secteur: "numerique",
  taille_structure: "2_4",
  personnes_interessees: 2,
  lieux_actuels: ["locaux_employeur"],
  commune_travail: "46042",
  trajets_semaine: 3,
  mode_trajet: "velo",
  teletravail_jours: "2",
  employeur_accord: "nsp",
  difficultes: ["isolement"],
  interet: "possible",
  freins: ["prix"],
  communes_souhaitees: ["46225"],
  temps_max: "15",
  frequence: "1_2_sem",
  creneaux: ["lun:matin"],
  espaces: ["poste_ouvert"],
  equipements: ["visio:3"],
  services: ["formation"],
  formule: "carnet",
  budget_mois: "20_49",
  prix_demi_bon: 5,
  prix_demi_cher: 10,
  payeur: "moi",
  contribution: ["animer"],
  savoir_faire: "Le pain",
  commentaire: "Bien",
};
/** The two profiles between them are asked every question. */
const profiles = ["teletravailleur", "dirigeant_tpe_pme"];
const of = (profil: string): Record<string, Answer> => ({ ...everything, profil });

/** The answers of whoever is asked this question. */
function askedOf({ id }: Question): Record<string, Answer> {
  const asked = profiles.map(of).find((all) => id in readAnswers(survey, all, communes).answers);
  if (!asked) throw new Error(`nobody is asked ${id}`);
  return asked;
}

/** The same as a sheet's or a step's fields send it, read back: what `enterSheet` and `keepStep` are given. */
function typed(all: Raw): Raw {
  const values = Object.entries(all).flatMap(([id, raw]) => fieldsOf(id, [raw].flat().map(String)));
  const byField = Map.groupBy(values, ([field]) => field);
  const sent: StepValues = Object.fromEntries(
    [...byField].map(([field, list]) => {
      const texts = list.map(([, text]) => text);
      return [field, texts.length === 1 ? texts[0] : texts];
    }),
  );
  return rawAnswersOf(questions, sent, named);
}

/** Which field says each text: that of its line on a scale, else that of the question. */
function fieldsOf(id: string, texts: string[]): [field: string, text: string][] {
  const question = questions.find((each) => each.id === id);
  const rows = question?.type === "scale" ? question.rows.map(({ value }) => value) : [];
  return texts.map((text) => {
    const row = rows.find((value) => text.startsWith(`${value}:`)) ?? rows[0];
    return [row === undefined ? fieldOf(id) : rowFieldOf(id, row), text];
  });
}

const megabyte = "x".repeat(1_000_000);

/** Whatever no question may take, as text; a field of text takes some of them for what they are. */
const hostile: Record<string, unknown> = {
  "an unknown option": "aucune_de_celles-ci",
  "the name of a part of the language": "__proto__",
  "a negative number": "-1",
  "a number beyond all bounds": "99999999999999999999",
  "not a number at all": "NaN",
  "an exponent": "1e3",
  "five hundred choices": Array.from({ length: 500 }, (_, index) => `choix_${index}`),
  "a megabyte": megabyte,
  NUL: "a\0b",
  "a lone surrogate": "a\ud800b",
};
/** What JSON could carry and a form could not. */
const notText: Record<string, unknown> = {
  "an object": { $ne: null },
  "a list of lists": [[["visio:3"]]],
  true: true,
  "no number": Number.NaN,
};
const isWritten = ({ type }: Question) => type === "text" || type === "longtext";
/** Plain words are no harm in a text; these are in any. */
const neverText = new Set(["five hundred choices", "a megabyte", "NUL", "a lone surrogate"]);

const isTaken = (question: Question, what: string) => isWritten(question) && !neverText.has(what);

function reading(question: Question, raw: unknown, through: (all: Raw) => Raw) {
  const { answers, problems } = readAnswers(
    survey,
    through({ ...askedOf(question), [question.id]: raw }),
    communes,
  );
  return {
    answer: answers[question.id],
    problems,
    own: problems.filter((each) => each.question === question.id),
  };
}

const readers = [
  ["as a device sends it", (all: Raw) => all],
  ["as the fields of a sheet or a step send it", typed],
] as const;

const multi = questions
  .flatMap((question) => (question.type === "multi" ? [question] : []))
  .map((question) => ({
    question,
    free: question.options.filter(({ exclusive }) => !exclusive).map(({ value }) => value),
    alone: question.options.find(({ exclusive }) => exclusive)?.value,
    most: question.maxChoices ?? question.options.length,
  }));

test("each question of the survey is asked of somebody, and what they answer is taken", () => {
  for (const [, through] of readers) {
    for (const question of questions) {
      const { answer, problems } = reading(question, everything[question.id], through);
      if (question.id !== "profil") expect(answer, question.id).toEqual(everything[question.id]);
      expect(problems, question.id).toEqual([]);
    }
  }
});

describe.each(readers)("%s", (_, through) => {
  const cases = questions.flatMap((question) =>
    Object.keys(hostile).map((what) => [question.id, what, question] as const),
  );

  test.each(cases)(
    "%s: %s is refused at the question, or is no more than words",
    (id, what, question) => {
      const { answer, own } = reading(question, hostile[what], through);
      if (isTaken(question, what)) {
        expect(answer).toBe(hostile[what]);
        expect(own).toEqual([]);
      } else {
        expect(answer, id).toBeUndefined();
        expect(own, id).toHaveLength(1);
      }
    },
  );

  test.each(questions.map((question) => [question.id, question] as const))(
    "%s left empty is missing where it is required, and no fault elsewhere",
    (id, question) => {
      for (const empty of ["", "   ", [], [""]]) {
        const { answer, own } = reading(question, empty, through);
        expect(answer).toBeUndefined();
        const missing = { question: id, problem: "required" };
        expect(own).toEqual(question.required ? [missing] : []);
      }
    },
  );

  test.each(multi.filter(({ free, most }) => free.length > most))(
    "$question.id: one choice more than the $most that may be is said as such",
    ({ question, free, most }) => {
      const { answer, own } = reading(question, free.slice(0, most + 1), through);
      expect(answer).toBeUndefined();
      expect(own).toEqual([{ question: question.id, problem: "too_many", limits: { most } }]);
    },
  );

  test.each(multi.filter(({ alone }) => alone !== undefined))(
    "$question.id: « $alone » beside another choice is said as such",
    ({ question, free, alone }) => {
      const { answer, own } = reading(question, [alone, free[0]], through);
      expect(answer).toBeUndefined();
      expect(own).toEqual([{ question: question.id, problem: "exclusive" }]);
    },
  );

  test("more communes than may be wished for, or one outside the territory, are said as such", () => {
    const question = questions.find(({ type }) => type === "communes");
    if (!question) throw new Error("no question of communes");
    const four = [...communes.members];
    expect(reading(question, four, through).own).toMatchObject([{ problem: "too_many" }]);
    expect(reading(question, ["46042"], through).own).toMatchObject([{ problem: "not_a_member" }]);
  });

  test.each(questions.flatMap((question) => (question.type === "number" ? [question] : [])))(
    "$id outside its bounds is said with the bounds",
    (question) => {
      for (const value of [question.min - 1, question.max + 1]) {
        const { answer, own } = reading(question, String(value), through);
        expect(answer).toBeUndefined();
        const limits = { min: question.min, max: question.max };
        expect(own).toEqual([{ question: question.id, problem: "out_of_range", limits }]);
      }
    },
  );

  test("an answer to a question that is not asked is dropped without a word, whatever it is", () => {
    const resident = { profil: "retraite_habitant", commune_residence: "46182" };
    const others = { lien_territoire: "residence_principale", interet: "non" };
    const few = { ...resident, ...others };
    const asked = readAnswers(survey, few, communes);
    expect(asked.problems).toEqual([]);
    const hidden = questions.filter(
      ({ id }) => !(id in few) && everything[id] !== undefined && !applies(id, few),
    );
    expect(hidden.length).toBeGreaterThan(12);
    for (const { id } of hidden) {
      for (const raw of [everything[id], ...Object.values(hostile)]) {
        expect(readAnswers(survey, through({ ...few, [id]: raw }), communes)).toEqual(asked);
      }
    }
  });

  test("what no question is called is no answer", () => {
    const all = of("teletravailleur");
    const forged = { version: "9", source: "luzech", day: "2020-01-01", batch: "1", __v: "1" };
    expect(readAnswers(survey, through({ ...all, ...forged }), communes)).toEqual(
      readAnswers(survey, through(all), communes),
    );
  });
});

/** Whether a question would be missed or taken with these answers: it is asked. */
function applies(id: string, given: Raw): boolean {
  const taken = readAnswers(survey, { ...given, [id]: everything[id] }, communes);
  return id in taken.answers;
}

describe("what no form could carry", () => {
  test.each(
    questions.flatMap((question) =>
      Object.keys(notText).map((what) => [question.id, what, question] as const),
    ),
  )("%s: %s is refused", (id, what, question) => {
    const { answer, own } = reading(question, notText[what], (all) => all);
    expect(answer, id).toBeUndefined();
    expect(own, id).toHaveLength(1);
  });
});

test("from a sheet a hostile answer stays a fault: only what is empty may stay empty", () => {
  for (const question of questions) {
    for (const what of Object.keys(hostile)) {
      if (isTaken(question, what)) continue;
      const { own } = reading(question, hostile[what], typed);
      expect(standing(own, "paper", survey).problems, `${question.id}: ${what}`).toEqual(own);
    }
  }
});
