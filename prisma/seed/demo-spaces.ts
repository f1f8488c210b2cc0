import type { OpeningSeason, OpeningState } from "@/lib/spaces/opening-hours/schema";
import type { ResourceSetup } from "@/lib/spaces/resources/schema";
import type { EquipmentCode, PosterName, SpaceTexts } from "@/lib/spaces/schema";

type Hours = {
  weekdays: number[];
  from: string;
  to: string;
  state: OpeningState;
  /** Who welcomes, where the same person does in two places. */
  staff?: string;
  /** Every second week: 0 or 1 of the count that begins on Monday 5 January 2026. */
  secondWeek?: 0 | 1;
  season?: OpeningSeason;
};

export type DemoSpace = {
  slug: string;
  name: string;
  commune: string;
  street: string;
  postalCode: string;
  position: [number, number];
  real: boolean;
  hostName: string;
  poster: PosterName;
  equipment: EquipmentCode[];
  halfDayBoundary: number;
  closesOnPublicHolidays: boolean;
  desks: number;
  offices: number;
  rooms: string[];
  booths: number;
  /** Names of what is lent, one row a unit. */
  lent?: string[];
  /** By name of the resource, what it asks besides the usual of its kind. */
  terms?: Record<string, Partial<ResourceSetup>>;
  /** By name of a room, the rooms it splits into. */
  splits?: Record<string, string[]>;
  noShowGraceMinutes?: number;
  checkInCode?: string;
  hours: Hours[];
  texts: SpaceTexts;
};

const weekdays = [1, 2, 3, 4, 5];
/** Somebody has to look for it and try it: the day before at the latest. By the hour too, the only way on screen. */
const projector: Partial<ResourceSetup> = {
  modes: ["hour", "half_day", "day"],
  minMinutes: 60,
  noticeMinutes: 24 * 60,
};

/** Price list of domain studies, invented for the demonstration. */
const tariffs = {
  fr: "Démonstration : demi-journée 6 €, journée 10 €, carnet de 10 demi-journées 50 € (six mois), bureau fermé 18 € la journée. Première demi-journée offerte. Moitié prix pour les étudiants et les personnes en recherche d’emploi. On règle sur place.",
  en: "Demonstration: half-day €6, day €10, book of ten half-days €50 (six months), closed office €18 a day. The first half-day is free. Half price for students and job seekers. You pay on site.",
};
const accessibility = {
  fr: "Entrée et sanitaires de plain-pied. Un poste est à bonne hauteur pour un fauteuil. Démonstration : à vérifier sur place.",
  en: "Step-free entrance and toilets. One desk suits a wheelchair. Demonstration: to be checked on site.",
};
const faitoutHosting = {
  fr: "Une personne vous accueille du lundi au vendredi, le matin à Luzech et l’après-midi à Prayssac. Le reste du temps, l’accès est libre avec votre badge.",
  en: "Somebody welcomes you from Monday to Friday, in the morning in Luzech and in the afternoon in Prayssac. The rest of the time you let yourself in with your badge.",
};
const faitoutEquipment: EquipmentCode[] = [
  "fibre",
  "meeting_room",
  "call_booth",
  "printer",
  "lockers",
  "parking",
  "relaxation",
  "kitchen",
  "events",
];

function shop(from: string, to: string, days = weekdays): Hours[] {
  return [
    { weekdays: days, from, to: "12:30", state: "staffed" },
    { weekdays: days, from: "13:30", to, state: "staffed" },
  ];
}

/** Wednesday mornings, one week in two. */
function alternating(staff: string, secondWeek: 0 | 1): Hours[] {
  return [{ weekdays: [3], from: "09:00", to: "12:30", state: "staffed", staff, secondWeek }];
}

export const demoSpaces: DemoSpace[] = [
  {
    slug: "faitout-luzech",
    name: "Faitout numérique – Luzech",
    commune: "46182",
    street: "203 avenue de l’Uxellodunum",
    postalCode: "46140",
    position: [1.28675, 44.47825],
    real: true,
    hostName: "Sylvie",
    poster: "luzech",
    equipment: faitoutEquipment,
    halfDayBoundary: 780,
    closesOnPublicHolidays: false,
    desks: 8,
    offices: 3,
    rooms: ["Salle Impernal"],
    booths: 1,
    lent: ["Vidéoprojecteur 1", "Vidéoprojecteur 2"],
    terms: {
      "Bureau fermé 3": { needsApproval: true },
      "Vidéoprojecteur 1": projector,
      "Vidéoprojecteur 2": projector,
    },
    checkInCode: "LUZ46C",
    hours: [
      { weekdays, from: "08:00", to: "13:00", state: "staffed", staff: "Sylvie" },
      { weekdays, from: "13:00", to: "22:00", state: "self_service" },
      { weekdays: [6, 7], from: "08:00", to: "22:00", state: "self_service" },
    ],
    texts: {
      summary: {
        fr: "Deux cents mètres carrés dans la boucle du Lot, avec la fibre.",
        en: "Two hundred square metres inside the loop of the Lot, with fibre.",
      },
      description: {
        fr: "Un grand plateau de travail, des bureaux fermés, une salle de réunion équipée et une cabine pour téléphoner. On y croise des indépendants, des télétravailleurs et des associations de tout le canton.",
        en: "A large open workspace, closed offices, an equipped meeting room and a booth for calls. You meet freelancers, teleworkers and local associations.",
      },
      access: {
        fr: "À l’entrée du bourg, stationnement gratuit devant la porte.",
        en: "At the entrance of the town, free parking at the door.",
      },
      accessibility,
      tariffs,
      hosting: faitoutHosting,
    },
  },
  {
    slug: "faitout-prayssac",
    name: "Faitout numérique – Prayssac",
    commune: "46225",
    street: "4 avenue de l’Aviateur Gibert",
    postalCode: "46220",
    position: [1.18778, 44.5043],
    real: true,
    hostName: "Sylvie",
    poster: "prayssac",
    equipment: faitoutEquipment,
    halfDayBoundary: 780,
    closesOnPublicHolidays: false,
    desks: 4,
    offices: 1,
    rooms: ["Salle du Tour"],
    booths: 1,
    terms: {
      "Cabine 1": { modes: ["hour", "half_day"], quotaCount: 2, quotaPeriod: "week" },
    },
    hours: [
      { weekdays, from: "08:00", to: "13:00", state: "self_service" },
      { weekdays, from: "13:00", to: "19:00", state: "staffed", staff: "Sylvie" },
      { weekdays, from: "19:00", to: "22:00", state: "self_service" },
      { weekdays: [6, 7], from: "08:00", to: "22:00", state: "self_service" },
    ],
    texts: {
      summary: {
        fr: "Cent mètres carrés au cœur du bourg, à deux pas du marché.",
        en: "A hundred square metres in the heart of the town, next to the market.",
      },
      description: {
        fr: "Un lieu à taille humaine : quelques postes, un bureau fermé, une salle de réunion et un coin détente. Le vendredi, jour de marché, on y déjeune souvent ensemble.",
        en: "A small place: a few desks, a closed office, a meeting room and a corner to rest. On Fridays, market day, people often have lunch together.",
      },
      access: {
        fr: "Sur l’avenue, à cinq minutes à pied de la place. Stationnement gratuit.",
        en: "On the avenue, five minutes on foot from the square. Free parking.",
      },
      accessibility,
      tariffs,
      hosting: faitoutHosting,
    },
  },
  {
    slug: "la-cale",
    name: "La Cale",
    commune: "46231",
    street: "Quai de la Cale",
    postalCode: "46700",
    position: [1.1378, 44.5048],
    real: false,
    hostName: "Agnès",
    poster: "puy",
    equipment: ["fibre", "screens", "printer", "call_booth", "kitchen", "terrace", "bikes"],
    halfDayBoundary: 780,
    closesOnPublicHolidays: true,
    desks: 6,
    offices: 1,
    rooms: ["Salle des Gabares", "Salle amont", "Salle aval"],
    booths: 1,
    terms: { "Salle des Gabares": { capacity: 16 } },
    splits: { "Salle des Gabares": ["Salle amont", "Salle aval"] },
    hours: [
      ...shop("08:30", "18:30"),
      { weekdays: [6], from: "09:00", to: "12:30", state: "self_service" },
    ],
    texts: {
      summary: {
        fr: "Six postes au bord du Lot, dans un ancien entrepôt de bateliers.",
        en: "Six desks on the bank of the Lot, in a former bargemen’s store.",
      },
      description: {
        fr: "Lieu inventé pour la démonstration. Une salle claire face à la rivière, une terrasse aux beaux jours et un petit-déjeuner commun le premier jeudi du mois.",
        en: "A place invented for the demonstration. A bright room facing the river, a terrace in fine weather and a shared breakfast on the first Thursday of the month.",
      },
      access: {
        fr: "Au pied du bourg, parking de la Cale.",
        en: "Below the town, La Cale car park.",
      },
      accessibility,
      tariffs,
      hosting: {
        fr: "Agnès vous accueille du lundi au vendredi.",
        en: "Agnès welcomes you from Monday to Friday.",
      },
    },
  },
  {
    slug: "le-pressoir",
    name: "Le Pressoir",
    commune: "46089",
    street: "Place de l’Église",
    postalCode: "46700",
    position: [1.0795, 44.5161],
    real: false,
    hostName: "Hugo",
    poster: "duravel",
    equipment: ["fibre", "printer", "kitchen", "parking", "events"],
    halfDayBoundary: 780,
    closesOnPublicHolidays: true,
    desks: 5,
    offices: 0,
    rooms: [],
    booths: 0,
    // Jeanne of Les Tilleuls keeps the place one Wednesday morning in two.
    hours: [
      ...shop("09:00", "17:30", [1, 2, 4, 5]),
      ...alternating("Hugo", 0),
      ...alternating("Jeanne", 1),
      { weekdays: [3], from: "13:30", to: "17:30", state: "staffed" },
    ],
    texts: {
      summary: {
        fr: "Cinq postes dans un ancien chai, à l’ombre de l’église.",
        en: "Five desks in a former wine store, in the shade of the church.",
      },
      description: {
        fr: "Lieu inventé pour la démonstration. Des murs épais, du calme, et un atelier de réparation le mercredi après-midi.",
        en: "A place invented for the demonstration. Thick walls, quiet, and a repair workshop on Wednesday afternoons.",
      },
      access: {
        fr: "Sur la place, stationnement à vingt mètres.",
        en: "On the square, parking twenty metres away.",
      },
      accessibility,
      tariffs,
      hosting: {
        fr: "Hugo vous accueille du lundi au vendredi.",
        en: "Hugo welcomes you from Monday to Friday.",
      },
    },
  },
  {
    slug: "ancienne-ecole",
    name: "L’Ancienne École",
    commune: "46301",
    street: "Route de l’École",
    postalCode: "46140",
    position: [1.2597, 44.4183],
    real: false,
    hostName: "Clara",
    poster: "interieur",
    equipment: ["fibre", "screens", "kitchen", "parking", "step_free"],
    halfDayBoundary: 750,
    closesOnPublicHolidays: true,
    desks: 5,
    offices: 0,
    rooms: [],
    booths: 0,
    noShowGraceMinutes: 30,
    hours: [
      { weekdays, from: "09:00", to: "12:30", state: "staffed" },
      { weekdays, from: "12:30", to: "17:00", state: "staffed" },
      {
        weekdays: [6],
        from: "09:00",
        to: "12:30",
        state: "self_service",
        season: "school_holidays",
      },
    ],
    texts: {
      summary: {
        fr: "Cinq postes dans la classe des grands, avec le tableau noir.",
        en: "Five desks in the old classroom, blackboard included.",
      },
      description: {
        fr: "Lieu inventé pour la démonstration. De hautes fenêtres, une cour, et des voisins qui passent imprimer une facture.",
        en: "A place invented for the demonstration. Tall windows, a yard, and neighbours who drop in to print an invoice.",
      },
      access: {
        fr: "À côté de la mairie, parking de la cour.",
        en: "Next to the town hall, parking in the yard.",
      },
      accessibility,
      tariffs,
      hosting: {
        fr: "Clara vous accueille du lundi au vendredi.",
        en: "Clara welcomes you from Monday to Friday.",
      },
    },
  },
  {
    slug: "les-tilleuls",
    name: "Les Tilleuls",
    commune: "46187",
    street: "Le Bourg",
    postalCode: "46700",
    position: [1.0462, 44.4529],
    real: false,
    hostName: "Jeanne",
    poster: "terrasse",
    equipment: ["fibre", "kitchen", "terrace", "parking"],
    halfDayBoundary: 780,
    closesOnPublicHolidays: true,
    desks: 4,
    offices: 0,
    rooms: [],
    booths: 0,
    hours: [...shop("09:00", "17:00", [2, 5]), ...alternating("Jeanne", 0)],
    texts: {
      summary: {
        fr: "Quatre postes ouverts le mardi, le vendredi et un mercredi matin sur deux, sous les tilleuls.",
        en: "Four desks open on Tuesdays, Fridays and every second Wednesday morning, under the lime trees.",
      },
      description: {
        fr: "Lieu inventé pour la démonstration. Tenu par une association, ouvert deux jours par semaine pour commencer.",
        en: "A place invented for the demonstration. Run by an association, open two days a week to begin with.",
      },
      access: { fr: "Au centre du village.", en: "In the centre of the village." },
      accessibility,
      tariffs,
      hosting: {
        fr: "Jeanne et les bénévoles vous accueillent le mardi et le vendredi.",
        en: "Jeanne and the volunteers welcome you on Tuesdays and Fridays.",
      },
    },
  },
];

/** Weekly rules of a space, in wall minutes. */
export function weeklyRules(space: DemoSpace) {
  return space.hours.flatMap((hours) =>
    hours.weekdays.map((weekday) => ({
      weekday,
      startMinute: minuteOf(hours.from),
      endMinute: minuteOf(hours.to),
      state: hours.state,
      staffName: hours.staff ?? null,
      everyWeeks: hours.secondWeek === undefined ? 1 : 2,
      weekOffset: hours.secondWeek ?? 0,
      season: hours.season ?? "always",
    })),
  );
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
