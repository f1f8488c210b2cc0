import { type Actor, type PersonActor, personIdOf } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, type Prisma, type Tx } from "@/lib/infra/db";
import { findAnswerableAd, hasOpenAd } from "../ads/queries";
import { isListed } from "../audiences/rules";
import { audiencesColumn } from "../audiences/schema";
import { listHiddenPeople } from "../blocks/queries";
import { relationTo } from "../profiles/queries";
import { canReadConversation } from "./policy";
import { excerptOf, otherOf } from "./rules";
import type { MessageTarget } from "./schema";

/** Name null: they gave none, or their account is gone. */
export type Correspondent = { id: string; name: string | null; isGone: boolean };

export type ConversationLine = {
  id: string;
  other: Correspondent;
  adTitle: string | null;
  lastAt: Date;
  /** The beginning of the last message, and whether it is one's own. */
  excerpt: string;
  isLastOwn: boolean;
  /** One's own that moderators hid; the other finds no trace of it. */
  isLastHidden: boolean;
  unread: number;
  isStopped: boolean;
};

export const conversationsOfPage = 20;

export type Inbox = { lines: ConversationLine[]; page: number; pages: number };

/** One's conversations, the last written in first; without those with people one does not see. */
export async function listConversations(actor: PersonActor, page = 1): Promise<Inbox> {
  const where = await ownConversations(actor);
  const pages = Math.max(
    1,
    Math.ceil((await db.conversation.count({ where })) / conversationsOfPage),
  );
  const shown = Math.min(Math.max(1, page), pages);
  const rows = await db.conversation.findMany({
    where,
    include: {
      ad: { select: { title: true } },
      messages: {
        where: shownIn(actor.personId),
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 1,
      },
      _count: { select: { messages: { where: unreadBy(actor.personId) } } },
    },
    orderBy: [{ lastAt: "desc" }, { id: "desc" }],
    skip: (shown - 1) * conversationsOfPage,
    take: conversationsOfPage,
  });
  const others = await correspondents(rows.map((row) => otherOf(row, actor.personId)));
  const lines = rows.map((row) => {
    const [last] = row.messages;
    return {
      id: row.id,
      other: others(otherOf(row, actor.personId)),
      adTitle: row.ad?.title ?? null,
      lastAt: row.lastAt,
      excerpt: last?.hiddenAt ? "" : excerptOf(last?.text ?? ""),
      isLastOwn: last?.senderId === actor.personId,
      isLastHidden: last?.hiddenAt != null,
      unread: row._count.messages,
      isStopped: row.stoppedAt !== null,
    };
  });
  return { lines, page: shown, pages };
}

/** How many messages one has not read yet. */
export async function countUnreadMessages(actor: PersonActor): Promise<number> {
  const conversation = await ownConversations(actor);
  return db.conversationMessage.count({ where: { ...unreadBy(actor.personId), conversation } });
}

export type MessageView = {
  id: string;
  /** Empty once moderators hid it. */
  text: string;
  createdAt: Date;
  isOwn: boolean;
  /** One's own that moderators hid, and why; the other's are left out. */
  hidden: { reason: string | null } | null;
  /** The sender's address, when they gave it with this message. */
  address: string | null;
};

export type Thread = {
  id: string;
  other: Correspondent;
  ad: { id: string; title: string } | null;
  messages: MessageView[];
  /** Messages before those shown. */
  earlier: number;
  stopped: "by_me" | "by_other" | null;
};

const mostShown = 100;

/** One conversation with its last messages, oldest first; NotFound for whoever is not in it, or blocked. */
export async function getConversation(actor: Actor, conversationId: string): Promise<Thread> {
  const viewerId = personIdOf(actor);
  if (!viewerId) throw new NotFound();
  const row = await db.conversation.findUnique({
    where: { id: conversationId },
    include: {
      ad: { select: { id: true, title: true } },
      messages: {
        where: shownIn(viewerId),
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: mostShown,
        include: { sender: { select: { email: true } } },
      },
      _count: { select: { messages: { where: shownIn(viewerId) } } },
    },
  });
  if (!row || !canReadConversation(actor, row)) throw new NotFound();
  const { personId } = actor;
  const otherId = otherOf(row, personId);
  if ((await listHiddenPeople(personId)).includes(otherId)) throw new NotFound();
  const others = await correspondents([otherId]);
  const stopped = await findStop(db, personId, otherId);
  const messages = row.messages.reverse().map((message) => ({
    id: message.id,
    text: message.hiddenAt ? "" : message.text,
    createdAt: message.createdAt,
    isOwn: message.senderId === personId,
    hidden: message.hiddenAt && { reason: message.hideReason },
    address: message.givesAddress ? message.sender.email : null,
  }));
  return {
    id: row.id,
    other: others(otherId),
    ad: row.ad,
    messages,
    earlier: row._count.messages - messages.length,
    stopped: stopped && (stopped.stoppedBy === personId ? "by_me" : "by_other"),
  };
}

export type Recipient = {
  person: { id: string; name: string | null };
  ad: { id: string; title: string } | null;
  /** One's conversation with them about the same thing, if there is one. */
  conversationId: string | null;
};

/**
 * Whom one may write to: the author of an ad that is open, somebody one finds in the directory (a host,
 * their people too), who has an open ad or a line on the board of journeys to an event, or with whom one has
 * already written. NotFound for everybody else, oneself, and people one does not see. Whoever is reached by
 * that line alone stays without a name.
 */
export async function getRecipient(
  actor: PersonActor,
  target: MessageTarget,
  at: Date = now(),
  client: Tx = db,
): Promise<Recipient> {
  const ad = target.adId ? await findAnswerableAd(actor, target.adId, at, client) : null;
  const personId = target.adId ? ad?.personId : target.to;
  if (!personId) throw new NotFound();
  const person = await client.person.findFirst({
    where: { id: personId, erasedAt: null },
    select: { id: true, name: true, profile: { select: { audiences: true } } },
  });
  const hidden = await listHiddenPeople(actor.personId, client);
  if (!person || hidden.includes(personId)) throw new NotFound();
  const reached = ad ? "named" : await howReached(actor, person, at, client);
  if (!reached) throw new NotFound();
  const known = await client.conversation.findFirst({
    where: { ...between(actor.personId, personId), adId: ad?.id ?? null },
    select: { id: true },
  });
  return {
    person: { id: person.id, name: reached === "named" ? person.name : null },
    ad: ad && { id: ad.id, title: ad.title },
    conversationId: known?.id ?? null,
  };
}

async function howReached(
  actor: PersonActor,
  person: { id: string; profile: { audiences: unknown } | null },
  at: Date,
  client: Tx,
): Promise<"named" | "unnamed" | null> {
  if (await isReachable(actor, person, at, client)) return "named";
  const isOther = person.id !== actor.personId;
  return isOther && (await hasRide(person.id, at, client)) ? "unnamed" : null;
}

/** They wait to be written to about the way to an event that has not begun. */
async function hasRide(personId: string, at: Date, client: Tx): Promise<boolean> {
  const event = { state: "published" as const, startsAt: { gt: at } };
  return (await client.eventRide.count({ where: { personId, withdrawnAt: null, event } })) > 0;
}

/** Found in the directory, with an open ad, or written with before; never oneself. */
async function isReachable(
  actor: PersonActor,
  { id, profile }: { id: string; profile: { audiences: unknown } | null },
  at: Date,
  client: Tx,
): Promise<boolean> {
  if (id === actor.personId) return false;
  const audiences = audiencesColumn.parse(profile?.audiences ?? {});
  if (isListed(audiences, await relationTo(actor, id, at, client))) return true;
  if (await hasOpenAd(id, at, client)) return true;
  return (await client.conversation.count({ where: between(actor.personId, id) })) > 0;
}

/**
 * Somebody with whom one has written, whatever has come between the two since: to be told of, not written
 * to. Null for anybody else, oneself, and whoever is gone. For this domain's queries.
 */
export async function findCorrespondent(
  actor: PersonActor,
  personId: string,
): Promise<{ id: string; name: string | null } | null> {
  if ((await db.conversation.count({ where: between(actor.personId, personId) })) === 0)
    return null;
  return db.person.findFirst({
    where: { id: personId, erasedAt: null },
    select: { id: true, name: true },
  });
}

/** The conversation of these two that one of them stopped: it stops them all. For this domain's commands. */
export async function findStop(
  tx: Tx,
  one: string,
  other: string,
): Promise<{ id: string; stoppedBy: string | null } | null> {
  return tx.conversation.findFirst({
    where: { ...between(one, other), stoppedAt: { not: null } },
    select: { id: true, stoppedBy: true },
    orderBy: { stoppedAt: "asc" },
  });
}

function between(one: string, other: string): Prisma.ConversationWhereInput {
  return {
    OR: [
      { starterId: one, otherId: other },
      { starterId: other, otherId: one },
    ],
  };
}

function unreadBy(personId: string): Prisma.ConversationMessageWhereInput {
  return { readAt: null, senderId: { not: personId }, hiddenAt: null };
}

/** What moderators hid is left to whoever wrote it. */
function shownIn(personId: string): Prisma.ConversationMessageWhereInput {
  return { OR: [{ hiddenAt: null }, { senderId: personId }] };
}

async function ownConversations({ personId }: PersonActor): Promise<Prisma.ConversationWhereInput> {
  const hidden = await listHiddenPeople(personId);
  return {
    OR: [{ starterId: personId }, { otherId: personId }],
    NOT: [{ starterId: { in: hidden } }, { otherId: { in: hidden } }],
  };
}

/** People by their id, whether they are still there or not. */
async function correspondents(ids: string[]): Promise<(id: string) => Correspondent> {
  const people = await db.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, erasedAt: true },
  });
  return (id) => {
    const person = people.find((each) => each.id === id);
    const isGone = !person || person.erasedAt !== null;
    return { id, name: isGone ? null : person.name, isGone };
  };
}
