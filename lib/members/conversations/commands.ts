import type { Actor, PersonActor } from "@/lib/core/actor";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { lockAlone } from "@/lib/infra/locks";
import { secondsToWait } from "@/lib/infra/rate-limit";
import { notify } from "@/lib/notifications/commands";
import { listHiddenPeople } from "../blocks/queries";
import { canReadConversation, canWrite } from "./policy";
import { findStop, getRecipient } from "./queries";
import { isSameMessage, otherOf, pairOf } from "./rules";
import type {
  ConversationIdInput,
  FirstMessageInput,
  MessageRefusal,
  ReplyInput,
  StopRefusal,
} from "./schema";

/** Messages one person may send in an hour, in all and to one other. */
const perSender = { name: "message-sent", times: 20, seconds: 3600 };
const perPair = { name: "message-to-one", times: 10, seconds: 3600 };

type Sent = Result<{ id: string }, MessageRefusal>;

/**
 * Writes for the first time to a person or the author of an ad; told by mail, never with an address in
 * it. A conversation about the same thing goes on in it; the same words twice are one message. NotFound
 * for whom one may not write to. Refuses `own_ad`, `conversation_stopped`, `too_many_messages`,
 * `too_many_to_one`.
 */
export async function startConversation(
  actor: Actor,
  input: FirstMessageInput,
  at: Date = now(),
): Promise<Sent> {
  if (!canWrite(actor)) throw new Unauthenticated();
  const { text, ...target } = input;
  const { person } = await getRecipient(actor, target, at);
  if (person.id === actor.personId) return refuse("own_ad");
  const limited = await limitOf(actor, person.id);
  if (limited) return refuse(limited);
  return inTransaction<{ id: string }, MessageRefusal>(async (tx) => {
    await lockPair(tx, actor.personId, person.id);
    const { ad, conversationId } = await getRecipient(actor, target, at, tx);
    if (await findStop(tx, actor.personId, person.id)) return refuse("conversation_stopped");
    const id = conversationId ?? (await begin(tx, actor, person.id, ad?.id ?? null, at));
    return send(tx, actor, { id, otherId: person.id, adTitle: ad?.title ?? null }, { text }, at);
  });
}

async function begin(
  tx: Tx,
  actor: PersonActor,
  otherId: string,
  adId: string | null,
  at: Date,
): Promise<string> {
  const data = { adId, starterId: actor.personId, otherId, createdAt: at, lastAt: at };
  const { id } = await tx.conversation.create({ data, select: { id: true } });
  return id;
}

/**
 * Goes on with a conversation; the other is told by mail, with the sender's own address when they chose
 * to give it. The same words twice are one message. Refuses `conversation_stopped`, `person_gone`,
 * `too_many_messages`, `too_many_to_one`.
 */
export async function replyToConversation(
  actor: Actor,
  { conversationId, text, givesAddress }: ReplyInput,
  at: Date = now(),
): Promise<Sent> {
  const { person, otherId } = await ownConversation(db, actor, conversationId);
  const limited = await limitOf(person, otherId);
  if (limited) return refuse(limited);
  return inTransaction<{ id: string }, MessageRefusal>(async (tx) => {
    await lockPair(tx, person.personId, otherId);
    const { adTitle } = await ownConversation(tx, actor, conversationId);
    if (await findStop(tx, person.personId, otherId)) return refuse("conversation_stopped");
    const message = { text, givesAddress: givesAddress === "yes" };
    return send(tx, person, { id: conversationId, otherId, adTitle }, message, at);
  });
}

type Into = { id: string; otherId: string; adTitle: string | null };
type Message = { text: string; givesAddress?: boolean };

/** Writes the message and tells the other, in the caller's transaction, the pair held. */
async function send(
  tx: Tx,
  actor: PersonActor,
  conversation: Into,
  { text, givesAddress = false }: Message,
  at: Date,
): Promise<Sent> {
  const { id, otherId, adTitle } = conversation;
  const other = await tx.person.findFirst({
    where: { id: otherId, erasedAt: null },
    select: { id: true, email: true, locale: true },
  });
  if (!other) return refuse("person_gone");
  const last = await tx.conversationMessage.findFirst({
    where: { conversationId: id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  if (isSameMessage(last, { senderId: actor.personId, text }, at)) return ok({ id });
  const sender = { senderId: actor.personId, text, givesAddress, createdAt: at };
  const messageId = newId();
  await tx.conversationMessage.create({ data: { id: messageId, conversationId: id, ...sender } });
  await tx.conversation.update({ where: { id }, data: { lastAt: at } });
  await tellOfMessage(tx, actor, other, { id, messageId, adTitle, text, givesAddress }, at);
  return ok({ id });
}

/** Somebody without an address reads it here alone. */
async function tellOfMessage(
  tx: Tx,
  actor: PersonActor,
  other: { id: string; email: string | null; locale: string },
  message: Omit<Into, "otherId"> & { messageId: string; text: string; givesAddress: boolean },
  at: Date,
): Promise<void> {
  if (!other.email) return;
  const sender = await tx.person.findUniqueOrThrow({
    where: { id: actor.personId },
    select: { name: true, email: true },
  });
  const notification = {
    kind: "message-received" as const,
    personId: other.id,
    email: other.email,
    locale: other.locale,
    payload: {
      senderName: sender.name,
      adTitle: message.adTitle,
      text: message.text,
      address: message.givesAddress ? sender.email : null,
      url: new URL(`/messages/${message.id}`, env().NEXTAUTH_URL).href,
      messageId: message.messageId,
      senderId: actor.personId,
      reportUrl: new URL(`/signaler?message=${message.messageId}`, env().NEXTAUTH_URL).href,
    },
  };
  await notify(tx, notification, at);
}

/** Notes that one has read what the other wrote; opening the page does it. */
export async function markConversationRead(
  actor: Actor,
  { conversationId }: ConversationIdInput,
  at: Date = now(),
): Promise<void> {
  const { person } = await ownConversation(db, actor, conversationId);
  await db.conversationMessage.updateMany({
    where: { conversationId, senderId: { not: person.personId }, readAt: null },
    data: { readAt: at },
  });
}

/**
 * Ends all writing between the two, until whoever stopped it changes their mind; nobody is told. Twice
 * is the same as once, by the other too.
 */
export async function stopConversation(
  actor: Actor,
  { conversationId }: ConversationIdInput,
  at: Date = now(),
): Promise<Result<{ id: string }, never>> {
  return inTransaction<{ id: string }, never>(async (tx) => {
    const { person, otherId } = await ownConversation(tx, actor, conversationId);
    await lockPair(tx, person.personId, otherId);
    if (!(await findStop(tx, person.personId, otherId))) {
      const data = { stoppedAt: at, stoppedBy: person.personId };
      await tx.conversation.update({ where: { id: conversationId }, data });
    }
    return ok({ id: conversationId });
  });
}

/** Takes back one's own stop. Twice is the same as once. Refuses `stopped_by_other`. */
export async function resumeConversation(
  actor: Actor,
  { conversationId }: ConversationIdInput,
): Promise<Result<{ id: string }, StopRefusal>> {
  return inTransaction<{ id: string }, StopRefusal>(async (tx) => {
    const { person, otherId } = await ownConversation(tx, actor, conversationId);
    await lockPair(tx, person.personId, otherId);
    const stop = await findStop(tx, person.personId, otherId);
    if (stop && stop.stoppedBy !== person.personId) return refuse("stopped_by_other");
    if (stop) {
      const data = { stoppedAt: null, stoppedBy: null };
      await tx.conversation.update({ where: { id: stop.id }, data });
    }
    return ok({ id: conversationId });
  });
}

type Own = { person: PersonActor; otherId: string; adTitle: string | null };

/** NotFound for whoever is not one of the two, and once one of them blocked the other. */
async function ownConversation(tx: Tx, actor: Actor, conversationId: string): Promise<Own> {
  const row = await tx.conversation.findUnique({
    where: { id: conversationId },
    include: { ad: { select: { title: true } } },
  });
  if (!row || !canReadConversation(actor, row)) throw new NotFound();
  const otherId = otherOf(row, actor.personId);
  if ((await listHiddenPeople(actor.personId, tx)).includes(otherId)) throw new NotFound();
  return { person: actor, otherId, adTitle: row.ad?.title ?? null };
}

/** One at a time between two people: a stop holds against what is being sent. */
async function lockPair(tx: Tx, one: string, other: string): Promise<void> {
  await lockAlone(tx, `conversations:${pairOf(one, other)}`);
}

/** Counted in Postgres for every process together, before anything is held. */
async function limitOf(actor: PersonActor, otherId: string): Promise<MessageRefusal | null> {
  if ((await secondsToWait(perSender, actor.personId)) !== null) return "too_many_messages";
  const toOne = await secondsToWait(perPair, `${actor.personId}>${otherId}`);
  return toOne === null ? null : "too_many_to_one";
}
