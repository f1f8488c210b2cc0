import { describe, expect, test } from "vitest";
import { distanceKm } from "@/lib/core/distance";
import { assumptions, type Response } from "@/lib/surveys/diagnosis/schema";
import {
  avoidableKm,
  heldTravel,
  shownTravel,
  travelOf,
  tripsOf,
} from "@/lib/surveys/diagnosis/travel/rules";
import { aResponse, surveyOfTheValley } from "@/tests/support/questionnaires";

const survey = surveyOfTheValley();
const usual = assumptions.parse({});
const positions = new Map([
  ["46182", { latitude: 44.48, longitude: 1.29 }],
  ["46042", { latitude: 44.45, longitude: 1.44 }],
  ["46225", { latitude: 44.5, longitude: 1.19 }],
]);
const teleworker = {
  profil: "teletravailleur",
  commune_residence: "46182",
  commune_travail: "46042",
  trajets_semaine: 5,
  mode_trajet: "voiture_seul",
  interet: "certain",
  frequence: "1_2_sem",
  communes_souhaitees: ["46225", "46182"],
};
const kmOf = (answers: typeof teleworker | Record<string, string | number | string[]>) =>
  avoidableKm(survey, answers, positions, usual);
const toWork = distanceKm(
  { latitude: 44.48, longitude: 1.29 },
  { latitude: 44.45, longitude: 1.44 },
);

describe("kilometres that could be avoided", () => {
  test("both ways, along roads, to the nearest place wished", () => {
    expect(kmOf(teleworker)).toBeCloseTo(6 * 2 * 1.3 * toWork, 6);
  });

  test("are weighted by the intent staff suppose", () => {
    const given = { ...usual, intentWeights: { certain: 0.3 } };
    const { km } = travelOf(tripsOf(survey, [aResponse(teleworker)], positions, given), given);
    expect(km).toBeCloseTo((kmOf(teleworker) ?? 0) * 0.3, 6);
  });

  test("a day at the third place replaces at most a day of commuting", () => {
    const once = { ...teleworker, trajets_semaine: 1 };
    expect(kmOf(once)).toBeCloseTo(4.33 * 2 * 1.3 * toWork, 6);
  });

  test("a third place further than the employer counts against", () => {
    const further = { ...teleworker, commune_travail: "46182", communes_souhaitees: ["46225"] };
    expect(kmOf(further)).toBeLessThan(0);
  });

  test("only salaried teleworkers whose communes are known count", () => {
    expect(kmOf({ ...teleworker, profil: "independant" })).toBeNull();
    expect(kmOf({ ...teleworker, commune_residence: "ailleurs_fr" })).toBeNull();
    expect(kmOf({ ...teleworker, communes_souhaitees: [] })).toBeNull();
  });

  test("who never makes the trip is not counted, neither in kilometres nor among those without a factor", () => {
    const { mode_trajet: _, ...never } = { ...teleworker, trajets_semaine: 0 };
    expect(kmOf(never)).toBeNull();
    const both = tripsIn([aResponse(teleworker), aResponse(never)]);
    expect(travelOf(both, usual)).toMatchObject({ base: 1, withoutFactor: 0 });
  });
});

const tripsIn = (responses: readonly Response[]) => tripsOf(survey, responses, positions, usual);

describe("CO2e that could be avoided", () => {
  const by = (mode: string) =>
    travelOf(tripsIn([aResponse({ ...teleworker, mode_trajet: mode })]), usual);

  test("gross by the factor of the car, net of the rebound", () => {
    const travel = by("voiture_seul");
    expect(travel.grossKgCo2e).toBeCloseTo(travel.km * 0.178, 9);
    expect(travel.netKgCo2e).toBeCloseTo((travel.grossKgCo2e ?? 0) * 0.69, 9);
    expect(travel).toMatchObject({ base: 1, withoutFactor: 0 });
  });

  test("two in a car are half each, a bicycle is nothing, a motorbike is said to be unknown", () => {
    const alone = by("voiture_seul").grossKgCo2e ?? 0;
    expect(by("covoiturage").grossKgCo2e).toBeCloseTo(alone / 2, 9);
    expect(by("velo")).toMatchObject({ grossKgCo2e: 0, withoutFactor: 0 });
    expect(by("moto")).toMatchObject({ grossKgCo2e: null, withoutFactor: 1 });
  });

  test("nobody counted is a base of nothing", () => {
    expect(travelOf(tripsIn([aResponse({})]), usual)).toMatchObject({ km: 0, base: 0 });
  });
});

describe("what may be told of travel, whatever factor is supposed", () => {
  const many = (count: number, answers: Partial<typeof teleworker>) =>
    Array.from({ length: count }, () => aResponse({ ...teleworker, ...answers }));
  const told = (responses: readonly Response[], given = usual) =>
    heldTravel(survey, responses, positions, given);
  const cars = many(20, {});

  test("one who comes by train has no factor, with others until they are five", () => {
    const withTrain = [...cars, ...many(1, { mode_trajet: "train" })];
    expect(told(withTrain)).toMatchObject({ grossKgCo2e: null, withoutFactor: 21 });
    const some = [...withTrain, ...many(4, { mode_trajet: "moto" })];
    expect(told(some)).toMatchObject({ base: 25, withoutFactor: 5 });
    const heavy = { ...usual, trainKgCo2ePerPkm: 10_000 };
    expect(told(some, heavy).grossKgCo2e).toBe(told(some).grossKgCo2e);
  });

  test("nor do two who share a car, of whom the kilometres told beside would tell", () => {
    const shared = [...cars, ...many(2, { mode_trajet: "covoiturage" })];
    expect(told(shared).grossKgCo2e).toBeNull();
    expect(told([...cars, ...many(6, { mode_trajet: "covoiturage" })]).withoutFactor).toBe(0);
  });

  test("the few who are certain weigh as those who are likely", () => {
    const mixed = [...many(3, {}), ...many(10, { interet: "probable" })];
    const sure = { ...usual, intentWeights: { certain: 1 } };
    expect(told(mixed, sure).km).toBeCloseTo((kmOf(teleworker) ?? 0) * 13 * 0.3, 6);
    expect(told(mixed).isTold).toBe(true);
    expect(told(many(4, {})).isTold).toBe(false);
  });

  test("one whose kilometres are nearly all is left aside, and it is said; intents put together too", () => {
    const few = many(6, { frequence: "rare" });
    const daily = many(1, { frequence: "quotidien", trajets_semaine: 5 });
    const together = { leavesAside: false, together: [] };
    expect(told(few)).toMatchObject(together);
    expect(told([...few, ...daily])).toEqual({ ...told(few), leavesAside: true });
    const mixed = [...many(3, {}), ...many(10, { interet: "probable" })];
    expect(told(mixed)).toMatchObject({ leavesAside: false, together: [["certain", "probable"]] });
  });

  test("sheets say no CO2e where no way of travelling counts", () => {
    expect(shownTravel(told([...cars, ...many(1, { mode_trajet: "train" })]))).toMatchObject({
      co2: null,
      withoutFactor: 21,
    });
    expect(shownTravel(told(cars)).co2?.grossKgCo2e).toBeGreaterThan(0);
  });
});
