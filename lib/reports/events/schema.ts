import type { Day } from "@/lib/core/day";
import type { UntoldBecause } from "../disclosure/schema";
import type { DayRange } from "../rules";
import type { Month } from "../schema";

/** An event that was announced, with what is counted of it. */
export type CountedEvent = {
  id: string;
  spaceId: string;
  spaceName: string;
  theme: string;
  state: "published" | "cancelled";
  /** Local day of the space that organised it. */
  day: Day;
  startsAt: Date;
  endsAt: Date;
  /** Seats; null where nobody counts them. */
  capacity: number | null;
  needsRegistration: boolean;
  /** People with a seat: those of registrations that stand. */
  registered: number;
  /** Ticked by name, one a human being. */
  named: number;
  /** Counted in one look at the door; null = nobody counted. */
  heads: number | null;
  /** Of those named, who registered and whom no earlier event of the network saw. */
  firstTimers: number;
  feedback: { count: number; sum: number };
};

/** Figures over some events; each has its definition in messages/<language>/events-figures.json. */
export type EventFigures = {
  held: number;
  cancelled: number;
  hours: number;
  registered: number;
  named: number;
  /** People in one look, and at how many of the events held somebody looked. */
  heads: { people: number; events: number };
  fill: { taken: number; seats: number };
  firstTimers: number;
  feedback: { mean: number | null; count: number };
};

/** What tells of people, as it may be read: over the months told, or why over none of them. */
export type Told<Value> =
  | { value: Value; without: Month[]; because: null }
  | { value: null; without: Month[]; because: UntoldBecause };

/** The figures that tell of people. */
export const peopleFigures = [
  "registered",
  "named",
  "heads",
  "fill",
  "firstTimers",
  "feedback",
] as const;
export type PeopleFigure = (typeof peopleFigures)[number];

/** The same as they may be read. What is public is over the period; what tells of people is by whole months. */
export type ShownFigures = Pick<EventFigures, "held" | "cancelled" | "hours"> & {
  /** At how many of the events held somebody counted heads. */
  headsEvents: number;
} & { [Key in PeopleFigure]: Told<EventFigures[Key]> };

export type FiguresLine = { key: string; name: string; figures: ShownFigures };

export type EventsReport = {
  range: DayRange;
  network: ShownFigures;
  themes: FiguresLine[];
  sites: FiguresLine[];
  /** Month by month of the period, both ends included. */
  months: { first: Day; held: number; cancelled: number }[];
};

export const periodKinds = ["month", "quarter", "year", "school_year", "dates"] as const;
/** How a period is said: around a day, or from one to another. */
export type PeriodKind = (typeof periodKinds)[number];

/** No report begins before: the ninety days of who is active, and the months before, are of the same millennium. */
export const earliestDay = "2001-01-01";

/** Longest period of one report, in days: three years with a leap one. */
export const longestRange = 1_096;
