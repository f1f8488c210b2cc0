import { type Figure, measureKeyOf, type Report } from "../../figures/schema";
import { firstMonthWithPeople } from "../../frozen-months/rules";
import { retentionMonths } from "../../indicators/loyalty/rules";
import { addMonths, type Month, monthOf } from "../../schema";
import { canonicalText } from "../rules";
import {
  type Difference,
  type DifferenceReason,
  type ReportParameters,
  type ReportSource,
  reportSources,
  type SourceHashes,
  sourcesOf,
} from "../schema";

/** One side of a comparison: a report with what it was counted from. */
export type Counted = { report: Report; parameters: ReportParameters; sources: SourceHashes };

/** `signedIn`, `current`: the months it was signed and is counted anew. */
type When = { signedIn: Month; current: Month };

/** Numbers of a signed report that would not be the same counted today, each with why; none: identical. */
export function differencesOf(kept: Counted, counted: Counted, when: When): Difference[] {
  const changed = changesOf(kept, counted, when);
  const before = byKey(kept.report);
  const after = byKey(counted.report);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const figure = was ?? is;
    if (!figure || isSame(was, is)) return [];
    return {
      figure,
      kept: was ?? null,
      counted: is ?? null,
      reasons: is?.withheld === "people_gone" ? ["people_gone"] : reasonsOf(figure, changed),
    };
  });
}

/** What reports are counted from or by, and is not what it was. */
export function changesOf(kept: Counted, counted: Counted, when: When): DifferenceReason[] {
  const isChanged = (source: ReportSource) => kept.sources[source] !== counted.sources[source];
  const isOld = monthOf(kept.report.range.first) < firstMonthWithPeople(when.current);
  const wasEarly = when.signedIn <= addMonths(monthOf(kept.report.range.last), retentionMonths);
  const isDefinedAnew = kept.report.definitionsVersion !== counted.report.definitionsVersion;
  const isCountedOtherwise = canonicalText(kept.parameters) !== canonicalText(counted.parameters);
  return [
    ...(isDefinedAnew ? ["definitions" as const] : []),
    ...(isCountedOtherwise ? ["parameters" as const] : []),
    ...(wasEarly && when.current > when.signedIn ? ["delay_over" as const] : []),
    ...new Set(
      reportSources
        .filter(isChanged)
        .map((source) => (isOld && goesWithPeople(source) ? ("people_gone" as const) : source)),
    ),
  ];
}

/** Of those present alone: gone with who they were. */
function goesWithPeople(source: ReportSource): boolean {
  return ["presences", "profiles", "organisations", "commutes"].includes(source);
}

function reasonsOf(figure: Figure, changed: readonly DifferenceReason[]): DifferenceReason[] {
  const own: readonly DifferenceReason[] = sourcesOf[figure.indicator];
  const reasons = changed.filter((reason) => {
    if (reason === "definitions" || reason === "parameters") return true;
    if (reason === "delay_over") return figure.indicator === "retention";
    if (reason === "people_gone") return own.includes("presences");
    return own.includes(reason);
  });
  if (reasons.length > 0) return reasons;
  // Months that have lost their people are summed from what was kept of each, rounded as it was.
  return changed.includes("people_gone") ? ["people_gone"] : ["unexplained"];
}

function byKey({ figures }: Report): Map<string, Figure> {
  return new Map(figures.map((figure) => [keyOf(figure), figure]));
}

function keyOf(figure: Figure): string {
  return `${measureKeyOf(figure)} ${figure.place ?? ""} ${canonicalText(figure.part)}`;
}

/** Sums of fractions come in any order: what nobody could read apart is the same. */
const tolerance = 1e-6;

function isSame(one: Figure | undefined, other: Figure | undefined): boolean {
  if (!one || !other) return false;
  const isClose = (a: number | null, b: number | null) =>
    a === b || (a !== null && b !== null && Math.abs(a - b) < tolerance);
  return (
    isClose(one.value, other.value) &&
    isClose(one.of, other.of) &&
    isClose(one.perThousand, other.perThousand) &&
    one.nearest === other.nearest &&
    one.withheld === other.withheld &&
    one.without.join() === other.without.join()
  );
}
