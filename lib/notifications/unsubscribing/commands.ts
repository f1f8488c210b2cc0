import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { keepChoice } from "../choices/commands";
import { type Category, categories, defaultChoice } from "../choices/schema";
import { subjectOf } from "./queries";
import type { Subject } from "./rules";
import type { ResubscribeInput, Stopped, UnsubscribeInput, UnsubscribeRefusal } from "./schema";

/**
 * Stops the mails that a link is about, for whoever holds it, signed in or not: the link is the right
 * (RFC 8058); nothing that runs by itself has one. Twice is the same as once; says how it was, so that it can be taken back, and nothing of the
 * person. Refuses `link_broken`.
 */
export async function unsubscribe(
  actor: Actor,
  { jeton }: UnsubscribeInput,
): Promise<Result<{ stopped: Stopped }, UnsubscribeRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  const subject = subjectOf(jeton);
  if (!subject) return refuse("link_broken");
  return inTransaction<{ stopped: Stopped }, UnsubscribeRefusal>(async (tx) => {
    const stopped = await readStopped(tx, subject);
    const isThere = await tx.person.count({ where: { id: subject.personId, erasedAt: null } });
    if (isThere) await write(tx, subject.personId, stopped, () => "never");
    return ok({ stopped });
  });
}

/** Takes it back: every category is sent as it was. Refuses `link_broken`, for what the link is not about too. */
export async function resubscribe(
  actor: Actor,
  { jeton, avant }: ResubscribeInput,
): Promise<Result<{ resumed: Stopped }, UnsubscribeRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  const subject = subjectOf(jeton);
  const isOfLink = ({ category }: { category: Category }) =>
    subject?.topic === "digest" || subject?.topic === category;
  if (!subject || !avant.every(isOfLink)) return refuse("link_broken");
  return inTransaction<{ resumed: Stopped }, UnsubscribeRefusal>(async (tx) => {
    const isThere = await tx.person.count({ where: { id: subject.personId, erasedAt: null } });
    if (isThere) await write(tx, subject.personId, avant, ({ mail }) => mail);
    return ok({ resumed: avant });
  });
}

/** The categories of the link as they are sent now; of a digest, those that come in one. */
async function readStopped(tx: Tx, { personId, topic }: Subject): Promise<Stopped> {
  const rows = await tx.notificationChoice.findMany({ where: { personId } });
  const mailOf = (category: Category) =>
    rows.find((row) => row.category === category)?.mail ?? defaultChoice.mail;
  if (topic !== "digest") {
    const mail = mailOf(topic);
    // Stopped before: taking it back is to be told again.
    return [{ category: topic, mail: mail === "never" ? defaultChoice.mail : mail }];
  }
  return categories
    .map((category) => ({ category, mail: mailOf(category) }))
    .filter(({ mail }) => mail === "daily" || mail === "weekly");
}

async function write(
  tx: Tx,
  personId: string,
  stopped: Stopped,
  mailOf: (one: Stopped[number]) => Stopped[number]["mail"],
): Promise<void> {
  for (const one of stopped) {
    const { category } = one;
    const known = await tx.notificationChoice.findUnique({
      where: { personId_category: { personId, category } },
      select: { push: true },
    });
    await keepChoice(tx, personId, category, {
      mail: mailOf(one),
      push: known?.push ?? defaultChoice.push,
    });
  }
}
