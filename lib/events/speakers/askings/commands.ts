import type { Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { notify } from "@/lib/notifications/commands";
import type { Space } from "@/lib/spaces/queries";
import type { HeldEvent } from "../../holds/commands";
import { noticeOf } from "../../proposals/rules";

type Contact = { id: string; email: string | null; locale: string };

/**
 * Asks a member whether they lead an event, by mail, in the caller's transaction: the button leads to where
 * they answer. `dates` counts the event and those that repeat it, asked about at once.
 */
export async function askToLead(
  tx: Tx,
  space: Space,
  event: HeldEvent,
  { id: personId, email, locale }: Contact,
  dates = 1,
): Promise<void> {
  if (!email) return;
  const url = `${env().NEXTAUTH_URL}/mon-espace/evenements`;
  const payload = { ...noticeOf(event, space), url, dates };
  await notify(tx, { kind: "event-speaker-asked", personId, email, locale, payload });
}

/** Tells whoever asked what was answered, where they see it; nobody when they have left. */
export async function tellWhoAsked(
  tx: Tx,
  space: Space,
  event: HeldEvent,
  { askedBy, answer }: { askedBy: string | null; answer: "accepted" | "declined" },
): Promise<void> {
  const person = askedBy
    ? await tx.person.findFirst({
        where: { id: askedBy, erasedAt: null },
        select: { id: true, email: true, locale: true },
      })
    : null;
  if (!person?.email) return;
  const { id: personId, email, locale } = person;
  const url = `${env().NEXTAUTH_URL}/hote/${space.slug}/evenements/${event.slug}/affiche`;
  const payload = { ...noticeOf(event, space), url, answer };
  await notify(tx, { kind: "event-speaker-answered", personId, email, locale, payload });
}
