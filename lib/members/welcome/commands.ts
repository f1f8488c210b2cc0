import { type Actor, personIdOf } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { canKeepMembers } from "../memberships/policy";
import { readSteps } from "./queries";
import { isTickedByHost, mostSteps, reordered, type Step } from "./rules";
import type {
  AddStepInput,
  ChangeStepInput,
  MarkStepInput,
  StepInput,
  WelcomeRefusal,
} from "./schema";

type Outcome = Result<{ id: string }, WelcomeRefusal>;

/**
 * Adds a step at the end of the welcome of a space. The three that are not `other` are there once
 * (`already_there`); a dozen at most (`too_many_steps`). Journalled. Hosts of the space.
 */
export async function addStep(actor: Actor, { slug, kind, title }: AddStepInput): Promise<Outcome> {
  return change(actor, slug, async (tx, spaceId, steps) => {
    if (steps.length >= mostSteps) return refuse("too_many_steps");
    const isThere = kind !== "other" && steps.some((known) => known.kind === kind);
    if (isThere) return refuse("already_there");
    const step = { id: newId(), kind, title: title || null };
    await tx.welcomeStep.create({ data: { ...step, spaceId, rank: steps.length + 1 } });
    const line = { actor, action: "welcome.step_added", spaceId, subjectId: step.id };
    await writeJournal(tx, { ...line, after: { kind, title: step.title } });
    return ok({ id: step.id });
  });
}

/**
 * Names a step anew and carries it to a rank. Refuses `title_needed` for an `other` without a name.
 * Journalled. Hosts of the space; NotFound for a step taken away.
 */
export async function changeStep(
  actor: Actor,
  { slug, stepId, title, rank }: ChangeStepInput,
): Promise<Outcome> {
  return change(actor, slug, async (tx, spaceId, steps) => {
    const step = theStep(steps, stepId);
    if (step.kind === "other" && !title) return refuse("title_needed");
    const data = { title: title || null };
    await tx.welcomeStep.update({ where: { spaceId_id: { spaceId, id: stepId } }, data });
    const order = reordered(
      steps.map(({ id }) => id),
      stepId,
      rank,
    );
    for (const [index, id] of order.entries()) {
      const where = { spaceId_id: { spaceId, id } };
      await tx.welcomeStep.update({ where, data: { rank: index + 1 } });
    }
    const line = { actor, action: "welcome.step_changed", spaceId, subjectId: stepId };
    await writeJournal(tx, { ...line, before: { title: step.title }, after: { ...data, rank } });
    return ok({ id: stepId });
  });
}

/** Takes a step away; what was ticked of it is kept. Journalled. Hosts of the space. */
export async function removeStep(
  actor: Actor,
  { slug, stepId }: StepInput,
  at: Date = now(),
): Promise<Outcome> {
  return change(actor, slug, async (tx, spaceId, steps) => {
    const step = steps.find(({ id }) => id === stepId);
    if (!step) return ok({ id: stepId });
    const where = { spaceId_id: { spaceId, id: stepId } };
    await tx.welcomeStep.update({ where, data: { removedAt: at } });
    const line = { actor, action: "welcome.step_removed", spaceId, subjectId: stepId };
    await writeJournal(tx, { ...line, before: { kind: step.kind, title: step.title } });
    return ok({ id: stepId });
  });
}

/**
 * Ticks a step of somebody who belongs to the space, or takes the tick off; twice is the same as once.
 * NotFound for a step the person does alone. Journalled. Hosts of the space.
 */
export async function markStep(
  actor: Actor,
  { slug, personId, stepId, isDone }: MarkStepInput,
  at: Date = now(),
): Promise<Outcome> {
  return change(actor, slug, async (tx, spaceId, steps) => {
    if (!isTickedByHost(theStep(steps, stepId))) throw new NotFound();
    const key = { spaceId, personId };
    const member = await tx.membership.findFirst({ where: { ...key, state: "active" } });
    if (!member) throw new NotFound();
    const done = { ...key, stepId, doneAt: at, doneBy: personIdOf(actor) };
    const { count } = isDone
      ? await tx.welcomeStepDone.createMany({ data: [done], skipDuplicates: true })
      : await tx.welcomeStepDone.deleteMany({ where: { ...key, stepId } });
    if (count === 0) return ok({ id: stepId });
    const action = isDone ? "welcome.step_done" : "welcome.step_undone";
    const line = { actor, action, spaceId, subjectId: personId };
    await writeJournal(tx, { ...line, after: { stepId } });
    return ok({ id: stepId });
  });
}

function theStep(steps: Step[], stepId: string): Step {
  const step = steps.find(({ id }) => id === stepId);
  if (!step) throw new NotFound();
  return step;
}

/** The space's welcome held alone: two hosts never number its steps at once. */
async function change(
  actor: Actor,
  slug: string,
  work: (tx: Tx, spaceId: string, steps: Step[]) => Promise<Outcome>,
): Promise<Outcome> {
  return inTransaction(async (tx) => {
    const space = await tx.space.findUnique({ where: { slug }, select: { id: true } });
    if (!space || !canKeepMembers(actor, space.id)) throw new NotFound();
    await lockAlone(tx, `welcome ${space.id}`);
    return work(tx, space.id, await readSteps(space.id, tx));
  });
}
