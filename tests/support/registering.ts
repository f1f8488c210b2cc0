import { randomUUID } from "node:crypto";
import { type Actor, anonymous } from "@/lib/core/actor";
import { registerForEvent } from "@/lib/events/registrations/commands";
import { registrationToken } from "@/lib/events/registrations/links/queries";
import type { RegisterInput } from "@/lib/events/registrations/schema";
import { db } from "@/lib/infra/db";
import { anEvent } from "./events";
import { aSpace, mondayMorning as at } from "./factories";

/** An event of so many seats, three days after Monday morning, at a space of its own. */
export async function seats(capacity: number, overrides: Parameters<typeof anEvent>[1] = {}) {
  return anEvent(await aSpace({ desks: 0 }), { capacity, ...overrides });
}

/** What a visitor's form says, from a network of its own. */
export function wish(
  event: { slug: string },
  said: Partial<RegisterInput> = {},
): Parameters<typeof registerForEvent>[1] {
  return {
    event: event.slug,
    name: "Bastien Cazes",
    email: `${randomUUID()}@exemple.test`,
    quantity: 1,
    key: randomUUID(),
    mayWait: false,
    website: undefined,
    shown: undefined,
    names: {},
    answers: {},
    locale: "fr",
    network: randomUUID(),
    ...said,
  };
}

/** Registers as a form does, Monday morning unless told. */
export function register(
  event: { slug: string },
  said: Partial<RegisterInput> = {},
  { actor = anonymous, on = at }: { actor?: Actor; on?: Date } = {},
) {
  return registerForEvent(actor, wish(event, said), on);
}

/** Somebody registered or waiting, and the link of their mail. */
export async function somebody(
  event: { slug: string; id: string },
  said: Partial<RegisterInput> = {},
  on = at,
) {
  const email = said.email ?? `${randomUUID()}@exemple.test`;
  const result = await register(event, { mayWait: true, ...said, email }, { on });
  if (!result.ok) throw new Error(result.refusal);
  const row = await db.eventRegistration.findFirstOrThrow({
    where: { eventId: event.id, email },
    orderBy: { rank: "desc" },
  });
  return { id: row.id, spaceId: row.spaceId, token: registrationToken(row) };
}

/** How a registration stands. */
export async function standingOf({ id }: { id: string }) {
  const row = await db.eventRegistration.findFirstOrThrow({
    where: { id },
    select: {
      state: true,
      quantity: true,
      offerUntil: true,
      endReason: true,
      attendees: { select: { position: true, name: true }, orderBy: { position: "asc" } },
    },
  });
  return row;
}

/** Kinds of the mails about an event, in the order they were written. */
export async function mailsAbout(event: { slug: string }) {
  const rows = await db.notification.findMany({
    where: { payload: { path: ["eventUrl"], string_ends_with: `/${event.slug}` } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { kind: true, email: true, payload: true },
  });
  return rows;
}
