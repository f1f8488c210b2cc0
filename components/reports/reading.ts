import type { Figure, Report } from "@/lib/reports/figures/schema";
import { type FigureIndex, findFigure } from "@/lib/reports/figures/selection/rules";
import type { DayRange } from "@/lib/reports/rules";

/** The same numbers of another period. */
export type Side = { range: DayRange; figures: FigureIndex };

/** What a report's numbers are set beside. */
export const sides = ["before", "lastYear"] as const;
export type SideName = (typeof sides)[number];

/** A report with the numbers of the period before and of a year earlier; null where nothing was counted then. */
export type ReportReading = {
  report: Report;
  figures: FigureIndex;
} & Record<SideName, Side | null>;

/** The same number a period or a year before. */
export function besideOf(reading: ReportReading, side: SideName, figure: Figure): Figure | null {
  const figures = reading[side]?.figures;
  return figures ? findFigure(figures, figure) : null;
}
