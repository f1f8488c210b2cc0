import fc from "fast-check";
import { expect, test } from "vitest";
import { holds } from "@/lib/surveys/conditions/rules";
import { figuresOf } from "@/lib/surveys/diagnosis/figures/rules";
import { assumptions, type Response } from "@/lib/surveys/diagnosis/schema";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import { tablesOf } from "@/lib/surveys/figures/rules";
import { noAnswer, type ResultTable } from "@/lib/surveys/figures/schema";
import { surveyOfTheValley } from "@/tests/support/questionnaires";
import { boundsFrom, exactly, type Known } from "@/tests/support/report-solver";
import { communesOfTests } from "@/tests/support/survey-responses";

const survey = surveyOfTheValley();
const usual = assumptions.parse({});
const everyQuestion = survey.sections.flatMap(({ questions, showIf }) =>
  questions.map((question) => ({ question, showIf })),
);
const options = everyQuestion.flatMap(({ question }) =>
  question.id === "profil" && "options" in question ? question.options : [],
);
const profiles = options.map(({ value }) => value);

/** Questions asked of some profiles, with what each of these answers. */
const asked = {
  secteur: "numerique",
  taille_structure: "1_9",
  lieux_actuels: ["domicile"],
  teletravail_jours: "2",
  payeur: "moi",
};
type Asked = keyof typeof asked;
const askings = Object.keys(asked) as Asked[];

/** Everybody is interested, and answers all that is asked. */
const certain = { interet: "certain", frequence: "rare", communes_souhaitees: ["46182"] };
const profilesOf = (id: Asked) =>
  profiles.filter((profil) =>
    everyQuestion.some(
      ({ question, showIf }) =>
        question.id === id &&
        [showIf, question.showIf].every((gate) => holds(gate, { ...certain, profil })),
    ),
  );

function answersOf(profil: string): Response {
  const own = askings.filter((id) => profilesOf(id).includes(profil)).map((id) => [id, asked[id]]);
  return {
    ...{ day: "2026-07-01", source: "site", locale: "fr", entryMode: "online" },
    answers: { profil, ...certain, ...Object.fromEntries(own) },
  };
}

/** How many of which profiles are known together. */
function sumsOf(responses: readonly Response[]): Known[] {
  const { tables } = tablesOf(survey, responses, 1);
  const staff = figuresOf(survey, responses, communesOfTests, usual).profiles ?? [];
  const sum = (of: readonly string[], count: number | null) =>
    count === null ? [] : [exactly(new Map(of.map((each) => [each, 1])), count)];
  return [
    ...(tables.get("profil")?.lines ?? []).flatMap(({ values, count }) => sum(values, count)),
    ...staff.flatMap(({ keys, count }) => sum(keys, count)),
    ...askings.flatMap((id) => sum(profilesOf(id), countAsked(tables.get(id)))),
    ...sum(profiles, responses.length),
  ];
}

/** Those who were asked, where their table tells. */
function countAsked(table: ResultTable | undefined): number | null {
  if (!table) return null;
  if (table.kind === "choices") return table.base;
  const silent = table.lines.filter(({ values }) => values.includes(noAnswer));
  if (silent.some(({ values }) => values.length > 1)) return null;
  return table.base - silent.reduce((sum, { count }) => sum + (count ?? 0), 0);
}

test("how many were asked each question tells no profile of one to four", () => {
  const drawn = fc.array(
    fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 12 })),
    {
      minLength: profiles.length,
      maxLength: profiles.length,
    },
  );
  fc.assert(
    fc.property(drawn, (counts) => {
      const responses = profiles.flatMap((profil, at) =>
        Array.from({ length: counts[at] ?? 0 }, () => answersOf(profil)),
      );
      const told = [...boundsFrom(sumsOf(responses))].filter(
        ([, { least, most }]) => least > 0 && most < smallestGroup && most - least < 1e-6,
      );
      expect(told).toEqual([]);
    }),
    // Two questions asked of more and of fewer profiles: those between, less a line of its own, were four.
    { numRuns: 400, examples: [[[3, 2, 5, 11, 2, 12, 4, 2, 10, 4]]] },
  );
  expect(askings.map((id) => profilesOf(id).length)).toEqual([6, 3, 8, 1, 4]);
});
