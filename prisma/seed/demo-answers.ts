type Chance = () => number;
type Commune = { insee: string; population: number | null };

/** Answers of one invented person along plausible lines; what their path does not ask is dropped by the rules. */
export function inventedAnswers(
  chance: Chance,
  communes: readonly Commune[],
): Record<string, unknown> {
  const pick = pickerOf(chance);
  const profil = pick({
    independant: 24,
    teletravailleur: 20,
    dirigeant_tpe_pme: 6,
    porteur_projet: 9,
    etudiant_entrepreneur: 3,
    association: 8,
    salarie_site: 6,
    recherche_emploi: 6,
    agent_elu: 5,
    retraite_habitant: 13,
  });
  const home = pick(Object.fromEntries(communes.map((each) => [each.insee, each.population ?? 1])));
  const works = !["retraite_habitant", "recherche_emploi"].includes(profil);
  return {
    profil,
    commune_residence: chance() < 0.88 ? home : pick({ ailleurs_46: 6, ailleurs_fr: 5, nsp: 1 }),
    lien_territoire: pick({
      residence_principale: 78,
      residence_secondaire: 8,
      y_travaille: 6,
      projet_installation: 6,
      de_passage: 2,
    }),
    ...aboutWork(chance, home),
    ...aboutNeed(chance, works),
    ...aboutMoney(chance),
    contribution: chance() < 0.5 ? several(chance, ["reunion", "test", "benevolat"], 2) : ["non"],
  };
}

function aboutWork(chance: Chance, home: string): Record<string, unknown> {
  const pick = pickerOf(chance);
  return {
    secteur: pick({
      numerique: 18,
      conseil: 16,
      creation: 14,
      formation: 9,
      viticulture: 9,
      tourisme: 9,
      artisanat: 8,
      commerce: 6,
      sante: 5,
      public: 4,
      autre: 4,
    }),
    taille_structure: pick({ "1": 40, "2_4": 30, "5_9": 15, "10_49": 12, "50": 3 }),
    personnes_interessees: Math.floor(chance() * 4),
    lieux_actuels: [
      "domicile",
      ...(chance() < 0.35 ? ["locaux_employeur"] : []),
      ...(chance() < 0.2 ? ["clients"] : []),
    ],
    commune_travail: chance() < 0.5 ? "46042" : home,
    trajets_semaine: 1 + Math.floor(chance() * 5),
    mode_trajet: pick({ voiture_seul: 82, covoiturage: 8, velo: 5, car_bus: 3, marche: 2 }),
    teletravail_jours: pick({ moins_1: 10, "1": 20, "2": 34, "3": 20, "4_5": 16 }),
    employeur_accord: pick({ oui_paie: 15, oui_sans: 30, a_negocier: 25, non: 8, nsp: 22 }),
    difficultes: several(chance, ["isolement", "place", "connexion", "trajets", "reseau"], 2),
  };
}

function aboutNeed(chance: Chance, works: boolean): Record<string, unknown> {
  const pick = pickerOf(chance);
  const wished = pick({ "46225": 30, "46182": 34, "46231": 36 });
  return {
    interet: pick(
      works
        ? { certain: 18, probable: 34, possible: 33, non: 15 }
        : { certain: 5, probable: 15, possible: 40, non: 40 },
    ),
    freins: several(chance, ["distance", "prix", "horaires", "employeur", "inconnu"], 2),
    communes_souhaitees: [wished],
    temps_max: pick({ "10": 18, "15": 37, "20": 30, "30": 12, plus: 3 }),
    frequence: pick({
      quotidien: 6,
      "3_4_sem": 12,
      "1_2_sem": 36,
      "2_3_mois": 24,
      "1_mois": 14,
      rare: 8,
    }),
    creneaux: slots(chance),
    espaces: several(chance, ["poste_ouvert", "bureau_ferme", "salle_reunion", "cabine"], 2),
    equipements: [
      `tres_haut_debit:${pick({ "2": 20, "3": 80 })}`,
      `impression:${pick({ "0": 20, "1": 40, "2": 30, "3": 10 })}`,
      `acces_autonome:${pick({ "0": 10, "1": 30, "2": 35, "3": 25 })}`,
    ],
    services: several(chance, ["rencontres", "formation", "courrier", "restauration"], 2),
  };
}

function aboutMoney(chance: Chance): Record<string, unknown> {
  const pick = pickerOf(chance);
  const fair = 4 + Math.floor(chance() * 10);
  return {
    formule: pick({
      heure: 8,
      demi_journee: 34,
      carnet: 30,
      mensuel_partiel: 14,
      mensuel_illimite: 6,
      nsp: 8,
    }),
    budget_mois: pick({
      "0": 10,
      "1_19": 18,
      "20_49": 34,
      "50_99": 25,
      "100_149": 10,
      "150_249": 3,
    }),
    prix_demi_bon: fair,
    prix_demi_cher: fair + 3 + Math.floor(chance() * 9),
    payeur: pick({ moi: 55, employeur: 25, partage: 12, nsp: 8 }),
  };
}

/** One of the keys, as often as its weight says. */
function pickerOf(chance: Chance) {
  return (weights: Record<string, number>): string => {
    const entries = Object.entries(weights);
    const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
    let left = chance() * total;
    const found = entries.find(([, weight]) => {
      left -= weight;
      return left < 0;
    });
    return found?.[0] ?? entries[0]?.[0] ?? "";
  };
}

/** One to `most` of the list, the first more often. */
function several(chance: Chance, list: readonly string[], most: number): string[] {
  const kept = list.filter((_, index) => chance() < 0.6 / (1 + index / 3));
  return kept.length > 0 ? kept.slice(0, most) : list.slice(0, 1);
}

const workdays = ["lun", "mar", "mer", "jeu", "ven"];

/** Tuesdays and Thursdays most, mornings more than afternoons. */
function slots(chance: Chance): string[] {
  return workdays.flatMap((day) => {
    const liked = day === "mar" || day === "jeu" ? 0.6 : 0.3;
    return [
      ...(chance() < liked ? [`${day}:matin`] : []),
      ...(chance() < liked * 0.7 ? [`${day}:apres_midi`] : []),
    ];
  });
}
