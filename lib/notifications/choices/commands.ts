import type { Actor } from "@/lib/core/actor";
import { Unauthenticated } from "@/lib/core/errors";
import { ok, type Result } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { type Category, type Choice, type ChoicesInput, categories } from "./schema";

/**
 * Keeps how the actor wants to be told: every category and the quiet hours, from the next thing told on.
 * What waits already for a digest goes with it, but nothing of a category that is no longer wanted.
 */
export async function saveChoices(
  actor: Actor,
  input: ChoicesInput,
): Promise<Result<{ personId: string }, never>> {
  if (actor.kind !== "person") throw new Unauthenticated();
  const { personId } = actor;
  const { quietFrom, quietUntil } = input;
  return inTransaction<{ personId: string }, never>(async (tx) => {
    for (const category of categories) {
      const mail = input[`mail_${category}`];
      if (mail) await keepChoice(tx, personId, category, { mail, push: isPushed(input, category) });
    }
    await tx.quietHours.deleteMany({ where: { personId } });
    if (typeof quietFrom === "number" && typeof quietUntil === "number") {
      await tx.quietHours.create({
        data: { personId, startMinute: quietFrom, endMinute: quietUntil },
      });
    }
    return ok({ personId });
  });
}

function isPushed({ push }: ChoicesInput, category: Category): boolean {
  return push.includes(category);
}

/** Writes one choice of one person, new or not; the caller has decided who may. */
export async function keepChoice(
  tx: Tx,
  personId: string,
  category: Category,
  choice: Choice,
): Promise<void> {
  await tx.notificationChoice.upsert({
    where: { personId_category: { personId, category } },
    create: { personId, category, ...choice },
    update: choice,
  });
}
