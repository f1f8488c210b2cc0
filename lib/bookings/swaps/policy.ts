import type { Actor } from "@/lib/core/actor";

export type SwapMembers = { proposedBy: string; proposedTo: string };

/** Only whose booking is asked for says yes or no: nobody exchanges for another, hosts neither. */
export function canAnswerSwap(actor: Actor, swap: SwapMembers): boolean {
  return actor.kind === "person" && actor.personId === swap.proposedTo;
}

/** Only who proposed takes it back. */
export function canWithdrawSwap(actor: Actor, swap: SwapMembers): boolean {
  return actor.kind === "person" && actor.personId === swap.proposedBy;
}
