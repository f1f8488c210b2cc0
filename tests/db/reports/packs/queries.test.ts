import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { listPacks } from "@/lib/reports/packs/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";

test("staff find every pack of the folder; nobody else does", async () => {
  const packs = await listPacks(await aStaffMember());
  expect(packs.map(({ id }) => id)).toEqual([
    "anct-fabriques",
    "leader-feder",
    "recensement-tiers-lieux",
  ]);
  const space = await aSpace();
  for (const stranger of [await aMember(), await hostOf(space), { kind: "anonymous" } as const]) {
    await expect(listPacks(stranger)).rejects.toThrow(NotFound);
  }
});
