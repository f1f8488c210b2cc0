import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { anonymous, type PersonActor } from "@/lib/core/actor";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import {
  markConversationRead,
  replyToConversation,
  resumeConversation,
  startConversation,
  stopConversation,
} from "@/lib/members/conversations/commands";
import { countUnreadMessages, getConversation } from "@/lib/members/conversations/queries";
import { aMember, aStaffMember } from "@/tests/support/actors";
import { mondayMorning } from "@/tests/support/factories";
import { aConversation, aListedMember, anAd, block } from "@/tests/support/mutual-help";
import { outcomesOf } from "@/tests/support/races";

const minutes = (count: number) => new Date(mondayMorning.getTime() + count * 60_000);

const textsOf = async (conversationId: string) => {
  const rows = await db.conversationMessage.findMany({
    where: { conversationId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ text }) => text);
};

const mailsTo = async ({ personId }: PersonActor) =>
  db.notification.findMany({
    where: { personId, kind: "message-received" },
    orderBy: { id: "asc" },
  });

test("a member answers an ad; its author is told by mail, with no address but the network's", async () => {
  const [writer, author] = [await aMember(), await aMember()];
  const ad = await anAd(author.personId, { title: "Un vidéoprojecteur ?" });
  const result = await startConversation(
    writer,
    { adId: ad.id, text: "J’en ai un." },
    mondayMorning,
  );
  if (!result.ok) throw new Error(result.refusal);
  const [mail, ...others] = await mailsTo(author);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ email: author.email, locale: author.locale });
  expect(mail?.payload).toEqual({
    senderName: writer.name,
    adTitle: "Un vidéoprojecteur ?",
    text: "J’en ai un.",
    address: null,
    url: expect.stringMatching(new RegExp(`/messages/${result.value.id}$`)),
    messageId: expect.any(String),
    senderId: writer.personId,
    reportUrl: expect.stringMatching(/\/signaler\?message=[0-9a-f-]{36}$/),
  });
  expect(JSON.stringify(mail?.payload)).not.toContain(writer.email);
});

test("one may write to somebody in the directory, who has an ad, or who wrote first", async () => {
  const [writer, listed, poster] = [await aMember(), await aListedMember(), await aMember()];
  await anAd(poster.personId);
  for (const other of [listed, poster]) {
    const sent = await startConversation(
      writer,
      { to: other.personId, text: "Bonjour" },
      mondayMorning,
    );
    expect(sent).toMatchObject({ ok: true });
  }
  // The writer is in no directory and has no ad: only whom they wrote to may write to them.
  const back = { to: writer.personId, text: "Bonjour" };
  expect(await startConversation(listed, back, mondayMorning)).toMatchObject({ ok: true });
  await expect(startConversation(await aMember(), back, mondayMorning)).rejects.toThrow(NotFound);
});

test("nobody writes to oneself, to nobody, to somebody gone, nor as a visitor", async () => {
  const [writer, gone] = [await aListedMember(), await aListedMember()];
  await db.person.update({ where: { id: gone.personId }, data: { erasedAt: mondayMorning } });
  for (const to of [writer.personId, gone.personId, randomUUID(), undefined]) {
    const attempt = startConversation(writer, { to, text: "Bonjour" }, mondayMorning);
    await expect(attempt).rejects.toThrow(NotFound);
  }
  await expect(
    startConversation(anonymous, { to: writer.personId, text: "Bonjour" }, mondayMorning),
  ).rejects.toThrow(Unauthenticated);
  const ad = await anAd(writer.personId);
  const own = await startConversation(writer, { adId: ad.id, text: "Moi" }, mondayMorning);
  expect(own).toEqual({ ok: false, refusal: "own_ad" });
});

test("a first message sent six times at once is one message and one mail", async () => {
  const [writer, other] = [await aMember(), await aListedMember()];
  const first = { to: other.personId, text: "Bonjour" };
  const results = await Promise.all(
    Array.from({ length: 6 }, () => startConversation(writer, first, mondayMorning)),
  );
  expect(outcomesOf(results)).toEqual({ ok: 6 });
  expect(await db.conversation.count({ where: { starterId: writer.personId } })).toBe(1);
  expect(await mailsTo(other)).toHaveLength(1);
  // The negative control: other words are another message, in the same conversation.
  await startConversation(writer, { ...first, text: "Et aussi" }, mondayMorning);
  expect(await db.conversation.count({ where: { starterId: writer.personId } })).toBe(1);
  expect(await mailsTo(other)).toHaveLength(2);
});

test("both first messages crossing each other are one conversation", async () => {
  const [one, other] = [await aListedMember(), await aListedMember()];
  await Promise.all([
    startConversation(one, { to: other.personId, text: "Bonjour" }, mondayMorning),
    startConversation(other, { to: one.personId, text: "Bonsoir" }, mondayMorning),
  ]);
  const found = await db.conversation.findMany({
    where: { OR: [{ starterId: one.personId }, { otherId: one.personId }] },
    include: { messages: true },
  });
  expect(found).toHaveLength(1);
  expect(found[0]?.messages).toHaveLength(2);
});

test("an answer gives an address only when its owner asks for it, and only their own", async () => {
  const [writer, other] = [await aMember(), await aListedMember()];
  const conversationId = await aConversation(writer, other);
  await replyToConversation(other, { conversationId, text: "Volontiers." }, minutes(1));
  const reply = { conversationId, text: "Voici.", givesAddress: "yes" as const };
  await replyToConversation(other, reply, minutes(2));
  const mails = (await mailsTo(writer)).map(({ payload }) => payload);
  expect(mails).toMatchObject([{ address: null }, { address: other.email }]);
  expect(JSON.stringify(mails)).not.toContain(writer.email);
  const seen = await getConversation(writer, conversationId);
  expect(seen.messages.map(({ address }) => address)).toEqual([null, null, other.email]);
  const own = await getConversation(other, conversationId);
  expect(own.messages.map(({ address }) => address)).toEqual([null, null, other.email]);
});

test("nobody else goes on with a conversation: another member, staff, a visitor", async () => {
  const [writer, other] = [await aMember(), await aListedMember()];
  const conversationId = await aConversation(writer, other);
  for (const stranger of [await aMember(), await aStaffMember(), anonymous]) {
    for (const work of [
      () => replyToConversation(stranger, { conversationId, text: "Moi" }, minutes(1)),
      () => stopConversation(stranger, { conversationId }, minutes(1)),
      () => resumeConversation(stranger, { conversationId }),
      () => markConversationRead(stranger, { conversationId }, minutes(1)),
    ]) {
      await expect(work()).rejects.toThrow(NotFound);
    }
  }
  expect(await textsOf(conversationId)).toHaveLength(1);
});

test("stopped by one, nothing goes through for either, in any conversation of the two", async () => {
  const [writer, other] = [await aMember(), await aListedMember()];
  const ad = await anAd(other.personId);
  const conversationId = await aConversation(writer, other);
  await stopConversation(other, { conversationId }, minutes(1));
  await stopConversation(writer, { conversationId }, minutes(2));
  const refused = { ok: false, refusal: "conversation_stopped" };
  for (const actor of [writer, other]) {
    const reply = { conversationId, text: "Encore" };
    expect(await replyToConversation(actor, reply, minutes(3))).toEqual(refused);
  }
  const answer = { adId: ad.id, text: "Autrement" };
  expect(await startConversation(writer, answer, minutes(3))).toEqual(refused);
  expect(await textsOf(conversationId)).toHaveLength(1);
  expect((await getConversation(other, conversationId)).stopped).toBe("by_me");
  expect((await getConversation(writer, conversationId)).stopped).toBe("by_other");
});

test("only who stopped takes it back; then both write again", async () => {
  const [writer, other] = [await aMember(), await aListedMember()];
  const conversationId = await aConversation(writer, other);
  await stopConversation(other, { conversationId }, minutes(1));
  expect(await resumeConversation(writer, { conversationId })).toEqual({
    ok: false,
    refusal: "stopped_by_other",
  });
  for (const _turn of [1, 2]) await resumeConversation(other, { conversationId });
  const reply = { conversationId, text: "Merci" };
  expect(await replyToConversation(writer, reply, minutes(3))).toMatchObject({ ok: true });
});

test("a message and a stop at once: the message is sent or refused, never both", async () => {
  const [writer, other] = [await aMember(), await aListedMember()];
  const conversationId = await aConversation(writer, other);
  const [sent] = await Promise.all([
    replyToConversation(writer, { conversationId, text: "Juste avant" }, minutes(1)),
    stopConversation(other, { conversationId }, minutes(1)),
  ]);
  expect(await textsOf(conversationId)).toHaveLength(sent.ok ? 2 : 1);
  expect(await mailsTo(other)).toHaveLength(sent.ok ? 2 : 1);
  const after = { conversationId, text: "Juste après" };
  expect(await replyToConversation(writer, after, minutes(2))).toMatchObject({ ok: false });
});

test("once one blocks the other, the conversation is nowhere for either", async () => {
  const [writer, other] = [await aListedMember(), await aListedMember()];
  const conversationId = await aConversation(writer, other);
  await block(other.personId, writer.personId);
  for (const [actor, to] of [
    [writer, other],
    [other, writer],
  ] as const) {
    for (const work of [
      () => replyToConversation(actor, { conversationId, text: "Encore" }, minutes(1)),
      () => stopConversation(actor, { conversationId }, minutes(1)),
      () => markConversationRead(actor, { conversationId }, minutes(1)),
      () => startConversation(actor, { to: to.personId, text: "Encore" }, minutes(1)),
    ]) {
      await expect(work()).rejects.toThrow(NotFound);
    }
  }
});

test("what one reads is read for oneself, not for the other", async () => {
  const [writer, other] = [await aMember(), await aListedMember()];
  const conversationId = await aConversation(writer, other);
  await replyToConversation(other, { conversationId, text: "Oui" }, minutes(1));
  expect([await countUnreadMessages(writer), await countUnreadMessages(other)]).toEqual([1, 1]);
  await markConversationRead(other, { conversationId }, minutes(2));
  expect([await countUnreadMessages(writer), await countUnreadMessages(other)]).toEqual([1, 0]);
});

test("an account gone since is not written to, and what was said stays readable", async () => {
  const [writer, other] = [await aMember(), await aListedMember()];
  const conversationId = await aConversation(writer, other);
  await db.person.update({ where: { id: other.personId }, data: { erasedAt: mondayMorning } });
  const reply = { conversationId, text: "Toujours là ?" };
  expect(await replyToConversation(writer, reply, minutes(1))).toEqual({
    ok: false,
    refusal: "person_gone",
  });
  const thread = await getConversation(writer, conversationId);
  expect(thread.other).toEqual({ id: other.personId, name: null, isGone: true });
});

test("somebody without an address reads it here, and no mail is written", async () => {
  const [writer, other] = [await aMember(), await aListedMember()];
  await db.person.update({ where: { id: other.personId }, data: { email: null } });
  await aConversation(writer, other);
  expect(await countUnreadMessages(other)).toBe(1);
  expect(await mailsTo(other)).toEqual([]);
});

test("ten messages in an hour to the same person, then a refusal that others do not meet", async () => {
  const [writer, other] = [await aMember(), await aListedMember()];
  const conversationId = await aConversation(writer, other);
  for (let count = 1; count < 10; count += 1) {
    const sent = await replyToConversation(
      writer,
      { conversationId, text: `${count}` },
      minutes(1),
    );
    expect(sent).toMatchObject({ ok: true });
  }
  const more = { conversationId, text: "Encore" };
  expect(await replyToConversation(writer, more, minutes(1))).toEqual({
    ok: false,
    refusal: "too_many_to_one",
  });
  expect(await replyToConversation(other, more, minutes(1))).toMatchObject({ ok: true });
});

test("two hundred messages in an hour stop at twenty, in every process", async () => {
  const writer = await aMember();
  const results = [];
  const others = await Promise.all(Array.from({ length: 25 }, () => aListedMember()));
  for (let count = 0; count < 200; count += 1) {
    const to = others[count % others.length]?.personId;
    results.push(await startConversation(writer, { to, text: `${count}` }, mondayMorning));
  }
  expect(outcomesOf(results)).toEqual({ ok: 20, too_many_messages: 180 });
  expect(await db.conversationMessage.count({ where: { senderId: writer.personId } })).toBe(20);
  // Another process remembers nothing itself: what it knows is in Postgres.
  vi.resetModules();
  const elsewhere = await import("@/lib/members/conversations/commands");
  const to = (await aListedMember()).personId;
  const again = await elsewhere.startConversation(writer, { to, text: "Ailleurs" }, mondayMorning);
  expect(again).toEqual({ ok: false, refusal: "too_many_messages" });
  const fresh = await elsewhere.startConversation(
    await aMember(),
    { to, text: "Ailleurs" },
    mondayMorning,
  );
  expect(fresh).toMatchObject({ ok: true });
});
