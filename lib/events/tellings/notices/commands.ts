import type { Prisma, Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { notify } from "@/lib/notifications/commands";
import type { EventNoticeKind, EventPayload } from "@/lib/notifications/event-notices/schema";
import type { lockEvent } from "../../locks/commands";
import { registrationToken } from "../../registrations/links/queries";
import { eventColumns } from "../../schema";
import { eventNotice, noticedPlace, noticeTo } from "./rules";

/** An event as its mails need it: its whole row. */
export type NoticedEvent = Awaited<ReturnType<typeof lockEvent>>;

const toldRegistration = {
  id: true,
  spaceId: true,
  personId: true,
  email: true,
  locale: true,
  quantity: true,
  sequence: true,
  state: true,
  offerUntil: true,
  person: { select: { email: true, locale: true } },
} satisfies Prisma.EventRegistrationSelect;

type Told = Prisma.EventRegistrationGetPayload<{ select: typeof toldRegistration }>;

export type Telling = {
  ids: readonly string[];
  /** They had seats when it ended: their calendar holds it. */
  wasSure?: boolean;
  reason?: string | null;
  again?: boolean;
  isBack?: boolean;
  before?: EventPayload["before"];
  /** The page its button leads to: where one manages the registration, unless told. */
  page?: RegistrationPage;
  /** With it and the id of a registration, the same thing is told once. */
  onceKey?: string;
};

/**
 * Mails about an event to these of its registrations, in the caller's transaction: to the address of the
 * account where there is one, else to the one written down; who has none is told nothing.
 */
export async function tellSomeRegistered(
  tx: Tx,
  kind: EventNoticeKind,
  event: NoticedEvent,
  telling: Telling,
  at: Date,
): Promise<void> {
  const { ids, wasSure, onceKey, page = "inscription", ...said } = telling;
  if (ids.length === 0) return;
  const notice = await readNotice(tx, event);
  const rows = await tx.eventRegistration.findMany({
    where: { spaceId: event.spaceId, id: { in: [...ids] } },
    select: toldRegistration,
    orderBy: { rank: "asc" },
  });
  for (const row of rows) {
    const contact = contactOf(row);
    if (!contact) continue;
    const isSure = wasSure ?? row.state === "confirmed";
    const payload = noticeTo(notice, { ...row, isSure }, addressOf(row, page));
    await notify(
      tx,
      {
        kind,
        personId: row.personId,
        ...contact,
        payload: {
          ...payload,
          ...said,
          offerUntil: row.offerUntil?.toISOString() ?? null,
        },
        ...(onceKey ? { onceKey: `${onceKey} ${row.id}` } : {}),
      },
      at,
    );
  }
}

export type Leader = { id: string; email: string; locale: string };

/**
 * The same to somebody who leads it, in the caller's transaction: nothing of a registration, its page behind
 * the button. With `onceKey` the same thing is told once.
 */
export async function tellLeader(
  tx: Tx,
  kind: "event-changed" | "event-cancelled",
  event: NoticedEvent,
  { id: personId, email, locale }: Leader,
  { onceKey, ...said }: Pick<Telling, "reason" | "isBack" | "before"> & { onceKey: string },
  at: Date,
): Promise<void> {
  const notice = await readNotice(tx, event);
  const payload = {
    ...{ ...notice, ...said, url: notice.eventUrl },
    ...{ isLeading: true, isSure: true, quantity: 1 },
  };
  await notify(
    tx,
    { kind, personId, email, locale, payload, onceKey: `${onceKey} ${personId}` },
    at,
  );
}

function contactOf({ email, locale, person }: Told) {
  const to = person?.email ?? email;
  return to ? { email: to, locale: person?.locale ?? locale } : null;
}

/** Pages whoever holds the link of a registration opens: to manage it, to say what they thought. */
type RegistrationPage = "inscription" | "avis";

function addressOf(registration: { spaceId: string; id: string }, page: RegistrationPage): string {
  return `${env().NEXTAUTH_URL}/evenements/${page}/${registrationToken(registration)}`;
}

async function readNotice(tx: Tx, event: NoticedEvent) {
  const { space, place } = await readPlace(tx, event);
  const { prices } = eventColumns.pick({ prices: true }).parse(event);
  return eventNotice({ event: { ...event, prices }, space, place, origin: env().NEXTAUTH_URL });
}

type Placed = Pick<NoticedEvent, "spaceId" | "placeKind" | "resourceId" | "address" | "communeId">;

/** Where an event is, or was, as a mail says it, and the space that organises it. */
export async function readPlace(tx: Tx, event: Placed) {
  const { spaceId, resourceId, communeId } = event;
  const { commune, ...space } = await tx.space.findUniqueOrThrow({
    where: { id: spaceId },
    select: {
      name: true,
      street: true,
      postalCode: true,
      timeZone: true,
      commune: { select: { name: true } },
    },
  });
  const room = resourceId
    ? await tx.resource.findFirst({ where: { spaceId, id: resourceId }, select: { name: true } })
    : null;
  const elsewhere = communeId
    ? await tx.commune.findUnique({ where: { insee: communeId }, select: { name: true } })
    : null;
  const told = { ...space, communeName: commune.name };
  const where = { ...event, roomName: room?.name ?? null, communeName: elsewhere?.name ?? null };
  return { space: told, place: noticedPlace(where, told) };
}
