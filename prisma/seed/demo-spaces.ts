import type { ResourceSetup } from "@/lib/spaces/resources/schema";
import type { EquipmentCode } from "@/lib/spaces/schema";
import { inventedSpaces } from "./demo-invented-spaces";
import { accessibility, type DemoSpace, tariffs, weekdays } from "./demo-space";

/** Somebody has to look for it and try it: the day before at the latest. By the hour too, the only way on screen. */
const projector: Partial<ResourceSetup> = {
  modes: ["hour", "half_day", "day"],
  minMinutes: 60,
  noticeMinutes: 24 * 60,
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

/** The two real spaces of the valley, their desks, prices and people invented; then the others. */
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
  ...inventedSpaces,
];
