import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { findEventFor } from "@/lib/events/addresses/queries";
import { db } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { anEvent } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";

test("whoever may is led to the event at an address; for anybody else there is none", async () => {
  const space = await aSpace();
  const { id, slug, spaceId } = await anEvent(space);
  const host = await hostOf(space);
  expect(await findEventFor(db, host, "people", { slug })).toEqual({ spaceId, id });
  expect(await findEventFor(db, host, "people", { slug, space: space.slug })).toEqual({
    ...{ spaceId, id },
  });
  for (const actor of [anonymous, await aMember(), await aStaffMember()]) {
    await expect(findEventFor(db, actor, "people", { slug })).rejects.toThrow(NotFound);
  }
  expect((await findEventFor(db, await aStaffMember(), "edit", { slug })).id).toBe(id);
});

test("an event is not found under the address of another space, nor under none of its own", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  const { slug } = await anEvent(space);
  const host = await hostOf(space);
  for (const asked of [{ slug, space: other.slug }, { slug: "rien" }]) {
    await expect(findEventFor(db, host, "people", asked)).rejects.toThrow(NotFound);
  }
});
