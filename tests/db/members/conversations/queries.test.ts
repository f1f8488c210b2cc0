import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { replyToConversation, startConversation } from "@/lib/members/conversations/commands";
import {
  conversationsOfPage,
  countUnreadMessages,
  findStop,
  getConversation,
  getRecipient,
  listConversations,
} from "@/lib/members/conversations/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aPerson, aSpace, mondayMorning } from "@/tests/support/factories";
import { aConversation, aListedMember, anAd, block } from "@/tests/support/mutual-help";

const minutes = (count: number) => new Date(mondayMorning.getTime() + count * 60_000);

test("the inbox shows the last words of each conversation, the newest first, and what is unread", async () => {
  const [me, first, second] = [await aMember(), await aListedMember(), await aMember()];
  const ad = await anAd(me.personId, { title: "Un écran ?" });
  const mine = await aConversation(me, first, "Bonjour");
  await startConversation(second, { adId: ad.id, text: "J’en ai\nun." }, minutes(5));
  const { lines, pages } = await listConversations(me);
  expect(pages).toBe(1);
  expect(lines).toMatchObject([
    {
      other: { id: second.personId, name: second.name, isGone: false },
      adTitle: "Un écran ?",
      excerpt: "J’en ai un.",
      isLastOwn: false,
      unread: 1,
      isStopped: false,
    },
    { id: mine, adTitle: null, excerpt: "Bonjour", isLastOwn: true, unread: 0 },
  ]);
  expect(await countUnreadMessages(me)).toBe(1);
});

test("the inbox goes by pages, and a page too far is the last", async () => {
  const me = await aMember();
  for (let count = 0; count < conversationsOfPage + 2; count += 1) {
    const { id } = await aPerson();
    await db.conversation.create({
      data: {
        starterId: id,
        otherId: me.personId,
        createdAt: mondayMorning,
        lastAt: minutes(count),
      },
    });
  }
  const first = await listConversations(me, 1);
  const far = await listConversations(me, 50);
  expect([first.lines.length, first.pages, far.lines.length, far.page]).toEqual([20, 2, 2, 2]);
});

test("a conversation reads oldest first, without any address nobody gave", async () => {
  const [me, other] = [await aMember(), await aListedMember()];
  const id = await aConversation(me, other, "Un");
  await replyToConversation(other, { conversationId: id, text: "Deux" }, minutes(1));
  const thread = await getConversation(me, id);
  expect(thread.messages.map(({ text, isOwn }) => [text, isOwn])).toEqual([
    ["Un", true],
    ["Deux", false],
  ]);
  expect(thread).toMatchObject({ other: { name: other.name }, earlier: 0, stopped: null });
  expect(JSON.stringify(thread)).not.toContain("@");
});

test("of a very long conversation the last hundred messages are shown, and how many came before", async () => {
  const [me, other] = [await aMember(), await aListedMember()];
  const id = await aConversation(me, other, "0");
  await db.conversationMessage.createMany({
    data: Array.from({ length: 120 }, (_, index) => ({
      conversationId: id,
      senderId: other.personId,
      text: `${index + 1}`,
      createdAt: minutes(index + 1),
    })),
  });
  const thread = await getConversation(me, id);
  expect([thread.earlier, thread.messages.length, thread.messages.at(-1)?.text]).toEqual([
    21,
    100,
    "120",
  ]);
});

test("nobody but the two reads a conversation, and neither does once blocked", async () => {
  const [me, other] = [await aMember(), await aListedMember()];
  const id = await aConversation(me, other);
  for (const stranger of [await aMember(), await aStaffMember(), anonymous]) {
    await expect(getConversation(stranger, id)).rejects.toThrow(NotFound);
  }
  await expect(getConversation(me, randomUUID())).rejects.toThrow(NotFound);
  await block(me.personId, other.personId);
  for (const blocked of [me, other]) {
    await expect(getConversation(blocked, id)).rejects.toThrow(NotFound);
    expect((await listConversations(blocked)).lines).toEqual([]);
    expect(await countUnreadMessages(blocked)).toBe(0);
  }
});

test("whom one writes to is named, with what it is about and the conversation already begun", async () => {
  const [me, other] = [await aMember(), await aListedMember()];
  const ad = await anAd(other.personId, { title: "Un écran ?" });
  expect(await getRecipient(me, { adId: ad.id }, mondayMorning)).toEqual({
    person: { id: other.personId, name: other.name },
    ad: { id: ad.id, title: "Un écran ?" },
    conversationId: null,
  });
  const id = await aConversation(me, other);
  const known = await getRecipient(me, { to: other.personId }, mondayMorning);
  expect(known).toMatchObject({ ad: null, conversationId: id });
  // About the ad nothing was said yet: it is another conversation.
  const about = await getRecipient(me, { adId: ad.id }, mondayMorning);
  expect(about.conversationId).toBeNull();
});

test("somebody who opened nothing, has no ad and never wrote is not found, by any address", async () => {
  const [me, other] = [await aMember(), await aMember()];
  const ad = await anAd(other.personId, { closedAt: mondayMorning });
  for (const target of [{ to: other.personId }, { adId: ad.id }, { to: randomUUID() }, {}]) {
    await expect(getRecipient(me, target, mondayMorning)).rejects.toThrow(NotFound);
  }
});

test("a host writes to their people who opened their name to hosts; another host does not find them", async () => {
  const [here, elsewhere, person] = [await aSpace(), await aSpace(), await aMember()];
  const { personId } = person;
  await db.profile.create({ data: { personId, audiences: { name: "hosts" } } });
  await db.membership.create({ data: { spaceId: here.id, personId, state: "active" } });
  const found = await getRecipient(await hostOf(here), { to: personId }, mondayMorning);
  expect(found.person.id).toBe(personId);
  for (const actor of [await hostOf(elsewhere), await aMember()]) {
    await expect(getRecipient(actor, { to: personId }, mondayMorning)).rejects.toThrow(NotFound);
  }
});

test("a stop is found from either side, and none where nothing was stopped", async () => {
  const [me, other] = [await aMember(), await aListedMember()];
  const id = await aConversation(me, other);
  expect(await findStop(db, me.personId, other.personId)).toBeNull();
  const data = { stoppedAt: mondayMorning, stoppedBy: me.personId };
  await db.conversation.update({ where: { id }, data });
  for (const [one, two] of [
    [me, other],
    [other, me],
  ] as const) {
    const stop = await findStop(db, one.personId, two.personId);
    expect(stop).toEqual({ id, stoppedBy: me.personId });
  }
});
