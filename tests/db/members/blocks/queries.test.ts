import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { listBlockedPeople, listHiddenPeople } from "@/lib/members/blocks/queries";
import { aMember } from "@/tests/support/actors";
import { aPerson } from "@/tests/support/factories";
import { fillProfile, openedTo } from "@/tests/support/profiles";

test("a block hides the two from each other, whoever asked for it, and nobody else", async () => {
  const [lucie, paul, nadia] = await Promise.all([aPerson(), aPerson(), aPerson()]);
  await db.block.create({ data: { blockerId: lucie.id, blockedId: paul.id } });
  expect(await listHiddenPeople(lucie.id)).toEqual([paul.id]);
  expect(await listHiddenPeople(paul.id)).toEqual([lucie.id]);
  expect(await listHiddenPeople(nadia.id)).toEqual([]);
});

test("one reads whom one blocked, the last first, never who blocked one", async () => {
  const [one, first, second, blocker] = [
    await aMember(),
    await aMember(),
    await aMember(),
    await aMember(),
  ];
  await fillProfile(second, { name: "Paul", ...openedTo("members") });
  const since = (day: number) => new Date(Date.UTC(2026, 5, day));
  await db.block.createMany({
    data: [
      { blockerId: one.personId, blockedId: first.personId, createdAt: since(1) },
      { blockerId: one.personId, blockedId: second.personId, createdAt: since(2) },
      { blockerId: blocker.personId, blockedId: one.personId },
    ],
  });
  expect(await listBlockedPeople(one)).toEqual([
    { id: second.personId, name: "Paul", since: since(2) },
    { id: first.personId, name: null, since: since(1) },
  ]);
});
