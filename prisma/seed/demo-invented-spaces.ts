import { accessibility, type DemoSpace, type Hours, tariffs, weekdays } from "./demo-space";

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

/** Wholly invented, and labelled so: they show a network of six. */
export const inventedSpaces: DemoSpace[] = [
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
