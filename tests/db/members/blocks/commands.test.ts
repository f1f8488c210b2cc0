import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { blockPerson, unblockPerson } from "@/lib/members/blocks/commands";
import { listBlockedPeople, listHiddenPeople } from "@/lib/members/blocks/queries";
import { aMember } from "@/tests/support/actors";
import { mondayMorning } from "@/tests/support/factories";
import { anAd } from "@/tests/support/mutual-help";
import { fillProfile, openedTo } from "@/tests/support/profiles";

async function listed() {
  const member = await aMember();
  await fillProfile(member, openedTo("members"));
  return member;
}

test("two people no longer see each other once one has blocked the other, until that one takes it back", async () => {
  const [one, other] = [await listed(), await listed()];
  await blockPerson(one, { personId: other.personId });
  expect(await listHiddenPeople(other.personId)).toEqual([one.personId]);
  expect(await unblockPerson(other, { personId: one.personId })).toMatchObject({ ok: true });
  expect(await listHiddenPeople(one.personId)).toEqual([other.personId]);
  await unblockPerson(one, { personId: other.personId });
  expect(await listHiddenPeople(one.personId)).toEqual([]);
});

test("blocking twice, or six times at once, is blocking once", async () => {
  const [one, other] = [await listed(), await listed()];
  const again = Array.from({ length: 6 }, () => blockPerson(one, { personId: other.personId }));
  expect((await Promise.all(again)).every((result) => result.ok)).toBe(true);
  expect(await blockPerson(one, { personId: other.personId })).toMatchObject({ ok: true });
  expect(await db.block.count({ where: { blockerId: one.personId } })).toBe(1);
});

test("looked for first, then written, the same block at once fails: skipping the double is what holds", async () => {
  const [one, other] = [await listed(), await listed()];
  const pair = { blockerId: one.personId, blockedId: other.personId };
  const naive = async () => {
    if (await db.block.findFirst({ where: pair })) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await db.block.create({ data: pair });
  };
  const results = await Promise.allSettled([naive(), naive(), naive()]);
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(2);
});

test("nobody is found out by blocking: unknown, unlisted, oneself, and whoever blocked first", async () => {
  const [one, unlisted, blocker] = [await listed(), await aMember(), await listed()];
  await blockPerson(blocker, { personId: one.personId });
  const ids = [randomUUID(), unlisted.personId, one.personId, blocker.personId];
  for (const personId of ids) {
    await expect(blockPerson(one, { personId })).rejects.toThrow(NotFound);
  }
  expect(await listBlockedPeople(one)).toEqual([]);
});

test("the author of an ad one reads may be blocked though they are not listed; of a closed one, not", async () => {
  const [one, unlisted, closed, blocker] = [
    await listed(),
    await aMember(),
    await aMember(),
    await aMember(),
  ];
  const at = mondayMorning;
  for (const { personId } of [unlisted, blocker]) await anAd(personId);
  await anAd(closed.personId, { closedAt: at });
  expect(await blockPerson(one, { personId: unlisted.personId }, at)).toMatchObject({ ok: true });
  expect(await listBlockedPeople(one)).toMatchObject([{ id: unlisted.personId, name: null }]);
  await db.block.create({ data: { blockerId: blocker.personId, blockedId: one.personId } });
  for (const { personId } of [closed, blocker]) {
    await expect(blockPerson(one, { personId }, at)).rejects.toThrow(NotFound);
  }
});

test("somebody one writes with may be blocked though they are not listed, and is named in one's list", async () => {
  const [one, unlisted] = [await listed(), await aMember()];
  await db.conversation.create({
    data: { starterId: unlisted.personId, otherId: one.personId, lastAt: new Date() },
  });
  expect(await blockPerson(one, { personId: unlisted.personId })).toMatchObject({ ok: true });
  expect(await listBlockedPeople(one)).toMatchObject([
    { id: unlisted.personId, name: unlisted.name },
  ]);
});
