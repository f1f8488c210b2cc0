import type { Month } from "@/lib/reports/schema";
import { exactly, type Known } from "./report-solver";
import { atLeast, figuresOf, nameOf, toldMonths, type World, weights } from "./report-tables";

/** New people by month: runs told, bases of those who came back, and all who came since the first month. */
export function newKnown(world: World, first: Month): Known[] {
  const named = (months: readonly Month[]) =>
    weights(months.map((month) => nameOf("new", null, [month])));
  const since = world.months.filter((month) => month >= first);
  const told = world.given.flatMap((report) => [
    ...figuresOf(report, "newUsers.persons").flatMap((figure) =>
      figure.value === null ? [] : exactly(named(toldMonths(report, figure)), figure.value),
    ),
    ...figuresOf(report, "retention.returned", (part) => part?.kind === "cohort").flatMap(
      (figure) => {
        const { part, of } = figure;
        if (part?.kind !== "cohort" || of === null) return [];
        return exactly(
          named(report.months.filter((month) => part.first <= month && month <= part.last)),
          of,
        );
      },
    ),
  ]);
  const all = since.map((_, at) => {
    const months = since.slice(0, at + 1);
    return exactly(new Map([[nameOf("people", null, months), -1], ...named(months)]), 0);
  });
  const some = since.flatMap((month) =>
    atLeast(nameOf("new", null, [month]), [nameOf("people", null, [month])], 1),
  );
  return [...told, ...all, ...some];
}
