import type { Wanted } from "@/lib/bookings/moments/rules";
import { instantAt } from "@/lib/core/day";
import type { Result } from "@/lib/core/result";
import { kindOf } from "./calendar-model";
import type { HistoryWorld } from "./history-world";
import type { PaperResource } from "./paper-bookings";

/** All that a verb may need, drawn beforehand. */
export type StepFacts = {
  member: number;
  resource: number;
  day: number;
  part: "morning" | "afternoon" | "day";
  /** Half-hours after one in the morning, and how many of them. */
  start: number;
  length: number;
  /** Which of the bookings, entries or series made so far. */
  target: number;
  byHost: boolean;
  byHours: boolean;
};

/** What the product said and what the paper says. */
export type Said = { product: string; paper: string };
export type Say = (world: HistoryWorld, step: StepFacts, at: Date) => Promise<Said | null>;

export function resourceOf({ paper }: HistoryWorld, { resource }: StepFacts): PaperResource {
  return pick(paper.space.resources, resource);
}

/** Most often one that a booking of that place may come to: of its kind, seats being one. */
export function otherPlace(
  world: HistoryWorld,
  step: StepFacts,
  own: PaperResource,
): PaperResource {
  if (step.start % 5 === 0) return resourceOf(world, step);
  const alike = world.paper.space.resources.filter((one) => kindOf(one) === kindOf(own));
  return pick(alike, step.resource);
}

export function wantedBy({ days, timeZone }: HistoryWorld, step: StepFacts): Wanted {
  const on = pick(days, step.day);
  if (!step.byHours) return { day: on, part: step.part };
  const startsAt = instantAt(on, 60 + step.start * 30, timeZone);
  return { startsAt, endsAt: new Date(startsAt.getTime() + (step.length + 1) * 1_800_000) };
}

export function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

export function codeOf(result: Result<unknown, string>): string {
  return result.ok ? "ok" : result.refusal;
}
