import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { listHiddenPeople } from "@/lib/members/blocks/queries";
import { aPerson } from "@/tests/support/factories";

test("a block hides the two from each other, whoever asked for it, and nobody else", async () => {
  const [lucie, paul, nadia] = await Promise.all([aPerson(), aPerson(), aPerson()]);
  await db.block.create({ data: { blockerId: lucie.id, blockedId: paul.id } });
  expect(await listHiddenPeople(lucie.id)).toEqual([paul.id]);
  expect(await listHiddenPeople(paul.id)).toEqual([lucie.id]);
  expect(await listHiddenPeople(nadia.id)).toEqual([]);
});
