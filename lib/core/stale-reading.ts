/**
 * What was decided rests on a reading that has changed since: read it again. `before` is what must be
 * done first, outside the transaction that is given up.
 */
export class StaleReading extends Error {
  override name = "StaleReading";
  readonly before: (() => Promise<unknown>) | undefined;

  constructor(before?: () => Promise<unknown>) {
    super();
    this.before = before;
  }
}

/**
 * Each time somebody else's change has gone through: a calendar that changes more often while one booking
 * is made is a fault, not a race. Three were too few for sixty-four clients among whom some close and reopen.
 */
const mostTries = 10;

/** Runs what reads, decides and writes, again when the reading had changed before the writing; ten times at most. */
export async function withFreshReading<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StaleReading) || attempt === mostTries) throw error;
      await error.before?.();
    }
  }
}
