/**
 * Answers that the sums took in together; 0 are the first they were made of, and so is whatever says none;
 * null while it waits.
 */
export type OfWave = { wave?: number | null | undefined };

/** Those the sums are made of now, in the waves they were taken in with. */
export function takenIn<Item extends OfWave>(items: readonly Item[]): Item[] {
  return items.filter(({ wave }) => wave !== null);
}

/**
 * The parts of a sum that somebody reads who kept it as it was before: each wave after the first. Waves told
 * together later are sums of these, so that each of them is told or nothing is.
 */
export function laterWaves<Item extends OfWave>(items: readonly Item[]): Item[][] {
  const later = items.filter(({ wave }) => (wave ?? 0) > 0);
  if (later.length === 0) return [];
  return [...Map.groupBy(later, ({ wave }) => wave).values()];
}

/** What is made of each wave by itself, put together; `isAlone`: there is no other. */
export function waveByWave<Item extends OfWave, Made>(
  items: readonly Item[],
  make: (wave: readonly Item[], isAlone: boolean) => readonly Made[],
): Made[] {
  const waves = [...Map.groupBy(items, ({ wave }) => wave ?? 0)].sort(([a], [b]) => a - b);
  return waves.flatMap(([, wave]) => make(wave, waves.length === 1));
}

/** Whether of each later wave nobody, or `least`, came to these keys together. */
export function cameByFives(
  keys: readonly string[],
  waves: readonly ReadonlyMap<string, number>[],
  least: number,
): boolean {
  return waves.every((wave) => {
    const came = keys.reduce((sum, key) => sum + (wave.get(key) ?? 0), 0);
    return came === 0 || came >= least;
  });
}
