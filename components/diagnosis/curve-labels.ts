export type CurveEnd = { key: "acceptable" | "fair"; x: number; y: number };

/**
 * Where the name of each curve stands: beside its end, or apart by `least` around the middle of the two
 * where they end too near each other to be read, the higher curve keeping the higher name.
 */
export function labelsAtEnds(ends: readonly CurveEnd[], least: number): CurveEnd[] {
  const [higher, lower] = [...ends].sort((a, b) => a.y - b.y);
  if (!higher || !lower || lower.y - higher.y >= least) return [...ends];
  const middle = (higher.y + lower.y) / 2;
  return [
    { ...higher, y: middle - least / 2 },
    { ...lower, y: middle + least / 2 },
  ];
}
