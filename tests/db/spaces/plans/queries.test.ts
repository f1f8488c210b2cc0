import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { getSpaceToSetUp } from "@/lib/spaces/plans/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";

test("the plan is set up by the hosts of the space alone", async () => {
  const plan = { width: 300, height: 200, shapes: [] };
  const space = await aSpace({ plan });
  expect(await getSpaceToSetUp(await hostOf(space), space.slug)).toMatchObject({ plan });
  for (const actor of [await aMember(), await aStaffMember(), await hostOf(await aSpace())]) {
    await expect(getSpaceToSetUp(actor, space.slug)).rejects.toThrow(NotFound);
  }
});
