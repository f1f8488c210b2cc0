import { z } from "zod";
import { dayInput } from "@/lib/bookings/schema";
import type { Day } from "@/lib/core/day";
import { earliestDay } from "../events/schema";
import type { Report } from "../figures/schema";
import type { IndicatorId } from "../indicators/schema";
import type { DayRange } from "../rules";

const reportedDay = dayInput.refine((on) => on >= earliestDay, { message: "invalidDate" });

export const freezeReportInput = z.object({
  /** Chosen by the form: the same form sent twice freezes once. */
  reportId: z.uuid(),
  title: z.string().trim().min(1, "required").max(160),
  signedAs: z.string().trim().min(1, "required").max(160),
  first: reportedDay,
  last: reportedDay,
});
export type FreezeReportInput = z.infer<typeof freezeReportInput>;

/** `not_over`: a day of it is to come; `turned_round`: it ends before it begins; `too_long`: three years at most; `not_counted`: daily facts are late. */
export type FreezeReportRefusal = "not_over" | "turned_round" | "too_long" | "not_counted";

/** Kinds of rows a report is counted from; each has its own hash, so that what changed can be said. */
export const reportSources = [
  "calendars",
  "bookings",
  "presences",
  "firsts",
  "wishes",
  "events",
  "profiles",
  "communes",
  "organisations",
  "help",
  "commutes",
] as const;
export type ReportSource = (typeof reportSources)[number];
export const sourceHashes = z.partialRecord(z.enum(reportSources), z.string());
export type SourceHashes = z.infer<typeof sourceHashes>;

/** Thresholds a report was counted with, by name. */
export const reportParameters = z.record(z.string(), z.number().nullable());
export type ReportParameters = z.infer<typeof reportParameters>;

export type FrozenReport = {
  id: string;
  title: string;
  signedAs: string;
  signedAt: Date;
  range: DayRange;
  definitionsVersion: number;
  parameters: ReportParameters;
  report: Report;
  figuresHash: string;
  /** What is kept is what was signed: its hash is the same. */
  isIntact: boolean;
};

export type FrozenReportLine = Pick<
  FrozenReport,
  "id" | "title" | "signedAs" | "signedAt" | "range" | "definitionsVersion"
>;

/** Why a number counted anew is not the one that was signed. */
export type DifferenceReason =
  | "definitions"
  | "parameters"
  | "people_gone"
  /** Newcomers whose three months were not over when it was signed. */
  | "delay_over"
  | ReportSource
  /** Nothing it is counted from changed: a fault. */
  | "unexplained";

type Told = Pick<Report["figures"][number], "value" | "of" | "withheld">;

export type Difference = {
  figure: Report["figures"][number];
  /** Null where there was none. */
  kept: Told | null;
  counted: Told | null;
  reasons: DifferenceReason[];
};

export type Recount = {
  countedAt: Day;
  isIdentical: boolean;
  differences: Difference[];
  /** What changed since it was signed, whether or not a number did. */
  changed: DifferenceReason[];
};

/** What tells who was where: hours too, since the wall of a place says in which half-day somebody came. */
const there = ["calendars", "bookings", "presences"] as const;

/** The rows each indicator is counted from; presences are who came, which goes after thirteen months. */
export const sourcesOf: Record<IndicatorId, readonly ReportSource[]> = {
  offeredCapacity: ["calendars"],
  bookedOccupancy: there,
  realOccupancy: there,
  roomUse: there,
  personDays: there,
  visits: there,
  uniqueUsers: there,
  regularUsers: there,
  activeMembers: there,
  newUsers: ["firsts"],
  retention: ["firsts"],
  trialReturn: [],
  residence: [...there, "profiles", "communes"],
  profile: [...there, "profiles"],
  peak: there,
  refusedDemand: ["wishes", "calendars"],
  lateAndNoShow: there,
  mobility: there,
  events: ["events"],
  attendance: ["events"],
  digitalHelp: ["events"],
  structures: [...there, "organisations"],
  receipts: [],
  commuteAvoided: [...there, "profiles", "communes", "commutes"],
  carbonAvoided: [...there, "profiles", "communes", "commutes"],
  opening: ["calendars"],
  contribution: ["events", "help"],
  satisfaction: [],
};
