import { publishedRows } from "../../disclosure/rules";

/** A line of a table by commune as it may be shown. */
export type CommuneLine = {
  /** INSEE codes put together: one, a bourg and those around it, or the rest. */
  communes: string[];
  respondents: number;
  /** What is summed over them: person-days, for instance. */
  value: number;
};

/**
 * A sum by commune, its lines large enough: a commune named by fewer than `least` respondents is put
 * with those around its bourg, then with the rest. Empty when all together are too few.
 */
export function linesByCommune(
  entries: readonly { commune: string; value: number }[],
  bourgOf: ReadonlyMap<string, string>,
  least: number,
): CommuneLine[] {
  const counts = new Map<string, ReadonlyMap<string, number>>();
  const values = new Map<string, number>();
  for (const { commune, value } of entries) {
    const before = counts.get(commune)?.get("") ?? 0;
    counts.set(commune, new Map([["", before + 1]]));
    values.set(commune, (values.get(commune) ?? 0) + value);
  }
  const rows = publishedRows(counts, least, (commune) => bourgOf.get(commune) ?? commune) ?? [];
  return rows.map(({ keys, cells }) => ({
    communes: keys,
    respondents: cells.get("") ?? 0,
    value: keys.reduce((sum, key) => sum + (values.get(key) ?? 0), 0),
  }));
}
