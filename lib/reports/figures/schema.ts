import type { seatKinds } from "@/lib/bookings/schema";
import type { Day } from "@/lib/core/day";
import type { OrganisationKind } from "@/lib/members/organisations/schema";
import type { Situation } from "@/lib/members/profiles/schema";
import type { HalfDay } from "@/lib/spaces/opening-hours/schema";
import type { CommuteMode } from "../commutes/schema";
import type { IndicatorId, MissingReason } from "../indicators/schema";
import type { ResidenceLine } from "../residences/rules";
import type { DayRange } from "../rules";
import type { Month } from "../schema";

/** What an indicator's numbers are each called; its words are `reportFigures.measures.<indicator>.<measure>`. */
export const measuresOf = {
  offeredCapacity: ["deskSlots", "extendedSlots", "roomHours"],
  bookedOccupancy: ["slots", "extendedSlots"],
  realOccupancy: ["slots", "extendedSlots", "emptySlots"],
  roomUse: ["hours", "people", "meetings"],
  personDays: ["days"],
  visits: ["visits"],
  uniqueUsers: ["persons", "guests"],
  regularUsers: ["regular", "occasional"],
  activeMembers: ["persons"],
  newUsers: ["persons"],
  retention: ["returned"],
  trialReturn: ["returned"],
  residence: ["persons"],
  profile: ["persons"],
  peak: ["busiest", "percentile95", "slots"],
  refusedDemand: ["places", "served"],
  lateAndNoShow: ["late", "noShow", "leftEmpty"],
  mobility: ["severalSites", "passesAway"],
  events: ["held", "cancelled", "hours", "partners"],
  attendance: [
    "registered",
    "present",
    "walkIns",
    "heads",
    "fill",
    "attendance",
    "firstTimers",
    "participants",
  ],
  digitalHelp: ["workshops", "accompanied", "heads", "topics"],
  structures: ["hosted", "domiciled", "created", "jobs"],
  receipts: ["receipts"],
  commuteAvoided: ["kilometres", "people"],
  carbonAvoided: ["gross", "net", "weeklyDays"],
  opening: ["staffedHours", "selfServiceHours", "unexpectedDays"],
  contribution: ["volunteerHours", "memberWorkshops", "offers", "contacts"],
  satisfaction: ["mean"],
} as const satisfies Record<IndicatorId, readonly string[]>;
export const measures = Object.values(measuresOf).flat();
export type Measure = (typeof measures)[number];

/** A number by its indicator and its own name, « peak.busiest ». */
export type MeasureKey = {
  [Id in IndicatorId]: `${Id}.${(typeof measuresOf)[Id][number]}`;
}[IndicatorId];

/** Every number there may be, in the order of the indicators. */
export const measureKeys = Object.entries(measuresOf).flatMap(([id, own]) =>
  own.map((measure) => `${id}.${measure}` as MeasureKey),
);

export function measureKeyOf({ indicator, measure }: Pick<Figure, "indicator" | "measure">) {
  const key = measureKeys.find((each) => each === `${indicator}.${measure}`);
  if (!key) throw new Error(`No indicator ${indicator} has a number ${measure}.`);
  return key;
}

/** What a number counts; how it is written follows from it. */
export const units = [
  "slot",
  "hour",
  "person",
  "person_day",
  "visit",
  "booking",
  "place",
  "event",
  "structure",
  "day",
  "hour_a_week",
  "kilometre",
  "kilogram",
  "contribution",
] as const;
export type Unit = (typeof units)[number];

/** Why a number is not told; never shown as zero. */
export const withheldReasons = [
  /** Of one to four people. */
  "few_people",
  /** With others that are told, it would give one of those away. */
  "protects_another",
  /** Nothing collects it yet: `because` says why. */
  "not_collected",
  "whole_months_only",
  /** The bookings lost their people after thirteen months, and no month kept it. */
  "people_gone",
  /** Nothing to say: no opening, nobody asked, not over yet. */
  "no_base",
] as const;
export type Withheld = (typeof withheldReasons)[number];

/** Which part of a whole a number is of. */
export type FigurePart =
  | { kind: "week_half"; weekday: number; half: HalfDay }
  | { kind: "resource"; resource: (typeof seatKinds)[number] }
  | { kind: "residence"; line: Pick<ResidenceLine, "kind" | "name" | "communes"> }
  /** Situations told together, "unsaid" being one of them. */
  | { kind: "profile"; situations: (Situation | "unsaid")[] }
  /** Who was new over these months, both included: as many as make a group that may be told. */
  | { kind: "cohort"; first: Month; last: Month }
  | { kind: "moment"; day: Day; half: HalfDay }
  | { kind: "theme"; theme: string }
  /** Ways of travelling told together. */
  | { kind: "mode"; modes: CommuteMode[] }
  | { kind: "structure"; structure: OrganisationKind };

/** One number of a report as anybody who may read reports sees it: on a screen, in a file, kept. */
export type Figure = {
  indicator: IndicatorId;
  measure: Measure;
  /** Identifier of a space; null: the network, whose persons are distinct and never a sum. */
  place: string | null;
  part: FigurePart | null;
  unit: Unit;
  /** Null where it is withheld. */
  value: number | null;
  /** What it is a share of, in the same unit; null where it is of nothing, or withheld. */
  of: number | null;
  /**
   * It is told to the nearest of so many, since a smaller one would tell of few people; null: as it is. Of a sum
   * of rounded numbers, as many times five.
   */
  nearest: number | null;
  /** For a thousand inhabitants, of residences only. */
  perThousand: number | null;
  withheld: Withheld | null;
  because: MissingReason | null;
  /** Months of the period it leaves out: fewer than five people came in them. */
  without: Month[];
};

export type ReportPlace = { id: string; slug: string; name: string; communeName: string };

/** A report over local days, both included; every figure of it may be shown. */
export type Report = {
  range: DayRange;
  /** The days of it that are over, which are those counted; null when none is. */
  counted: DayRange | null;
  definitionsVersion: number;
  /** By which version of the assumptions its travel is counted (/pilotage/hypotheses); null when no day is. */
  travelAssumptionsVersion: number | null;
  places: ReportPlace[];
  figures: Figure[];
};
