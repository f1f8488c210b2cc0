import type { WelcomeStepKind } from "./schema";

/** A welcome longer than this is read by nobody. */
export const mostSteps = 12;

export type Step = { id: string; kind: WelcomeStepKind; title: string | null };

export type Progress = {
  /** Steps ticked. */
  doneIds: ReadonlySet<string>;
  /** Latest version of the house rules; null = none is published, nothing is to be accepted. */
  rulesVersion: number | null;
  acceptedVersion: number | null;
  hasContact: boolean;
};

/** Whether somebody has gone through a step: a new version of the rules is to be accepted anew. */
export function isStepDone(step: Step, progress: Progress): boolean {
  switch (step.kind) {
    case "house_rules":
      return progress.rulesVersion === null || progress.acceptedVersion === progress.rulesVersion;
    case "emergency_contact":
      return progress.hasContact;
    case "induction":
    case "other":
      return progress.doneIds.has(step.id);
  }
}

/** Steps a host ticks; the others are done by the person. */
export function isTickedByHost({ kind }: Pick<Step, "kind">): boolean {
  return kind === "induction" || kind === "other";
}

/** The ids in their new order, one of them carried to a rank (1 = first; beyond the last = last). */
export function reordered(ids: readonly string[], moved: string, rank: number): string[] {
  const others = ids.filter((id) => id !== moved);
  others.splice(rank - 1, 0, moved);
  return others;
}
