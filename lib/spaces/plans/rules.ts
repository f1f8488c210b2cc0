import type { ResourceKind } from "../schema";
import type { FloorPlan } from "./schema";

/** What a resource fills on the plan, in its units: a desk, or a room one walks into. */
export function sizeOf(kind: ResourceKind): { width: number; height: number } {
  return kind === "desk" ? { width: 76, height: 46 } : { width: 150, height: 62 };
}

/** Stands wholly inside the plan from that corner. */
export function fitsOn(
  plan: Pick<FloorPlan, "width" | "height">,
  kind: ResourceKind,
  { x, y }: { x: number; y: number },
): boolean {
  const { width, height } = sizeOf(kind);
  return x >= 0 && y >= 0 && x + width <= plan.width && y + height <= plan.height;
}

/** What is written on it: « 3 » for « Poste 3 », the whole name otherwise. */
export function shortName(name: string, kind: ResourceKind): string {
  const number = /\s(\d+)$/.exec(name)?.[1];
  return kind === "desk" && number ? number : name;
}
