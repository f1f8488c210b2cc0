import { expect, test } from "vitest";
import { type Actor, anonymous } from "@/lib/core/actor";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import {
  acceptMembership,
  declineMembership,
  endMembership,
  joinSpace,
  leaveSpace,
  requestMembership,
  undoMembershipDecision,
} from "@/lib/members/memberships/commands";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aKeptPerson, aMembership, daysLater } from "@/tests/support/belonging";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";

const stateOf = async (spaceId: string, personId: string) =>
  (await db.membership.findUnique({ where: { spaceId_personId: { spaceId, personId } } }))?.state;
const mailsTo = async (personId: string) =>
  (await db.notification.findMany({ where: { personId } })).map(({ kind }) => kind);

test("somebody asks to belong: the hosts are told once, however often the form is sent", async () => {
  const space = await aSpace();
  const [member, host] = [await aMember(), await hostOf(space)];
  await db.roleGrant.create({ data: { personId: host.personId, role: "host", spaceId: space.id } });
  const wish = { slug: space.slug, message: "Je viens le mardi." };
  const said = await requestMembership(member, wish, at);
  expect(said).toMatchObject({ ok: true, value: { state: "requested" } });
  await requestMembership(member, { slug: space.slug }, at);
  const row = await db.membership.findFirstOrThrow({ where: { personId: member.personId } });
  expect(row).toMatchObject({ state: "requested", message: "Je viens le mardi.", decidedAt: null });
  expect(await mailsTo(host.personId)).toEqual(["membership-requested"]);
});

test("a host says yes: the person belongs and is told, the journal says who decided", async () => {
  const space = await aSpace();
  const [{ personId }, host] = [await aMember(), await hostOf(space)];
  await aMembership(space, personId, "requested");
  await acceptMembership(host, { slug: space.slug, personId }, at);
  await acceptMembership(host, { slug: space.slug, personId }, at);
  expect(await stateOf(space.id, personId)).toBe("active");
  expect(await mailsTo(personId)).toEqual(["membership-accepted"]);
  expect(await db.journalEntry.findMany({ where: { subjectId: personId } })).toMatchObject([
    {
      ...{ action: "membership.accepted", actorId: host.personId, spaceId: space.id },
      ...{ before: { state: "requested" }, after: { state: "active" } },
    },
  ]);
});

test("a host says no, and takes it back; the person is told of the « no » and may ask a week later", async () => {
  const space = await aSpace();
  const [member, host] = [await aMember(), await hostOf(space)];
  const { personId } = member;
  await aMembership(space, personId, "requested");
  const one = { slug: space.slug, personId };
  await declineMembership(host, one, at);
  expect(await stateOf(space.id, personId)).toBe("declined");
  expect(await requestMembership(member, { slug: space.slug }, daysLater(6))).toMatchObject({
    refusal: "declined_recently",
  });
  await undoMembershipDecision(host, one, at);
  expect(await stateOf(space.id, personId)).toBe("requested");
  expect(await mailsTo(personId)).toEqual(["membership-declined"]);
});

test("a host ends a membership and may restore it; one who left by themselves stays away", async () => {
  const space = await aSpace();
  const [member, host] = [await aMember(), await hostOf(space)];
  const { personId } = member;
  await aMembership(space, personId);
  const one = { slug: space.slug, personId };
  await endMembership(host, one, at);
  expect(await stateOf(space.id, personId)).toBe("ended");
  await undoMembershipDecision(host, one, at);
  expect(await stateOf(space.id, personId)).toBe("active");
  await leaveSpace(member, { slug: space.slug }, at);
  expect(await undoMembershipDecision(host, one, at)).toMatchObject({
    refusal: "not_possible_now",
  });
  expect(await stateOf(space.id, personId)).toBe("ended");
});

test("a request is taken back before anybody answered, and cannot be accepted then", async () => {
  const space = await aSpace();
  const [member, host] = [await aMember(), await hostOf(space)];
  await requestMembership(member, { slug: space.slug }, at);
  await leaveSpace(member, { slug: space.slug }, at);
  const one = { slug: space.slug, personId: member.personId };
  expect(await acceptMembership(host, one, at)).toMatchObject({ refusal: "not_possible_now" });
});

test("one host says yes while another says no: one of the two is heard, the other is told", async () => {
  const space = await aSpace();
  const [one, other, { personId }] = [await hostOf(space), await hostOf(space), await aMember()];
  await aMembership(space, personId, "requested");
  const input = { slug: space.slug, personId };
  const results = await Promise.all([
    acceptMembership(one, input, at),
    declineMembership(other, input, at),
  ]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: "not_possible_now" });
  expect(await mailsTo(personId)).toHaveLength(1);
});

test("without the lock on the membership, both would find it waiting: the control of the test above", async () => {
  const space = await aSpace();
  const { personId } = await aMember();
  await aMembership(space, personId, "requested");
  const where = { spaceId_personId: { spaceId: space.id, personId } };
  const found = await Promise.all([1, 2].map(() => db.membership.findUnique({ where })));
  expect(found.map((row) => row?.state)).toEqual(["requested", "requested"]);
});

test("nobody is told of what happens to somebody without e-mail", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const personId = await aKeptPerson(host, space);
  await endMembership(host, { slug: space.slug, personId }, at);
  expect(await mailsTo(personId)).toEqual([]);
});

test("joining twice is belonging once", async () => {
  const space = await aSpace();
  const { personId } = await aMember();
  const join = () =>
    db.$transaction((tx) => joinSpace(tx, { spaceId: space.id, personId, decidedBy: null }, at));
  expect([await join(), await join()]).toEqual([{ isNew: true }, { isNew: false }]);
});

test("a member, another host, staff and a visitor decide for nobody; nor for somebody who never asked", async () => {
  const space = await aSpace();
  const { personId } = await aMember();
  await aMembership(space, personId, "requested");
  const one = { slug: space.slug, personId };
  const others: Actor[] = [
    await aMember(),
    await hostOf(await aSpace()),
    await aStaffMember(),
    anonymous,
  ];
  for (const verb of [acceptMembership, declineMembership, endMembership, undoMembershipDecision]) {
    for (const actor of others) await expect(verb(actor, one, at)).rejects.toThrow(NotFound);
  }
  const stranger = { slug: space.slug, personId: (await aMember()).personId };
  const host = await hostOf(space);
  await expect(acceptMembership(host, stranger, at)).rejects.toThrow(NotFound);
  await expect(requestMembership(anonymous, { slug: space.slug }, at)).rejects.toThrow(
    Unauthenticated,
  );
  await expect(leaveSpace(anonymous, { slug: space.slug }, at)).rejects.toThrow(Unauthenticated);
});

test("whoever blocked the one host of a space is still answered by them", async () => {
  const space = await aSpace();
  const [{ personId }, host] = [await aMember(), await hostOf(space)];
  await aMembership(space, personId, "requested");
  await db.block.create({ data: { blockerId: personId, blockedId: host.personId } });
  const one = { slug: space.slug, personId };
  expect(await acceptMembership(host, one, at)).toMatchObject({ value: { state: "active" } });
});
