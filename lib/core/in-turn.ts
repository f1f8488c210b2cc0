/**
 * Runs one step after the other, whichever of them fails: the first failure is thrown once all have had
 * their turn, so that none keeps the next from running and none goes unseen.
 */
export async function inTurn(...steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
