/** Criteria of each theme of the RGAA 4.1.2: 106 in all. */
export const criteriaByTheme: Record<number, number> = {
  1: 9,
  2: 2,
  3: 3,
  4: 13,
  5: 8,
  6: 2,
  7: 5,
  8: 10,
  9: 4,
  10: 14,
  11: 13,
  12: 11,
  13: 12,
};

/** `tests`: a test of ours fails when it is broken; `hand`: looked at by hand. */
export type Verdict =
  | { verdict: "conform"; by: "tests"; test: string }
  | { verdict: "conform"; by: "hand" }
  | { verdict: "not_applicable" };

const axe = {
  verdict: "conform",
  by: "tests",
  test: "tests/e2e/accessibility.test.ts",
} as const;
const byHand = { verdict: "conform", by: "hand" } as const;
const absent = { verdict: "not_applicable" } as const;

/**
 * What we assessed ourselves; a criterion that is not here was not assessed, and counts as not conform.
 * An automatic rule that covers only a part of a criterion is not enough to say it is met.
 */
export const assessed: Record<string, Verdict> = {
  // No captcha, no frame, no sound or film, no layout table, no drawing in signs, nothing that flashes or is shaken.
  "1.4": absent,
  "1.5": absent,
  "2.1": absent,
  "2.2": absent,
  "4.1": absent,
  "4.2": absent,
  "4.3": absent,
  "4.4": absent,
  "4.5": absent,
  "4.6": absent,
  "4.7": absent,
  "4.8": absent,
  "4.9": absent,
  "4.10": absent,
  "4.11": absent,
  "4.12": absent,
  "4.13": absent,
  "5.3": absent,
  "13.5": absent,
  "13.6": absent,
  "13.7": absent,
  "13.12": absent,
  // Contrast of texts, language of the page, its title, labels of fields, 320 pixels.
  "3.2": axe,
  "8.3": axe,
  "8.5": axe,
  "10.11": axe,
  "11.1": axe,
  "8.1": byHand,
  "8.4": byHand,
  "13.9": byHand,
};
