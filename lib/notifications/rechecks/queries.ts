import type { Tx } from "@/lib/infra/db";
import { readChoice } from "../choices/queries";
import { kindFacts } from "../choices/schema";
import { type NotificationKind, notificationPayloads } from "../schema";

/** A row of the outbox, as far as it matters to whether it is still to be told. */
export type Told = { kind: string; personId: string | null; payload: unknown };

/**
 * Asked just before something is sent: its payload as it is now, or null when it is no longer true. The
 * domains that tell give it (lib/web/jobs.ts), for this one knows none of them.
 */
export type Recheck = (tx: Tx, told: Told, at: Date) => Promise<unknown>;

/** What was told once stays true, for whoever gives no better answer. */
export const asItWasTold: Recheck = async (_tx, { payload }) => payload;

/**
 * What is still to be told of a row that waited: its payload as it is now; null when its person has
 * refused the category meanwhile, or when it is no longer true.
 */
export async function payloadToTell(
  tx: Tx,
  told: Told,
  at: Date,
  recheck: Recheck,
): Promise<unknown> {
  if (told.personId && isKnown(told.kind)) {
    const { category } = kindFacts[told.kind];
    if (category !== "essential") {
      const { choice } = await readChoice(tx, told.personId, category);
      if (choice.mail === "never") return null;
    }
  }
  return recheck(tx, told, at);
}

/** A kind of mail we write. */
export function isKnown(kind: string): kind is NotificationKind {
  return Object.hasOwn(notificationPayloads, kind);
}
