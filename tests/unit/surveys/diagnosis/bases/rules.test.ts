import { describe, expect, test } from "vitest";
import { shownBase } from "@/lib/surveys/diagnosis/bases/rules";
import { figuresOf } from "@/lib/surveys/diagnosis/figures/rules";
import { assumptions, type Response } from "@/lib/surveys/diagnosis/schema";
import { surveyOfTheValley } from "@/tests/support/questionnaires";
import { many, respondentsOfEachBase } from "@/tests/support/survey-bases";
import { communesOfTests } from "@/tests/support/survey-responses";

const basesOf = (responses: readonly Response[]) =>
  figuresOf(surveyOfTheValley(), responses, communesOfTests, assumptions.parse({})).bases;

test("a number of people is told unless it is a few, or leaves a few of one of the wholes it is part of", () => {
  expect(shownBase(0, 40)).toBe(0);
  expect(shownBase(4, 40)).toBe("few");
  expect(shownBase(5, 40)).toBe(5);
  expect(shownBase(35, 40)).toBe(35);
  expect(shownBase(36, 40)).toBe("few_left_out");
  expect(shownBase(40, 40)).toBe(40);
  expect(shownBase(38, 38, 40)).toBe("few_left_out");
});

test("each figure is of those it sums, and no one else; those by commune wished of all who were asked", () => {
  expect(basesOf(respondentsOfEachBase)).toEqual({
    ...{ repondants: 248, couverture: 198, profils: 248 },
    ...{ demande_commune: 175, matrice_flux: 222, jours_personnes: 175, pic: 11, postes: 175 },
    ...{ equipements: 23, services: 16, freins: 20, contributeurs: 17 },
    ...{ recette: 12, prix_raisonnable: 13, prix_trop_cher: 14, budgets: 248 },
    ...{ km_evites: 26, co2: 19, installations: 18 },
    asked: { equipements: 222, services: 248, freins: 56, contributeurs: 248 },
    hasShares: { wishes: true, slots: false },
    leavesAside: { wishes: false, travel: false },
    together: { wishes: [], travel: [] },
  });
});

test("profiles are of those the sums are made of, as every other table", () => {
  const of = (count: number, profil: string, batch: number) =>
    many(count, { profil }).map((response) => ({
      ...response,
      batch,
      wave: batch === 1 ? 0 : null,
    }));
  const responses = [
    ...[...of(20, "independant", 1), ...of(10, "agent_elu", 1)],
    ...[...of(8, "independant", 2), ...of(2, "agent_elu", 2)],
  ];
  const shown = figuresOf(surveyOfTheValley(), responses, communesOfTests, assumptions.parse({}));
  const told = (shown.profiles ?? []).reduce((sum, { count }) => sum + count, 0);
  expect(told).toBe(30);
  expect(shown.bases).toMatchObject({ repondants: 40, profils: told });
});

describe("where all but a few are of a figure", () => {
  const wish = { profil: "independant", commune_residence: "46182", interet: "certain" };
  const desk = { ...wish, frequence: "1_2_sem", communes_souhaitees: ["46182"] };

  test("its base is not told: desks, when three want only a room", () => {
    const rooms = many(3, { ...desk, espaces: ["salle_reunion"] });
    const bases = basesOf([...many(197, desk), ...rooms]);
    expect(bases).toMatchObject({ postes: "few_left_out", demande_commune: "few_left_out" });
    expect(
      basesOf([...many(190, desk), ...many(10, { ...desk, espaces: ["salle_reunion"] })]),
    ).toMatchObject({
      ...{ postes: 200, demande_commune: 200 },
    });
  });

  test("no base of the interested is told when a few who answered are not", () => {
    const bases = basesOf([...many(40, desk), ...many(3, { ...wish, interet: "non" })]);
    expect(bases).toMatchObject({
      ...{ jours_personnes: "few_left_out", demande_commune: "few_left_out" },
      ...{ postes: "few_left_out", matrice_flux: "few_left_out", pic: 0 },
    });
  });

  test("nobody is of the CO2e when few have no emission factor, or few one", () => {
    const commuter = {
      ...{ ...desk, profil: "teletravailleur", commune_travail: "46225", trajets_semaine: 5 },
    };
    const by = (count: number, mode: string) => many(count, { ...commuter, mode_trajet: mode });
    expect(basesOf([...by(18, "voiture_seul"), ...by(2, "moto")])).toMatchObject({
      ...{ km_evites: 20, co2: 0 },
    });
    expect(basesOf([...by(3, "voiture_seul"), ...by(12, "moto")]).co2).toBe(0);
    expect(basesOf([...by(15, "voiture_seul"), ...by(5, "moto")]).co2).toBe(15);
  });
});
