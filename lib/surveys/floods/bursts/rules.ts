/** Answers of one day from which on they are a burst: a valley of 14 500 gives so many in a season. */
export const fewestOfBurst = 300;

/** How many came, as it is told: by whole hundreds, so that none is seen to come or to go. */
export function toldOf(answers: number): number {
  return Math.floor(answers / 100) * 100;
}
