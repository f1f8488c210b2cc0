import { publishedCounts } from "../../disclosure/rules";
import { laterWaves } from "../../disclosure/waves/rules";
import { type CrossedEntry, type CrossedLine, crossedLines } from "../publication/rules";
import { countEach } from "../respondents/rules";
import { listOf } from "../rules";
import { type Response, roles } from "../schema";

export type Flows = {
  /** Bourgs put together in each column; a commune without a bourg is its own. */
  columns: { key: string; bourgs: string[] }[];
  /** Communes of residence put together, with distinct respondents by column. */
  lines: CrossedLine[];
};

/**
 * From where to where: respondents by commune of residence and by bourg wished, whoever names two communes
 * of one bourg once. Small bourgs are one column, small communes one line with those of their bourg. Null
 * when no table can be shown.
 */
export function flowsOf(
  responses: readonly Response[],
  bourgOf: ReadonlyMap<string, string>,
  least: number,
): Flows | null {
  const trips = responses.flatMap(({ answers, wave }, respondent) => {
    const trip = tripOf(answers);
    if (!trip) return [];
    const bourgs = trip.wished.map((commune) => bourgOf.get(commune) ?? commune);
    return [{ respondent, wave, home: trip.home, bourgs: [...new Set(bourgs)] }];
  });
  const wishesOf = (some: typeof trips) => countEach(some.flatMap(({ bourgs }) => bourgs));
  const later = laterWaves(trips).map(wishesOf);
  const columns = publishedCounts(wishesOf(trips), least, later)?.map(({ keys }) => ({
    key: keys.join(" "),
    bourgs: keys,
  }));
  if (!columns) return null;
  const columnOf = new Map(columns.flatMap(({ key, bourgs }) => bourgs.map((each) => [each, key])));
  const entries = trips.flatMap(({ respondent, wave, home, bourgs }): CrossedEntry[] =>
    [...new Set(bourgs.map((bourg) => columnOf.get(bourg) ?? ""))].map((column) => ({
      ...{ respondent, wave },
      row: home,
      column,
      value: 1,
    })),
  );
  const lines = crossedLines(entries, (commune) => bourgOf.get(commune) ?? "", least);
  return lines && { columns, lines };
}

/** Respondents whose way is known: where they live and where they would go. */
export function travellersIn(responses: readonly Response[]): number {
  return responses.filter(({ answers }) => tripOf(answers)).length;
}

function tripOf(answers: Response["answers"]): { home: string; wished: string[] } | null {
  const home = answers[roles.residence];
  const wished = listOf(answers, roles.wished);
  return typeof home === "string" && wished.length > 0 ? { home, wished } : null;
}
