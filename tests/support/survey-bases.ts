import type { Response } from "@/lib/surveys/diagnosis/schema";
import type { Answers } from "@/lib/surveys/questionnaires/schema";
import { aResponse } from "./questionnaires";

const wish = {
  ...{ profil: "independant", commune_residence: "46182", interet: "certain" },
  ...{ frequence: "1_2_sem", communes_souhaitees: ["46182"], espaces: ["poste_ouvert"] },
};
const { communes_souhaitees: _, ...nowhere } = wish;
const { frequence: __, ...neverSaid } = wish;
const commuter = { ...wish, profil: "teletravailleur", commune_travail: "46225" };
const elsewhere = { profil: "independant", commune_residence: "ailleurs_46" };

export function many(count: number, answers: Answers): Response[] {
  return Array.from({ length: count }, () => aResponse(answers));
}

/** 248 respondents, each figure of the diagnosis being of another number of them. */
export const respondentsOfEachBase: readonly Response[] = [
  ...many(10, { ...wish, espaces: ["salle_reunion"] }),
  ...many(11, { ...wish, creneaux: ["mar:matin"] }),
  ...many(12, { ...wish, budget_mois: "50_99" }),
  ...many(13, { ...wish, prix_demi_bon: 8 }),
  ...many(14, { ...wish, prix_demi_cher: 12 }),
  ...many(15, { ...wish, equipements: ["visio:3"] }),
  ...many(8, { ...wish, equipements: ["ecran:1"] }),
  ...many(16, { ...wish, services: ["culture"] }),
  ...many(17, { ...wish, contribution: ["test"] }),
  ...many(18, { ...wish, lien_territoire: "residence_principale" }),
  ...many(19, { ...commuter, trajets_semaine: 5, mode_trajet: "voiture_seul" }),
  ...many(7, { ...commuter, trajets_semaine: 5, mode_trajet: "moto" }),
  ...many(6, { ...commuter, trajets_semaine: 0 }),
  ...many(20, { ...elsewhere, interet: "non", freins: ["prix"] }),
  ...many(30, { ...elsewhere, interet: "possible" }),
  ...many(9, nowhere),
  ...many(17, neverSaid),
  ...many(6, {
    profil: "independant",
    commune_residence: "46182",
    interet: "non",
    budget_mois: "0",
  }),
];
