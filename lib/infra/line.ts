/** A place in it, and how long somebody waits for one, in milliseconds. */
type Bounds = { places: number; patience: number };

/**
 * A waiting line inside this process: so many pieces of work at once, the others in the order they came,
 * none longer than the patience (then it throws, the work not begun).
 */
export function aLine({ places, patience }: Bounds): <V>(work: () => Promise<V>) => Promise<V> {
  const waiting = new Set<() => void>();
  let free = places;

  function turn(): Promise<void> {
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const begin = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.delete(begin);
        reject(new Error(`no turn within ${patience} ms`));
      }, patience);
      waiting.add(begin);
    });
  }

  /** The place goes to the next, or is free. */
  function leave(): void {
    const [next] = waiting;
    if (!next) {
      free += 1;
      return;
    }
    waiting.delete(next);
    next();
  }

  return async (work) => {
    await turn();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
