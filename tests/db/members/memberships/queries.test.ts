import { expect, test } from "vitest";
import { type Actor, anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { saveEmergencyContact } from "@/lib/members/emergency-contacts/commands";
import { findEmergencyContact } from "@/lib/members/emergency-contacts/queries";
import {
  findKeptSpace,
  getMemberOf,
  getOwnMembership,
  listMembersOf,
  listOwnMemberships,
} from "@/lib/members/memberships/queries";
import { getPerson } from "@/lib/members/profiles/queries";
import { addStep } from "@/lib/members/welcome/commands";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aKeptPerson, aMembership, daysLater } from "@/tests/support/belonging";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";
import { fillProfile, openedTo } from "@/tests/support/profiles";

test("a member sees every space with their own standing, theirs first", async () => {
  const [mine, asked, other] = [await aSpace(), await aSpace(), await aSpace()];
  const member = await aMember();
  await aMembership(mine, member.personId);
  await aMembership(asked, member.personId, "requested");
  const spaces = await listOwnMemberships(member);
  expect(spaces.slice(0, 2)).toMatchObject([
    { id: mine.id, state: "active" },
    { id: asked.id, state: "requested" },
  ]);
  expect(await getOwnMembership(member, other.slug)).toMatchObject({ state: null });
  await expect(getOwnMembership(member, "nulle-part")).rejects.toThrow(NotFound);
});

test("a host sees who belongs, who asks, who was lately refused, and what each has left", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const [active, asking, left] = [await aMember(), await aMember(), await aMember()];
  await aMembership(space, active.personId);
  await aMembership(space, asking.personId, "requested");
  await aMembership(space, left.personId, "ended");
  const kept = await aKeptPerson(host, space);
  await addStep(host, { slug: space.slug, kind: "induction" });
  const { members } = await listMembersOf(host, space.slug, at);
  const states = new Map(members.map(({ personId, state }) => [personId, state]));
  expect(states.get(active.personId)).toBe("active");
  expect(states.get(asking.personId)).toBe("requested");
  expect(states.get(left.personId)).toBe("ended");
  expect(members.find(({ personId }) => personId === kept)).toMatchObject({
    isKept: true,
    steps: [{ kind: "induction", isDone: false, isTickedByHost: true }],
  });
  const { members: later } = await listMembersOf(host, space.slug, daysLater(40));
  expect(later.map(({ personId }) => personId)).not.toContain(left.personId);
});

test("a block, whoever asked for it, hides no member from the host of their space, nor whom to call; their profile it does", async () => {
  for (const byHost of [true, false]) {
    const space = await aSpace();
    const [host, member] = [await hostOf(space), await aMember()];
    const { personId } = member;
    await aMembership(space, personId);
    await fillProfile(member, openedTo("hosts"));
    await saveEmergencyContact(member, { name: "Paul Rives", phone: "06 12 34 56 78" });
    const [blocker, blocked] = byHost ? [host, member] : [member, host];
    await db.block.create({
      data: { blockerId: blocker.personId, blockedId: blocked.personId },
    });
    const { members } = await listMembersOf(host, space.slug, at);
    expect(members).toMatchObject([{ personId, state: "active" }]);
    expect(await getMemberOf(host, { slug: space.slug, personId })).toMatchObject({
      member: { personId },
    });
    expect(await findEmergencyContact(host, personId)).toMatchObject({ name: "Paul Rives" });
    await expect(getPerson(host, personId, at)).rejects.toThrow(NotFound);
  }
});

test("another host, staff, a member and a visitor read nobody; nor does a host a stranger", async () => {
  const space = await aSpace();
  const { personId } = await aMember();
  await aMembership(space, personId);
  const others: Actor[] = [
    await hostOf(await aSpace()),
    await aStaffMember(),
    await aMember(),
    anonymous,
  ];
  for (const actor of others) {
    await expect(listMembersOf(actor, space.slug, at)).rejects.toThrow(NotFound);
    await expect(getMemberOf(actor, { slug: space.slug, personId })).rejects.toThrow(NotFound);
    await expect(findKeptSpace(actor, space.slug)).rejects.toThrow(NotFound);
  }
  const host = await hostOf(space);
  const stranger = (await aMember()).personId;
  await expect(getMemberOf(host, { slug: space.slug, personId: stranger })).rejects.toThrow(
    NotFound,
  );
  expect(await getMemberOf(host, { slug: space.slug, personId })).toMatchObject({
    member: { personId, state: "active" },
  });
});
