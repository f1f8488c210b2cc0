import fc from "fast-check";
import type { Commune } from "@/lib/surveys/diagnosis/figures/rules";
import type { Response } from "@/lib/surveys/diagnosis/schema";
import type { Answers } from "@/lib/surveys/questionnaires/schema";
import { aResponse } from "./questionnaires";

/** Three bourgs and two villages around the first, some way apart. */
export const communesOfTests: Commune[] = [
  ["46182", "Luzech", null, 44.478, 1.286],
  ["46225", "Prayssac", null, 44.505, 1.188],
  ["46231", "Puy-l’Évêque", null, 44.504, 1.138],
  ["46001", "Albas", "46182", 44.469, 1.233],
  ["46062", "Castelfranc", "46182", 44.499, 1.222],
].map(([insee, name, nearestBourg, latitude, longitude]) => ({
  insee: String(insee),
  name: String(name),
  nearestBourg: nearestBourg === null ? null : String(nearestBourg),
  latitude: Number(latitude),
  longitude: Number(longitude),
  population: 1000,
  isMember: true,
}));

const inseeCodes = communesOfTests.map(({ insee }) => insee);
const slots = ["lun:matin", "lun:apres_midi", "mar:matin", "jeu:soir", "sam:matin"];

/** Answers as people give them, whatever they are worth together. */
const answers = fc
  .record(
    {
      profil: fc.constantFrom("independant", "teletravailleur", "agent_elu", "retraite_habitant"),
      commune_residence: fc.constantFrom(...inseeCodes, "ailleurs_46"),
      commune_travail: fc.constantFrom(...inseeCodes),
      trajets_semaine: fc.integer({ min: 1, max: 5 }),
      mode_trajet: fc.constantFrom("voiture_seul", "moto", "velo"),
      lien_territoire: fc.constantFrom("residence_principale", "projet_installation"),
      interet: fc.constantFrom("certain", "probable", "possible", "non"),
      frequence: fc.constantFrom("quotidien", "1_2_sem", "rare"),
      temps_max: fc.constantFrom("10", "20", "plus"),
      communes_souhaitees: fc.subarray(inseeCodes, { minLength: 1, maxLength: 3 }),
      creneaux: fc.subarray(slots),
      espaces: fc.subarray(["poste_ouvert", "bureau_ferme", "salle_reunion"]),
      equipements: fc.subarray(["fibre:3", "ecran:1"]),
      services: fc.subarray(["rencontres", "formation"]),
      freins: fc.subarray(["prix", "distance"]),
      formule: fc.constantFrom("heure", "carnet", "nsp"),
      budget_mois: fc.constantFrom("0", "20_49", "50_99"),
      prix_demi_bon: fc.integer({ min: 0, max: 20 }),
      prix_demi_cher: fc.integer({ min: 5, max: 40 }),
      contribution: fc.subarray(["reunion", "test"]),
    },
    { requiredKeys: ["profil", "commune_residence", "interet"] },
  )
  // A key without a value is an answer not given.
  .map((given): Answers => JSON.parse(JSON.stringify(given)));

export const someResponse: fc.Arbitrary<Response> = fc
  .record({ given: answers, day: fc.integer({ min: 1, max: 9 }), isPaper: fc.boolean() })
  .map(({ given, day, isPaper }) =>
    aResponse(given, {
      day: `2026-07-0${day}`,
      entryMode: isPaper ? "paper" : "online",
      source: isPaper ? "papier" : "site",
    }),
  );

/** The same list in an order drawn by chance. */
export function shuffled<Item>(list: readonly Item[], ranks: readonly number[]): Item[] {
  return list
    .map((item, index) => ({ item, rank: ranks[index] ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
