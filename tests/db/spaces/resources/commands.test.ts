import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { placeResources } from "@/lib/spaces/resources/commands";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";

const plan = { width: 300, height: 200, shapes: [] };
const placed = async (slug: string) =>
  (await getSpaceBySlug(slug)).resources.map((resource) => resource.plan);

test("a host says where desks stand, at once for everybody; the rest stays", async () => {
  const space = await aSpace({ plan });
  const host = await hostOf(space);
  const [first, second] = space.desks.map(({ id }) => id);
  if (!first || !second) throw new Error("no desks");
  const place = (resourceId: string, x: number | null, y: number | null) =>
    placeResources(host, { slug: space.slug, placements: [{ resourceId, x, y }] });
  expect(await place(first, 10, 20)).toEqual({ ok: true, value: { placed: 1 } });
  expect(await place(second, 0, 154)).toMatchObject({ ok: true });
  expect(await placed(space.slug)).toEqual([{ x: 10, y: 20 }, { x: 0, y: 154 }, null]);
  await place(first, null, null);
  expect(await placed(space.slug)).toEqual([null, { x: 0, y: 154 }, null]);
  expect(await place(first, 10, 155)).toMatchObject({ refusal: "outside_plan" });
  const lines = await db.journalEntry.findMany({ where: { spaceId: space.id } });
  expect(lines.map(({ action }) => action)).toEqual(["plan.drawn", "plan.drawn", "plan.drawn"]);
});

test("no plan, nothing to place on; a desk of another space is not found", async () => {
  const [space, other] = [await aSpace(), await aSpace({ plan })];
  const placements = [{ resourceId: space.desks[0]?.id ?? "", x: 1, y: 1 }];
  expect(await placeResources(await hostOf(space), { slug: space.slug, placements })).toMatchObject(
    {
      refusal: "no_plan",
    },
  );
  const elsewhere = placeResources(await hostOf(other), { slug: other.slug, placements });
  await expect(elsewhere).rejects.toThrow(NotFound);
});

test("members, staff and other hosts place nothing", async () => {
  const space = await aSpace({ plan });
  for (const actor of [await aMember(), await aStaffMember(), await hostOf(await aSpace())]) {
    const tried = placeResources(actor, { slug: space.slug, placements: [] });
    await expect(tried).rejects.toThrow(NotFound);
  }
});
