import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug, getSpaceOfResource } from "@/lib/spaces/queries";
import { keptSpace, rememberedSpace } from "@/lib/spaces/readings/queries";
import { aSpace } from "@/tests/support/factories";

test("a space is remembered by its address and its resources, once it has been read", async () => {
  const { slug, desks, id } = await aSpace();
  const resourceId = desks[0]?.id ?? "";
  expect(rememberedSpace({ slug })).toBeNull();
  const space = await getSpaceBySlug(slug);
  expect(rememberedSpace({ slug })).toBe(space);
  expect(rememberedSpace({ resourceId })).toBe(space);
  expect(keptSpace(id)).toBe(space);
});

test("what changed since is read again by whoever asks for the version", async () => {
  const { slug, desks, id } = await aSpace();
  const before = await getSpaceBySlug(slug);
  await db.resource.updateMany({ where: { spaceId: id }, data: { capacity: 3 } });
  expect(rememberedSpace({ slug })).toBe(before);
  const after = await getSpaceOfResource(desks[0]?.id ?? "");
  expect(after.resources.map(({ capacity }) => capacity)).toEqual([3, 3, 3]);
  expect(rememberedSpace({ slug })).toBe(after);
});

test("asked for twice at once, a space is read once, and again once it has changed", async () => {
  const { slug, id } = await aSpace();
  const [one, other] = await Promise.all([getSpaceBySlug(slug), getSpaceBySlug(slug)]);
  expect(one).toBe(other);
  await db.resource.updateMany({ where: { spaceId: id }, data: { capacity: 3 } });
  expect(await getSpaceBySlug(slug)).not.toBe(one);
});

test("what a transaction sees of itself is not kept", async () => {
  const { slug, id } = await aSpace();
  await db
    .$transaction(async (tx) => {
      await tx.space.update({ where: { id }, data: { name: "Autre" } });
      expect((await getSpaceBySlug(slug, tx)).name).toBe("Autre");
      throw new Error("rolled back");
    })
    .catch(() => undefined);
  expect(rememberedSpace({ slug })).toBeNull();
});
