import { crosses, peopleKnown, recovered } from "./report-judges";
import { type Partition, partIn, partitionKnown } from "./report-partitions";
import { peaksKnown } from "./report-peaks";
import type { Bounds } from "./report-solver";
import { crossKnown, type World } from "./report-tables";
import { travelKnown, travellersKnown } from "./report-travel";

const close = 1e-6;
const whole = ({ least, most }: Bounds) => ({
  least: Math.ceil(least - close),
  most: Math.floor(most + close),
});

/** Known to be of one to four people, of two values or one. */
function isClose(bounds: Bounds): boolean {
  const { least, most } = whole(bounds);
  return least > 0 && most < 5 && most - least < 2;
}

/** People of a commune, or of a situation. */
export function partitionRecovered(world: World, partition: Partition): string[] {
  const sets = world.given.flatMap(({ months }) => (months.length > 0 ? [months] : []));
  const names = sets.flatMap((months) =>
    partition.parts.map((part) => partIn(partition.key, part, months)),
  );
  const known = [...peopleKnown(world), ...partitionKnown(world, partition)];
  return recovered(known, [...new Set(names)], isClose);
}

/** Kilometres of few people (`hidden`), and how many these are. */
export function travelRecovered(world: World, hidden: readonly string[]): string[] {
  const { known, few } = travellersKnown(world);
  const isFound = ({ least, most }: Bounds) => least > 0 && most - least < 1e-3;
  return [...recovered(travelKnown(world), hidden, isFound), ...recovered(known, few, isClose)];
}

/** Desks taken in the busiest half-day, and in that half-day of the other weeks. */
export function peaksRecovered(world: World): string[] {
  const { known, names } = peaksKnown(world);
  const week = crosses.find(({ what }) => what === "peak.slots");
  const cells = week ? crossKnown(world, week) : [];
  return recovered([...known, ...cells], names, ({ least, most }) => least > 0 && most < 5);
}
