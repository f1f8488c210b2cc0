import type { ResourceKind } from "@/lib/spaces/schema";
import { seatsNeeded } from "../alternatives/rules";
import type { WaitingState } from "./schema";

/**
 * Where an entry stands at that instant, whatever the row still says: an offer has lapsed at its end,
 * and nobody waits any more for a slot that has begun.
 */
export function waitingStateAt(
  entry: { state: WaitingState; startsAt: Date; offerUntil: Date | null },
  at: Date,
): WaitingState {
  if (entry.state === "waiting") return entry.startsAt <= at ? "lapsed" : "waiting";
  if (entry.state === "offered") {
    return entry.offerUntil && entry.offerUntil > at ? "offered" : "lapsed";
  }
  return entry.state;
}

type Waitable = { id: string; kind: ResourceKind; capacity: number; needsApproval: boolean };

/**
 * What one may wait for in the place of a resource: any of its `kind`, this `resource` alone, or `either`
 * at choice. An offer does not count seats, so any of the kind will do only where each seats as many.
 * Null where the host must agree: it is asked for, not waited for.
 */
export function waitingChoice(
  asked: Waitable,
  resources: readonly Waitable[],
  people: number | undefined,
): "kind" | "resource" | "either" | null {
  if (asked.needsApproval) return null;
  const others = resources.filter(
    ({ id, kind, needsApproval }) => id !== asked.id && kind === asked.kind && !needsApproval,
  );
  if (others.length === 0) return "kind";
  const seats = seatsNeeded(people, asked);
  return others.every(({ capacity }) => capacity >= seats) ? "either" : "resource";
}
