import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { loadSpaces } from "@/lib/spaces/contents/queries";
import { aRoom, aSpace } from "@/tests/support/factories";

test("a space is read whole, under the version it was known by", async () => {
  const made = await aSpace({ desks: 2 });
  const [whole, part] = [await aRoom(made), await aRoom(made)];
  await db.resourcePart.create({
    data: { spaceId: made.id, wholeId: whole.id, partId: part.id },
  });
  await db.closure.create({
    data: {
      spaceId: made.id,
      resourceId: part.id,
      startsAt: new Date("2026-06-16T06:00:00Z"),
      endsAt: new Date("2026-06-16T08:00:00Z"),
      reason: "Travaux",
    },
  });
  const [space] = await loadSpaces([{ id: made.id, version: 7n }], db);
  expect(space).toMatchObject({ id: made.id, slug: made.slug, version: 7n });
  expect(space?.resources).toHaveLength(4);
  const read = space?.resources.find(({ id }) => id === whole.id);
  expect(read?.sharesWith).toEqual([part.id]);
  expect(read?.closures).toMatchObject([{ reason: "Travaux" }]);
  // A closure of one resource is none of the space.
  expect(space?.calendar.closures).toEqual([]);
});

test("what nobody has is no space", async () => {
  expect(await loadSpaces([{ id: crypto.randomUUID(), version: 1n }], db)).toEqual([]);
});
