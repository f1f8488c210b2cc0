import type { Day, WallMinute } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";

export const openingStates = ["staffed", "self_service"] as const;
/** `staffed`: somebody welcomes you; `self_service`: by pass or key. Closed is the absence of both. */
export type OpeningState = (typeof openingStates)[number];

/** Half-open minutes on the wall clock of the space. */
export type WallInterval = { startMinute: WallMinute; endMinute: WallMinute; state: OpeningState };

export const openingSeasons = ["always", "school_term", "school_holidays"] as const;
export type OpeningSeason = (typeof openingSeasons)[number];

/** Weekly hours, valid over half-open days; weekday 1 = Monday. */
export type WeeklyRule = WallInterval & {
  weekday: number;
  validFrom: Day | null;
  validUntil: Day | null;
  /** Every so many weeks counted from `weekCountFrom`; the week whose number leaves `weekOffset`. */
  everyWeeks: number;
  weekOffset: number;
  season: OpeningSeason;
  /** Who welcomes, when it matters which of several sites they are at. */
  staffName: string | null;
};

/** School holidays of the space's zone, half-open days. */
export type SchoolHoliday = { firstDay: Day; untilDay: Day; name: string };

/** Replaces weekly hours and public holiday on one day; no interval = closed. */
export type OpeningException = { day: Day; intervals: WallInterval[]; reason: string | null };

/** All that decides when a space is open. */
export type OpeningCalendar = {
  timeZone: string;
  halfDayBoundary: WallMinute;
  closesOnPublicHolidays: boolean;
  rules: WeeklyRule[];
  exceptions: OpeningException[];
  /** Of the whole space, half-open. */
  closures: (Interval & { reason: string })[];
  schoolHolidays: SchoolHoliday[];
};

export const halfDays = ["morning", "afternoon"] as const;
export type HalfDay = (typeof halfDays)[number];

export type ClosedBecause = "hours" | "holiday" | "exception" | "closure";

export type HalfDayOpening =
  | ({ open: true; half: HalfDay; intervals: WallInterval[] } & Interval)
  | { open: false; half: HalfDay; because: ClosedBecause; reason: string | null };

export type DayOpening = { day: Day; morning: HalfDayOpening; afternoon: HalfDayOpening };
