import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getResourceToSetUp, listPartLinks } from "@/lib/spaces/resources/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";

test("a host reads all that they may change of a resource, and what it may be made of", async () => {
  const space = await aSpace({ desks: 4 });
  const host = await hostOf(space);
  const [hall = "", left = "", corner = "", other = ""] = space.desks.map(({ id }) => id);
  await db.resourcePart.createMany({
    data: [
      { spaceId: space.id, wholeId: hall, partId: left },
      { spaceId: space.id, wholeId: left, partId: corner },
    ],
  });
  expect(await listPartLinks(db, space.id)).toHaveLength(2);
  const read = await getResourceToSetUp(host, space.slug, left);
  expect(read).toMatchObject({
    resource: { id: left, sharesWith: [hall, corner] },
    setup: { name: "Bureau 2", partIds: [corner], modes: ["half_day", "day"] },
  });
  // Neither itself nor what it is a part of.
  expect(read.possibleParts.map(({ id }) => id)).toEqual([corner, other]);
  expect(read.setup).not.toHaveProperty("id");
});

test("others find nothing, nor the host a resource of another space", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  const id = space.desks[0]?.id ?? "";
  for (const actor of [await aMember(), await aStaffMember(), await hostOf(other)]) {
    await expect(getResourceToSetUp(actor, space.slug, id)).rejects.toThrow(NotFound);
  }
  const foreign = getResourceToSetUp(await hostOf(space), space.slug, other.desks[0]?.id ?? "");
  await expect(foreign).rejects.toThrow(NotFound);
});
