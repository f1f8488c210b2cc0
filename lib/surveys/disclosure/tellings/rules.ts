import { smallestGroup } from "../schema";
import { laterWaves, type OfWave } from "../waves/rules";

/** One answer that makes up more than this of a sum would be read in it (INSEE's rule of dominance). */
const dominance = 0.85;

/** Whether what one adds is nearly all of a sum. */
export function isNearlyAll(part: number, whole: number): boolean {
  return part > dominance * whole;
}

/**
 * What somebody adds to a sum, before any weight; `group`: those whose weight, tariff or factor is theirs alone;
 * `wave`: with whom the sums took them in (`laterWaves`).
 */
export type Telling = { respondent: number; value: number; group?: string } & OfWave;

/**
 * People whose sum it is, one entry for each thing they said. Whoever may change a weight reads the sum of
 * each group by itself, and whoever kept the sum as it was before a wave, that of the wave: so nobody of
 * account where a group has fewer than `least` people, or one who is nearly all of it, whatever the weights
 * are, or a wave fewer than `leastOfWave`.
 */
export function tellingPeople(
  entries: readonly Telling[],
  least = smallestGroup,
  leastOfWave = least,
): number {
  const people = countPeople(entries);
  const isLarge =
    areGroupsLarge(entries, least) &&
    laterWaves(entries).every(
      (wave) => countPeople(wave) >= leastOfWave && areGroupsLarge(wave, least),
    );
  return isLarge ? people : Math.min(1, people);
}

function countPeople(entries: readonly Telling[]): number {
  const people = new Set<number>();
  for (const { respondent } of entries) people.add(respondent);
  return people.size;
}

function areGroupsLarge(entries: readonly Telling[], least: number): boolean {
  return amountsByGroup(entries).every((amounts) => {
    if (amounts.size < least) return false;
    const [sum, most] = sumAndMost(amounts.values());
    return !isNearlyAll(most, sum);
  });
}

/** What each person adds, by group: of tens of thousands of entries, in one reading. */
function amountsByGroup(entries: readonly Telling[]): Map<number, number>[] {
  const groups = new Map<string, Map<number, number>>();
  for (const { group = "", respondent, value } of entries) {
    const amounts = groups.get(group) ?? new Map<number, number>();
    groups.set(group, amounts);
    amounts.set(respondent, (amounts.get(respondent) ?? 0) + Math.abs(value));
  }
  return [...groups.values()];
}

function sumAndMost(amounts: Iterable<number>): [number, number] {
  let [sum, most] = [0, 0];
  for (const amount of amounts) {
    sum += amount;
    most = Math.max(most, amount);
  }
  return [sum, most];
}

/** Whether a sum that somebody subtracts tells nothing: nobody's, or that of enough people. */
export function isSafeGap(entries: readonly Telling[], least = smallestGroup): boolean {
  return entries.length === 0 || tellingPeople(entries) >= least;
}

/**
 * Whether the sum of values put together tells each: every one is named, so somebody gave it, and is of fewer
 * than `least`. Five that five people gave are one each. Three and more keep room on both sides; of two, one
 * may as well be a larger value that joined the other.
 */
export function tellsEach(counts: readonly number[], least: number): boolean {
  if (counts.length < 3 || counts.some((count) => count >= least)) return false;
  const sum = sumOf(counts);
  return sum < counts.length + 2 || sum > (least - 1) * counts.length - 2;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
