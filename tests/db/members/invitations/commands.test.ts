import { expect, test } from "vitest";
import { type Actor, anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { hashOfCode } from "@/lib/members/codes/commands";
import {
  inviteToSpace,
  revokeInvitation,
  takeInvitation,
} from "@/lib/members/invitations/commands";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { daysLater } from "@/tests/support/belonging";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";

async function anInvitation(email?: string) {
  const space = await aSpace();
  const host = await hostOf(space);
  const made = await inviteToSpace(host, { slug: space.slug, ...(email ? { email } : {}) }, at);
  const code = made.ok ? made.value.code : "";
  const row = await db.invitation.findFirstOrThrow({ where: { spaceId: space.id } });
  return { space, host, code, invitationId: row.id };
}

type Member = Awaited<ReturnType<typeof aMember>>;
const take = (member: Member, code: string, when = at) =>
  db.$transaction((tx) => takeInvitation(tx, member, hashOfCode(code), when));

test("an invitation makes whoever uses it a member, once; the table keeps no code", async () => {
  const { space, host, code } = await anInvitation();
  const [first, second] = [await aMember(), await aMember()];
  expect(await take(first, code)).toEqual({ slug: space.slug });
  expect(await take(first, code)).toEqual({ slug: space.slug });
  expect(await take(second, code)).toBeNull();
  const where = { spaceId: space.id };
  expect(await db.membership.findMany({ where })).toMatchObject([
    { personId: first.personId, state: "active", decidedBy: host.personId },
  ]);
  expect(JSON.stringify(await db.invitation.findMany({ where }))).not.toContain(code);
  const journal = await db.journalEntry.findMany({ where });
  expect(journal).toMatchObject([{ action: "invitation.made" }]);
  expect(JSON.stringify(journal.map(({ after }) => after))).not.toContain(code);
});

test("two people use it at the same instant: one joins", async () => {
  const { space, code } = await anInvitation();
  const people = await Promise.all(Array.from({ length: 8 }, aMember));
  const joined = await Promise.all(people.map((member) => take(member, code)));
  expect(joined.filter(Boolean)).toHaveLength(1);
  expect(await db.membership.count({ where: { spaceId: space.id } })).toBe(1);
});

test("were it read and then written without a condition, all would join: the control", async () => {
  const { space, code } = await anInvitation();
  const people = await Promise.all(Array.from({ length: 8 }, aMember));
  const codeHash = hashOfCode(code);
  const found = await Promise.all(
    people.map(() => db.invitation.findUniqueOrThrow({ where: { codeHash } })),
  );
  expect(found.filter(({ usedAt }) => usedAt === null)).toHaveLength(8);
  expect(space.id).toBe(found[0]?.spaceId);
});

test("after a fortnight, taken back, or never made, it opens nothing", async () => {
  const { code } = await anInvitation();
  expect(await take(await aMember(), code, daysLater(14))).toBeNull();
  const other = await anInvitation();
  const one = { slug: other.space.slug, invitationId: other.invitationId };
  await revokeInvitation(other.host, one, at);
  await revokeInvitation(other.host, one, at);
  expect(await take(await aMember(), other.code)).toBeNull();
  expect(await take(await aMember(), "ABCD2345")).toBeNull();
});

test("what was used cannot be taken back, and the host learns it", async () => {
  const { space, host, code, invitationId } = await anInvitation();
  await take(await aMember(), code);
  expect(await revokeInvitation(host, { slug: space.slug, invitationId }, at)).toMatchObject({
    refusal: "used_already",
  });
});

test("sent to an address, it goes there whoever has it, with the code and the way", async () => {
  const email = `${crypto.randomUUID()}@exemple.test`;
  const { code } = await anInvitation(email);
  expect(await db.notification.findMany({ where: { email } })).toMatchObject([
    { kind: "invitation", personId: null, payload: { url: expect.stringContaining(code) } },
  ]);
});

test("fifty wait at most", async () => {
  const { space, host } = await anInvitation();
  const ask = () => inviteToSpace(host, { slug: space.slug }, at);
  for (let index = 1; index < 50; index += 1) await ask();
  expect(await ask()).toMatchObject({ refusal: "too_many_invitations" });
  expect(await inviteToSpace(host, { slug: space.slug }, daysLater(15))).toMatchObject({
    ok: true,
  });
});

test("a member, another host, staff and a visitor invite nobody and take nothing back", async () => {
  const { space, invitationId } = await anInvitation();
  const others: Actor[] = [
    await aMember(),
    await hostOf(await aSpace()),
    await aStaffMember(),
    anonymous,
  ];
  for (const actor of others) {
    await expect(inviteToSpace(actor, { slug: space.slug }, at)).rejects.toThrow(NotFound);
    const one = { slug: space.slug, invitationId };
    await expect(revokeInvitation(actor, one, at)).rejects.toThrow(NotFound);
  }
});
