import { after } from "next/server";
import type { Actor } from "@/lib/core/actor";
import { recordViews } from "@/lib/identity/journal/commands";
import type { ViewScreen } from "@/lib/identity/journal/schema";
import { now } from "@/lib/infra/clock";
import { log } from "@/lib/infra/log";

type Viewed = {
  spaceId: string | null;
  screen: ViewScreen;
  /** Whose data is shown; the same person twice is once, a guest without an account is nobody. */
  people: { personId: string | null }[];
};

/**
 * Journals whose personal data a host or staff sees, once the answer has left: a page never waits for
 * it, and one that fails to be noted is in the log.
 */
export function noteViews(actor: Actor, { spaceId, screen, people }: Viewed): void {
  const at = now();
  const ids = people.flatMap(({ personId }) => (personId ? [personId] : []));
  after(async () => {
    try {
      await recordViews(actor, { spaceId, screen, people: ids }, at);
    } catch (error) {
      log.error({ err: error, screen }, "a view of personal data could not be journalled");
    }
  });
}
