import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  demandByCommune,
  desksByBourg,
  desksFor,
  peakOf,
  personDays,
  shownPeak,
  wishesOf,
  wishOf,
} from "@/lib/surveys/diagnosis/demand/rules";
import { assumptions } from "@/lib/surveys/diagnosis/schema";
import type { Answers } from "@/lib/surveys/questionnaires/schema";
import { aResponse, surveyOfTheValley } from "@/tests/support/questionnaires";

const survey = surveyOfTheValley();
const usual = assumptions.parse({});

/** Forty who are interested: ten certain, twenty probable, ten possible (domain knowledge, §3.4). */
const fortyInterested = [
  ...many(10, { interet: "certain", frequence: "1_2_sem" }),
  ...many(20, { interet: "probable", frequence: "2_3_mois" }),
  ...many(10, { interet: "possible", frequence: "1_mois" }),
];

function many(count: number, answers: Answers) {
  return Array.from({ length: count }, () => aResponse(answers));
}

describe("the worked example", () => {
  const days = personDays(wishesOf(survey, fortyInterested, usual));

  test("forty interested declare 120 person-days a month, 52 once weighted by intent", () => {
    expect(days.declared).toBe(120);
    expect(days.weighted).toBeCloseTo(52, 9);
  });

  test("that is 5 desks at 70 %, 7 at 50 %, 5 at 80 %, with a peak of 1.4 over 21 days", () => {
    expect(desksFor(days.weighted, 1.4, usual)).toEqual({ low: 5, central: 5, high: 7 });
  });
});

describe("what is supposed of intents and of occupancies", () => {
  const weighted = (intentWeights: Record<string, number>) =>
    personDays(wishesOf(survey, fortyInterested, { ...usual, intentWeights }));

  test("a weight of intent said by staff stands for that of the questionnaire", () => {
    expect(weighted({ certain: 0.5 }).weighted).toBeCloseTo(46, 9);
    expect(weighted({ possible: 0.2 }).weighted).toBeCloseTo(53, 9);
  });

  test("who is said to weigh nothing still declares their days", () => {
    expect(weighted({ possible: 0 })).toEqual({ declared: 120, weighted: expect.closeTo(51, 9) });
  });

  test("the fewest and the most desks follow the occupancies supposed of them", () => {
    const given = { ...usual, fewestDesksOccupancy: 0.9, mostDesksOccupancy: 0.4 };
    expect(desksFor(52, 1.4, given)).toEqual({ low: 4, central: 5, high: 9 });
  });
});

describe("the wish of a respondent", () => {
  test("whoever is not interested, or says nothing of how often, has none", () => {
    expect(wishOf(survey, { interet: "non" }, usual)).toBeNull();
    expect(wishOf(survey, { interet: "certain" }, usual)).toBeNull();
  });

  test("a business speaks for the people it names, and for one when it names none", () => {
    const daily = { interet: "certain", frequence: "quotidien" };
    expect(wishOf(survey, { ...daily, personnes_interessees: 3 }, usual)?.declaredDays).toBe(60);
    expect(wishOf(survey, { ...daily, personnes_interessees: 0 }, usual)?.declaredDays).toBe(20);
  });

  test("it is split equally between the communes wished", () => {
    const wish = { interet: "certain", frequence: "quotidien" };
    const responses = [
      aResponse({ ...wish, communes_souhaitees: ["46182", "46225"] }),
      aResponse({ ...wish, communes_souhaitees: ["46182"] }),
    ];
    expect(Object.fromEntries(demandByCommune(wishesOf(survey, responses, usual)))).toEqual({
      "46182": 18,
      "46225": 6,
    });
  });
});

describe("the busiest half-day", () => {
  const ticking = (slots: string[]) =>
    aResponse({ interet: "certain", frequence: "quotidien", creneaux: slots });

  test("two asked for by the same people are equal, whoever is counted first", () => {
    const wish = {
      interet: "certain",
      frequence: "quotidien",
      creneaux: ["jeu:matin", "lun:matin"],
    };
    const [, first] = wishesOf(survey, [aResponse(wish), aResponse(wish)], usual);
    if (!first) throw new Error("no wish");
    const weighing = (slot: string, weights: number[]) =>
      weights.map((intentWeight) => ({ ...first, intentWeight, persons: 1, slots: [slot] }));
    const wishes = [
      ...weighing("lun:matin", [0.1, 0.2, 0.3]),
      ...weighing("jeu:matin", [0.3, 0.2, 0.1]),
    ];
    // 0.1 + 0.2 + 0.3 is more than 0.3 + 0.2 + 0.1 in the last bit.
    expect(peakOf(wishes, usual).busiest).toBe("jeu:matin");
    expect(peakOf(wishes.toReversed(), usual).busiest).toBe("jeu:matin");
  });

  test("it stands against the mean of the ten half-days of the week", () => {
    const wishes = wishesOf(
      survey,
      [ticking(["mar:matin"]), ticking(["mar:matin", "jeu:matin"])],
      usual,
    );
    const peak = peakOf(wishes, usual);
    expect(peak.busiest).toBe("mar:matin");
    expect(peak.peakToMean).toBeCloseTo(1.2 / (1.8 / 10), 9);
    expect(peak.isDefault).toBe(false);
  });

  test("an evening or a Sunday may be the busiest, but does not weigh on the mean", () => {
    const peak = peakOf(wishesOf(survey, [ticking(["dim:matin"])], usual), usual);
    expect(peak).toMatchObject({ busiest: "dim:matin", peakToMean: 1.4, isDefault: true });
  });

  test("the busiest of the ten is told with its ratio, or neither when few ticked it", () => {
    const wishes = (certain: number) =>
      wishesOf(
        survey,
        [
          ...many(certain, { interet: "certain", frequence: "rare", creneaux: ["mar:matin"] }),
          ...many(10, { interet: "possible", frequence: "rare", creneaux: ["jeu:matin"] }),
        ],
        usual,
      );
    const told = (certain: number) => shownPeak(peakOf(wishes(certain), usual), wishes(certain));
    expect(told(5)).toMatchObject({ busiest: "mar:matin", busiestOfTen: "mar:matin" });
    expect(told(5).peakToMean).toBeCloseTo(3 / 0.4, 9);
    expect(told(4)).toMatchObject({ busiest: null, busiestOfTen: null, peakToMean: null });
  });

  test("when nobody ticked anything the default is used, and said to be one", () => {
    expect(peakOf([], usual)).toMatchObject({ busiest: null, peakToMean: 1.4, isDefault: true });
  });
});

describe("desks by bourg", () => {
  const daily = { interet: "certain", frequence: "quotidien" };
  const bourgOf = new Map([["46001", "46182"]]);
  const at = (answers: Answers) =>
    desksByBourg(wishesOf(survey, [aResponse({ ...daily, ...answers })], usual), bourgOf, 1, usual);

  test("a small commune counts for its bourg, a bourg for itself", () => {
    const both = at({ communes_souhaitees: ["46001", "46225"], espaces: ["poste_ouvert"] });
    expect([...both.keys()]).toEqual(["46182", "46225"]);
    expect(both.get("46182")?.byKind).toEqual({ open: 6, closed: 0, dedicated: 0, any: 0 });
  });

  test("days are shared between the kinds of desk ticked; only rooms ticked means no desk", () => {
    const two = at({ communes_souhaitees: ["46225"], espaces: ["poste_ouvert", "bureau_ferme"] });
    expect(two.get("46225")?.byKind).toMatchObject({ open: 6, closed: 6 });
    expect(at({ communes_souhaitees: ["46225"], espaces: ["salle_reunion"] }).size).toBe(0);
  });
});

test("the order of respondents changes nothing", () => {
  const answers = fc.record({
    interet: fc.constantFrom("certain", "probable", "possible", "non"),
    frequence: fc.constantFrom("quotidien", "1_2_sem", "rare"),
    communes_souhaitees: fc.subarray(["46182", "46225", "46231"], { minLength: 1 }),
    creneaux: fc.subarray(["lun:matin", "mar:apres_midi", "sam:matin"]),
  });
  const responses = fc.array(answers.map(aResponse), { maxLength: 30 });
  fc.assert(
    fc.property(responses, fc.infiniteStream(fc.nat()), (given, chances) => {
      const keyed = given.map((response) => ({ response, rank: Number(chances.next().value) }));
      const shuffled = keyed.sort((a, b) => a.rank - b.rank).map(({ response }) => response);
      const [one, other] = [given, shuffled].map((list) => {
        const wishes = wishesOf(survey, list, usual);
        return { days: personDays(wishes), peak: peakOf(wishes, usual).peakToMean };
      });
      expect(other?.days.weighted).toBeCloseTo(one?.days.weighted ?? -1, 6);
      expect(other?.days.declared).toBeCloseTo(one?.days.declared ?? -1, 6);
      expect(other?.peak).toBeCloseTo(one?.peak ?? -1, 6);
    }),
  );
});
