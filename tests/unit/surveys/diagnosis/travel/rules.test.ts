import { describe, expect, test } from "vitest";
import { distanceKm } from "@/lib/core/distance";
import { assumptions } from "@/lib/surveys/diagnosis/schema";
import { avoidableKm, shownTravel, travelOf } from "@/lib/surveys/diagnosis/travel/rules";
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
  test("both ways, along roads, to the nearest place wished, weighted by intent", () => {
    expect(kmOf(teleworker)).toBeCloseTo(0.6 * 6 * 2 * 1.3 * toWork, 6);
  });

  test("are weighted by the intent staff suppose", () => {
    const given = { ...usual, intentWeights: { certain: 0.3 } };
    const halved = avoidableKm(survey, teleworker, positions, given);
    expect(halved).toBeCloseTo((kmOf(teleworker) ?? 0) / 2, 6);
  });

  test("a day at the third place replaces at most a day of commuting", () => {
    const once = { ...teleworker, trajets_semaine: 1 };
    expect(kmOf(once)).toBeCloseTo(0.6 * 4.33 * 2 * 1.3 * toWork, 6);
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
    const both = [aResponse(teleworker), aResponse(never)];
    expect(travelOf(survey, both, positions, usual)).toMatchObject({ base: 1, withoutFactor: 0 });
  });
});

describe("CO2e that could be avoided", () => {
  const by = (mode: string) =>
    travelOf(survey, [aResponse({ ...teleworker, mode_trajet: mode })], positions, usual);

  test("gross by the factor of the car, net of the rebound", () => {
    const travel = by("voiture_seul");
    expect(travel.grossKgCo2e).toBeCloseTo(travel.km * 0.178, 9);
    expect(travel.netKgCo2e).toBeCloseTo(travel.grossKgCo2e * 0.69, 9);
    expect(travel).toMatchObject({ base: 1, withoutFactor: 0 });
  });

  test("two in a car are half each, a bicycle is nothing, a motorbike is said to be unknown", () => {
    expect(by("covoiturage").grossKgCo2e).toBeCloseTo(by("voiture_seul").grossKgCo2e / 2, 9);
    expect(by("velo")).toMatchObject({ grossKgCo2e: 0, withoutFactor: 0 });
    expect(by("moto")).toMatchObject({ grossKgCo2e: 0, withoutFactor: 1 });
  });

  test("is not told of fewer than five, however many kilometres are", () => {
    const of = (count: number, mode: string) =>
      Array.from({ length: count }, () => aResponse({ ...teleworker, mode_trajet: mode }));
    const told = (cars: number) =>
      shownTravel(
        travelOf(survey, [...of(cars, "voiture_seul"), ...of(18, "moto")], positions, usual),
      );
    expect(told(4)).toMatchObject({ co2: null, withoutFactor: 18 });
    expect(told(5)?.co2?.grossKgCo2e).toBeGreaterThan(0);
  });

  test("nobody counted is a base of nothing", () => {
    expect(travelOf(survey, [aResponse({})], positions, usual)).toMatchObject({ km: 0, base: 0 });
  });
});
