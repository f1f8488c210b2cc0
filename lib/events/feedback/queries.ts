import { createHash } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, type Tx } from "@/lib/infra/db";
import { signedText } from "@/lib/infra/signed-text";
import { findEventFor } from "../addresses/queries";
import { type RegistrationKey, readRegistrationToken } from "../registrations/links/queries";
import { type FeedbackFigures, feedbackFigures, whyNoFeedback } from "./rules";
import type { FeedbackRefusal } from "./schema";

/** What keeps a registration from answering twice, and leads back to none without our secret. */
export function receiptOf({ spaceId, id }: RegistrationKey): string {
  const sealed = signedText("event feedback", `${spaceId} ${id}`);
  return createHash("sha256").update(sealed).digest("base64url");
}

export type FeedbackPage = {
  event: { slug: string; title: string };
  /** Why no opinion is taken; null when one is. */
  closed: FeedbackRefusal | null;
  /** What this registration said already; it may be changed. */
  given: { score: number; line: string | null } | null;
};

/** The event a link of a mail leads to, to say what one thought of it. NotFound for a link not ours. */
export async function getFeedbackPage(token: string, at: Date = now()): Promise<FeedbackPage> {
  const { event, closed, key } = await findForFeedback(db, token, at);
  const given = await db.eventFeedback.findUnique({
    where: {
      spaceId_eventId_receipt: { ...event, receipt: receiptOf(key) },
    },
    select: { score: true, line: true },
  });
  const { slug, title } = await db.event.findUniqueOrThrow({
    where: { spaceId_id: { spaceId: event.spaceId, id: event.eventId } },
    select: { slug: true, title: true },
  });
  return { event: { slug, title }, closed, given };
}

/** The registration behind a link, and whether it may give an opinion at that instant. */
export async function findForFeedback(client: Tx, token: string, at: Date) {
  const key = readRegistrationToken(token);
  const found = await client.eventRegistration.findUnique({
    where: { spaceId_id: key },
    select: {
      state: true,
      eventId: true,
      event: { select: { endsAt: true, state: true, day: true } },
      attendees: { where: { presentAt: { not: null } }, select: { id: true } },
    },
  });
  if (!found) throw new NotFound();
  const { spaceId } = key;
  const { eventId, event, state, attendees } = found;
  const ticked = { spaceId, eventId, presentAt: { not: null } };
  const hasSheet = (await client.eventAttendee.count({ where: ticked })) > 0;
  const registration = { state, isPresent: attendees.length > 0 };
  const closed = whyNoFeedback({ ...event, hasSheet }, registration, at);
  return { event: { spaceId, eventId }, day: event.day, closed, key };
}

/** What people thought of an event, for its hosts, its speakers and staff; NotFound for anybody else. */
export async function getFeedback(actor: Actor, slug: string): Promise<FeedbackFigures> {
  const { spaceId, id: eventId } = await findEventFor(db, actor, "edit", { slug });
  const given = await db.eventFeedback.findMany({
    where: { spaceId, eventId },
    select: { score: true, line: true },
  });
  return feedbackFigures(given);
}
