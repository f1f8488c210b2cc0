import type { OpeningSeason, OpeningState } from "@/lib/spaces/opening-hours/schema";
import type { ResourceSetup } from "@/lib/spaces/resources/schema";
import type { EquipmentCode, PosterName, SpaceTexts } from "@/lib/spaces/schema";

export type Hours = {
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

export const weekdays = [1, 2, 3, 4, 5];

/** Price list of domain studies, invented for the demonstration. */
export const tariffs = {
  fr: "Démonstration : demi-journée 6 €, journée 10 €, carnet de 10 demi-journées 50 € (six mois), bureau fermé 18 € la journée. Première demi-journée offerte. Moitié prix pour les étudiants et les personnes en recherche d’emploi. On règle sur place.",
  en: "Demonstration: half-day €6, day €10, book of ten half-days €50 (six months), closed office €18 a day. The first half-day is free. Half price for students and job seekers. You pay on site.",
};
export const accessibility = {
  fr: "Entrée et sanitaires de plain-pied. Un poste est à bonne hauteur pour un fauteuil. Démonstration : à vérifier sur place.",
  en: "Step-free entrance and toilets. One desk suits a wheelchair. Demonstration: to be checked on site.",
};
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
