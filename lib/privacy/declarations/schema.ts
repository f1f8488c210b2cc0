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
  | { verdict: "not_applicable"; test?: string };

const conform = (test: string) => ({ verdict: "conform", by: "tests", test }) as const;
const axe = conform("tests/e2e/accessibility.test.ts");
const written = conform("tests/unit/components/accessibility.test.ts");
const shown = conform("tests/e2e/declaration.test.ts");
const absent = { verdict: "not_applicable" } as const;
/** No element of that kind is anywhere in the pages. */
const noneWritten = { ...absent, test: "tests/unit/components/accessibility.test.ts" } as const;

/**
 * What we assessed ourselves; a criterion that is not here was not assessed, and counts as not conform.
 * An automatic rule that covers only a part of a criterion is not enough to say it is met.
 */
export const assessed: Record<string, Verdict> = {
  // No frame, no sound or film.
  "2.1": noneWritten,
  "2.2": noneWritten,
  "4.1": noneWritten,
  "4.2": noneWritten,
  "4.3": noneWritten,
  "4.4": noneWritten,
  "4.5": noneWritten,
  "4.6": noneWritten,
  "4.7": noneWritten,
  "4.8": noneWritten,
  "4.9": noneWritten,
  "4.10": noneWritten,
  "4.11": noneWritten,
  "4.12": noneWritten,
  "4.13": noneWritten,
  // No captcha, no layout table, no drawing in signs, nothing that flashes or is shaken.
  "1.4": absent,
  "1.5": absent,
  "5.3": absent,
  "13.5": absent,
  "13.6": absent,
  "13.7": absent,
  "13.12": absent,
  // Each picture has a name or is hidden; each heading of a table says what it heads.
  "1.1": written,
  "5.7": written,
  // Contrast of texts, names of links, language of the page, its title, regions, labels of fields, 320 pixels.
  "3.2": axe,
  "6.2": axe,
  "8.3": axe,
  "8.5": axe,
  "9.2": axe,
  "10.11": axe,
  "11.1": axe,
  "12.6": axe,
  // Kind of document, right language, texts twice as large, the way past the navigation.
  "8.1": shown,
  "8.4": shown,
  "10.4": shown,
  "12.7": shown,
  // No attribute that only dresses, no window opened by itself, no way of holding the device imposed.
  "10.1": written,
  "13.2": written,
  "13.9": written,
};
