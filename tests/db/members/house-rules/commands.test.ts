import { expect, test } from "vitest";
import { type Actor, anonymous } from "@/lib/core/actor";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { acceptRules, publishRules } from "@/lib/members/house-rules/commands";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aKeptPerson, aMembership } from "@/tests/support/belonging";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";

async function someRules() {
  const space = await aSpace();
  const host = await hostOf(space);
  await publishRules(host, { slug: space.slug, text: "Rangez la cuisine." }, at);
  return { space, host, slug: space.slug };
}

test("each new text is a version, the same text again is none; journalled", async () => {
  const { space, host, slug } = await someRules();
  expect(await publishRules(host, { slug, text: "Rangez la cuisine." }, at)).toMatchObject({
    value: { version: 1 },
  });
  expect(await publishRules(host, { slug, text: "Rangez tout." }, at)).toMatchObject({
    value: { version: 2 },
  });
  expect(await db.houseRules.count({ where: { spaceId: space.id } })).toBe(2);
  expect(await db.journalEntry.count({ where: { spaceId: space.id } })).toBe(2);
});

test("two hosts publish at once: two versions, none lost", async () => {
  const { space, slug } = await someRules();
  const hosts = [await hostOf(space), await hostOf(space)];
  await Promise.all(hosts.map((host, index) => publishRules(host, { slug, text: `${index}` }, at)));
  const rows = await db.houseRules.findMany({ where: { spaceId: space.id } });
  expect(rows.map(({ version }) => version).sort()).toEqual([1, 2, 3]);
});

test("what was published is never changed", async () => {
  const { space } = await someRules();
  const where = { spaceId: space.id };
  await expect(db.houseRules.updateMany({ where, data: { text: "x" } })).rejects.toThrow(
    /append-only/,
  );
});

test("a member accepts the version that was read, once; another in force since is read first", async () => {
  const { space, host, slug } = await someRules();
  const member = await aMember();
  await aMembership(space, member.personId);
  await acceptRules(member, { slug, version: 1 }, at);
  await acceptRules(member, { slug, version: 1 }, at);
  const where = { personId: member.personId };
  expect(await db.houseRulesAcceptance.findMany({ where })).toMatchObject([
    { version: 1, recordedBy: null },
  ]);
  await publishRules(host, { slug, text: "Rangez tout." }, at);
  expect(await acceptRules(member, { slug, version: 1 }, at)).toMatchObject({
    refusal: "newer_version",
  });
});

test("a host notes that somebody without a screen accepted; the journal says so", async () => {
  const { space, host, slug } = await someRules();
  const personId = await aKeptPerson(host, space);
  await acceptRules(host, { slug, version: 1, personId }, at);
  expect(await db.houseRulesAcceptance.findMany({ where: { personId } })).toMatchObject([
    { recordedBy: host.personId },
  ]);
  expect(
    await db.journalEntry.findMany({
      where: { subjectId: personId },
      orderBy: { id: "desc" },
      take: 1,
    }),
  ).toMatchObject([{ action: "house_rules.accepted_for" }]);
});

test("nobody accepts for somebody else, nor without belonging, nor rules that are not", async () => {
  const { space, host, slug } = await someRules();
  const [member, stranger] = [await aMember(), await aMember()];
  await aMembership(space, member.personId);
  const { personId } = member;
  const others: Actor[] = [stranger, await hostOf(await aSpace()), await aStaffMember()];
  for (const actor of others) {
    await expect(acceptRules(actor, { slug, version: 1, personId }, at)).rejects.toThrow(NotFound);
    await expect(publishRules(actor, { slug, text: "x" }, at)).rejects.toThrow(NotFound);
  }
  await expect(acceptRules(stranger, { slug, version: 1 }, at)).rejects.toThrow(NotFound);
  await expect(acceptRules(anonymous, { slug, version: 1 }, at)).rejects.toThrow(Unauthenticated);
  const bare = await aSpace();
  await aMembership(bare, personId);
  await expect(acceptRules(member, { slug: bare.slug, version: 1 }, at)).rejects.toThrow(NotFound);
  expect(host.grants).toHaveLength(1);
});
