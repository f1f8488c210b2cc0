import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { listConsents } from "@/lib/privacy/consents/queries";
import { aMember } from "@/tests/support/actors";

test("opening one's presence and profile is a consent with its date, closing them withdraws it", async () => {
  const member = await aMember();
  const { personId } = member;
  await db.profile.create({ data: { personId, audiences: { skills: "members" } } });
  await db.profile.update({ where: { personId }, data: { sharesPresence: true } });
  const open = async () =>
    (await listConsents(member))
      .filter(({ withdrawnAt }) => !withdrawnAt)
      .map(({ purpose }) => purpose);
  expect((await open()).sort()).toEqual(["member_profile", "presence"]);
  await db.profile.update({
    where: { personId },
    data: { sharesPresence: false, audiences: { skills: "everyone" } },
  });
  expect((await open()).sort()).toEqual(["member_profile", "public_profile"]);
  const presence = (await listConsents(member)).find(({ purpose }) => purpose === "presence");
  expect(presence?.withdrawnAt).toBeInstanceOf(Date);
});

test("what changes nothing records nothing, and nobody reads another's consents", async () => {
  const [member, other] = [await aMember(), await aMember()];
  const { personId } = member;
  await db.profile.create({ data: { personId, sharesPresence: true } });
  await db.profile.update({ where: { personId }, data: { sharesPresence: true } });
  expect(await listConsents(member)).toHaveLength(1);
  expect(await listConsents(other)).toEqual([]);
});

test("a browser that is told is a consent, until the last one is gone", async () => {
  const member = await aMember();
  const { id } = await db.pushSubscription.create({
    data: {
      personId: member.personId,
      endpoint: `https://push.test/${crypto.randomUUID()}`,
      publicKey: "key",
      secret: "secret",
    },
  });
  expect(await listConsents(member)).toMatchObject([{ purpose: "push", withdrawnAt: null }]);
  await db.pushSubscription.delete({ where: { id } });
  expect((await listConsents(member))[0]?.withdrawnAt).toBeInstanceOf(Date);
});
