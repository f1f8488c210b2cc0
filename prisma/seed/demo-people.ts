/** How often somebody comes: each weekday with the chance of coming that day. */
export type Rhythm = {
  space: string;
  part: "morning" | "afternoon" | "day";
  weekdays: number[];
  chance: number;
};

export type DemoPerson = {
  name: string;
  email: string;
  commune: string;
  rhythms: Rhythm[];
  /** Days before today at which this person began to come, and stopped (0 = still comes). */
  since: number;
  until: number;
  role?: "staff" | "admin";
  hostOf?: string[];
};

const history = 548;

export const demoAccounts: DemoPerson[] = [
  {
    name: "Maëlle Rives",
    email: "membre@demo.test",
    commune: "46062",
    since: 400,
    until: 0,
    rhythms: [{ space: "faitout-luzech", part: "day", weekdays: [2, 4], chance: 0.85 }],
  },
  {
    name: "Sylvie Marty",
    email: "hote@demo.test",
    commune: "46182",
    since: history,
    until: 0,
    rhythms: [],
    hostOf: ["faitout-luzech", "faitout-prayssac"],
  },
  {
    name: "Agnès Pradines",
    email: "agent@demo.test",
    commune: "46225",
    since: 0,
    until: 0,
    rhythms: [],
    role: "staff",
  },
  {
    name: "Hugo Fabre",
    email: "admin@demo.test",
    commune: "46231",
    since: 0,
    until: 0,
    rhythms: [],
    role: "admin",
  },
  ...["la-cale", "le-pressoir", "ancienne-ecole", "les-tilleuls"].map((space, index) => ({
    name:
      ["Agnès Couderc", "Hugo Delpech", "Clara Vidal", "Jeanne Bessières"][index] ?? "Clara Vidal",
    email: `hote-${space}@demo.test`,
    commune: ["46231", "46089", "46301", "46187"][index] ?? "46231",
    since: 0,
    until: 0,
    rhythms: [],
    hostOf: [space],
  })),
];

const firstNames = [
  "Thomas",
  "Inès",
  "Youssef",
  "Karim",
  "Owen",
  "Bastien",
  "Lucie",
  "Paul",
  "Nadia",
  "Julien",
  "Camille",
  "Étienne",
  "Fatou",
  "Marie",
  "Antoine",
  "Léa",
  "Simon",
  "Aurélie",
  "David",
  "Chloé",
  "Vincent",
  "Noémie",
  "Rémi",
  "Sarah",
  "Pierre",
  "Élodie",
  "Mathieu",
  "Aïcha",
  "Benoît",
  "Manon",
  "Laurent",
  "Margaux",
  "Olivier",
  "Perrine",
  "Gaël",
  "Hélène",
  "Nicolas",
  "Justine",
  "Xavier",
  "Zoé",
];
const lastNames = [
  "Rigal",
  "Delpech",
  "Benali",
  "Haddad",
  "Clarke",
  "Couderc",
  "Miquel",
  "Vayssières",
  "Bouchet",
  "Lacombe",
  "Fournié",
  "Salles",
  "Diop",
  "Bergon",
  "Lafage",
  "Cayla",
  "Pons",
  "Bru",
  "Martinez",
  "Delmas",
];
const homes = [
  "46182",
  "46182",
  "46182",
  "46182",
  "46182",
  "46182",
  "46225",
  "46225",
  "46225",
  "46225",
  "46225",
  "46225",
  "46225",
  "46231",
  "46231",
  "46231",
  "46231",
  "46231",
  "46231",
  "46089",
  "46089",
  "46001",
  "46062",
  "46301",
  "46187",
  "46214",
  "46005",
  "46296",
  "46130",
  "46307",
  "46335",
  "46022",
  "46042",
  "46042",
  "47106",
  "46042",
  "46218",
  "46336",
  "46321",
  "46060",
];
const spaces = [
  "faitout-luzech",
  "faitout-prayssac",
  "la-cale",
  "faitout-luzech",
  "le-pressoir",
  "faitout-luzech",
  "faitout-prayssac",
  "la-cale",
  "ancienne-ecole",
  "faitout-luzech",
];

/** Forty members: few heavy users, more regulars, many who come now and then, summer visitors. */
export function demoMembers(): DemoPerson[] {
  return firstNames.map((firstName, index) => ({
    name: `${firstName} ${lastNames[(index * 7) % lastNames.length] ?? "Rigal"}`,
    email: `membre-${index + 1}@demo.test`,
    commune: homes[index] ?? "46182",
    since: sinceOf(index),
    until: index % 11 === 10 ? 150 : 0,
    rhythms: rhythmsOf(index),
  }));
}

function sinceOf(index: number): number {
  return index < 14 ? history : Math.max(20, history - (index - 13) * 19);
}

function rhythmsOf(index: number): Rhythm[] {
  const space = spaces[index % spaces.length] ?? "faitout-luzech";
  const second = spaces[(index + 3) % spaces.length] ?? space;
  if (index % 8 === 0) {
    return [{ space, part: "day", weekdays: [1, 2, 4], chance: 0.72 }];
  }
  if (index % 8 < 4) {
    const weekdays = index % 2 === 0 ? [2, 4] : [1, 3];
    return [
      { space, part: "day", weekdays: weekdays.slice(0, 1), chance: 0.7 },
      {
        space: second,
        part: index % 3 === 0 ? "morning" : "afternoon",
        weekdays: weekdays.slice(1),
        chance: 0.45,
      },
    ];
  }
  if (index % 8 === 4) {
    return [{ space: "les-tilleuls", part: "day", weekdays: [2, 5], chance: 0.4 }];
  }
  return [{ space, part: index % 2 === 0 ? "morning" : "day", weekdays: [2, 4, 5], chance: 0.17 }];
}

/** People of the holidays, each two weeks in July or August. */
export const summerVisitors = ["Ingrid", "Marco", "Emma", "Jonas", "Sofia", "Liam"].map(
  (name, index) => ({
    name: `${name} (de passage)`,
    email: `ete-${index + 1}@demo.test`,
    space: spaces[index] ?? "faitout-luzech",
    firstDay: ["07-06", "07-13", "07-20", "07-27", "08-03", "08-10"][index] ?? "07-06",
  }),
);
