import type { MembershipRefusal, MembershipState, MembershipVerb } from "./schema";

/** Days after a « no » before the same space may be asked again. */
export const daysBeforeAskingAgain = 7;

export type MembershipFacts = {
  state: MembershipState;
  personId: string;
  decidedAt: Date | null;
  decidedBy: string | null;
};

/** From where each verb may be said. `request` is also said when there was nothing before. */
const from: Record<MembershipVerb, readonly MembershipState[]> = {
  request: ["declined", "ended"],
  withdraw: ["requested"],
  leave: ["active"],
  accept: ["requested"],
  decline: ["requested"],
  end: ["active"],
  undo: ["declined", "ended"],
};

const to: Record<MembershipVerb, MembershipState> = {
  request: "requested",
  withdraw: "ended",
  leave: "ended",
  accept: "active",
  decline: "declined",
  end: "ended",
  undo: "active",
};

/**
 * Where a verb leads. Said of what is so already, it is the same as once (`isSame`). Refuses
 * `declined_recently` within a week of a « no », `not_possible_now` everywhere else; what the person
 * ended alone, a host does not undo.
 */
export function decideMembership(
  verb: MembershipVerb,
  before: MembershipFacts | null,
  at: Date,
): { state: MembershipState; isSame: boolean } | MembershipRefusal {
  if (!before) {
    return verb === "request" ? { state: "requested", isSame: false } : "not_possible_now";
  }
  const state = verb === "undo" ? undoneState(before) : to[verb];
  if (isAlready(verb, before.state)) return { state: before.state, isSame: true };
  if (!from[verb].includes(before.state)) return "not_possible_now";
  if (verb === "undo" && before.decidedBy === before.personId) return "not_possible_now";
  if (verb === "request" && isTooSoon(before, at)) return "declined_recently";
  return { state, isSame: false };
}

/** Taken back, a « no » is a question again; an end is a membership again. */
function undoneState({ state }: MembershipFacts): MembershipState {
  return state === "declined" ? "requested" : "active";
}

function isAlready(verb: MembershipVerb, state: MembershipState): boolean {
  if (verb === "request") return state === "requested" || state === "active";
  return verb !== "undo" && to[verb] === state;
}

function isTooSoon({ state, decidedAt }: MembershipFacts, at: Date): boolean {
  if (state !== "declined" || !decidedAt) return false;
  return at.getTime() - decidedAt.getTime() < daysBeforeAskingAgain * 86_400_000;
}
