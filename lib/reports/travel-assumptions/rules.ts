import {
  type AssumptionName,
  type AssumptionValues,
  assumptionNames,
  type ChangeTravelInput,
  termsOf,
  usualValues,
} from "./schema";

export type ReadValues = { values: AssumptionValues } | { wrong: AssumptionName[] };

/**
 * The values somebody typed, with a comma or a point; the names of those that are no number or out of their
 * bounds. A factor nothing is known of may be left empty, where that may be.
 */
export function readValues(typed: Pick<ChangeTravelInput, AssumptionName>): ReadValues {
  const read = assumptionNames.map((name) => [name, readValue(name, typed[name])] as const);
  const wrong = read.flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (wrong.length > 0) return { wrong };
  return { values: { ...usualValues, ...Object.fromEntries(read) } };
}

/** Undefined where it cannot be. */
function readValue(name: AssumptionName, typed: string | undefined): number | null | undefined {
  const { usual, least, most } = termsOf(name);
  const text = (typed ?? "").trim();
  if (text === "") return usual === null ? null : undefined;
  if (!/^\d+([.,]\d+)?$/.test(text)) return undefined;
  const value = Number(text.replace(",", "."));
  return value >= least && value <= most ? value : undefined;
}

/** What differs from one version to the next, in the order of the form. */
export function changesBetween(before: AssumptionValues, after: AssumptionValues) {
  return assumptionNames
    .filter((name) => before[name] !== after[name])
    .map((name) => ({ name, before: before[name], after: after[name] }));
}
