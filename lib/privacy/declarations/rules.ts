import { assessed, criteriaByTheme, type Verdict } from "./schema";

export type Assessment = {
  criteria: number;
  /** Looked at, one way or the other. */
  assessed: number;
  conform: number;
  notApplicable: number;
  notAssessed: number;
  /** Conform among applicable ones, as a whole percentage, rounded down. */
  rate: number;
  /** What the law calls it: every applicable one, half of them, or fewer. */
  state: "full" | "partial" | "none";
};

/** Every criterion by its number, « 1.1 » to « 13.12 ». */
export function criteria(): string[] {
  return Object.entries(criteriaByTheme).flatMap(([theme, count]) =>
    Array.from({ length: count }, (_, index) => `${theme}.${index + 1}`),
  );
}

/** The rate of the declaration: not assessed is not conform, so that silence never raises it. */
export function assess(verdicts: Record<string, Verdict> = assessed): Assessment {
  const all = criteria();
  const count = (verdict: Verdict["verdict"]) =>
    all.filter((number) => verdicts[number]?.verdict === verdict).length;
  const [conform, notApplicable] = [count("conform"), count("not_applicable")];
  const applicable = all.length - notApplicable;
  const rate = applicable === 0 ? 100 : Math.floor((100 * conform) / applicable);
  return {
    criteria: all.length,
    assessed: conform + notApplicable,
    conform,
    notApplicable,
    notAssessed: applicable - conform,
    rate,
    state: stateOf(rate),
  };
}

/** Numbers of the criteria with that verdict, in their order. */
export function criteriaSaid(
  verdict: Verdict["verdict"],
  verdicts: Record<string, Verdict> = assessed,
): string[] {
  return criteria().filter((number) => verdicts[number]?.verdict === verdict);
}

function stateOf(rate: number): Assessment["state"] {
  if (rate === 100) return "full";
  return rate >= 50 ? "partial" : "none";
}
