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

/** Each time somebody else's change has gone through; the last one lets nobody else's. */
const mostTries = 4;

/**
 * Runs what reads, decides and writes, again when the reading had changed before the writing. The last
 * try is told so: it is to hold what it reads, and so cannot be stale.
 */
export async function withFreshReading<T>(work: (isLast: boolean) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt === mostTries);
    } catch (error) {
      if (!(error instanceof StaleReading) || attempt === mostTries) throw error;
      await error.before?.();
    }
  }
}
