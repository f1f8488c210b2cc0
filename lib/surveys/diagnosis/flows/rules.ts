import {
  type CommuneEntry,
  type CrossedLine,
  crossedLines,
  linesByCommune,
} from "../publication/rules";
import { listOf } from "../rules";
import { type Response, roles } from "../schema";

export type Flows = {
  /** Bourgs put together in each column; a commune without a bourg is its own. */
  columns: { key: string; bourgs: string[] }[];
  /** Communes of residence put together, with how often the communes of each column are wished from there. */
  lines: CrossedLine[];
};

/**
 * From where to where: wishes by commune of residence and by bourg wished; whoever names two communes of one
 * bourg says two, so that no other table tells how many did. Small bourgs are one column, small communes one
 * line with those of their bourg. Null when no table can be shown.
 */
export function flowsOf(
  responses: readonly Response[],
  bourgOf: ReadonlyMap<string, string>,
  least: number,
): Flows | null {
  const wishes = responses.flatMap(({ answers, wave }, respondent) => {
    const home = answers[roles.residence];
    if (typeof home !== "string") return [];
    return listOf(answers, roles.wished).map((wished): CommuneEntry & { home: string } => ({
      ...{ respondent, wave, home, value: 1 },
      commune: bourgOf.get(wished) ?? wished,
    }));
  });
  const columns = linesByCommune(wishes, new Map(), least).map(({ communes }) => ({
    key: communes.join(" "),
    bourgs: communes,
  }));
  if (columns.length === 0) return null;
  const columnOf = new Map(columns.flatMap(({ key, bourgs }) => bourgs.map((each) => [each, key])));
  const entries = wishes.map(({ home, commune, ...said }) => ({
    ...said,
    row: home,
    column: columnOf.get(commune) ?? "",
  }));
  const lines = crossedLines(entries, (home) => bourgOf.get(home) ?? "", least);
  return lines && { columns, lines };
}
