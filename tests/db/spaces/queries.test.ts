import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug, listCommunes, listSpaceNames, listSpaces } from "@/lib/spaces/queries";
import { aCommune, aSpace } from "@/tests/support/factories";

test("a space comes with its hours, its desks in the host's order and its commune", async () => {
  const commune = await aCommune({ name: "Puy-l’Évêque" });
  const { slug } = await aSpace({ desks: 2, communeId: commune.insee });
  const space = await getSpaceBySlug(slug);
  expect(space.commune).toEqual({ insee: commune.insee, name: "Puy-l’Évêque" });
  expect(space.resources.map((resource) => resource.name)).toEqual(["Bureau 1", "Bureau 2"]);
  expect(space.calendar.rules).toHaveLength(10);
  expect(space.calendar.timeZone).toBe("Europe/Paris");
});

test("the whole calendar is read, but no closure withdrawn", async () => {
  const { id, slug } = await aSpace();
  const closure = (from: string, withdrawnAt: Date | null = null) => ({
    spaceId: id,
    startsAt: new Date(`${from}T06:00:00Z`),
    endsAt: new Date(`${from}T20:00:00Z`),
    reason: from,
    withdrawnAt,
  });
  await db.closure.createMany({
    data: [closure("2026-06-16"), closure("2026-09-16"), closure("2026-06-16", new Date(0))],
  });
  await db.openingException.createMany({
    data: ["2026-06-16", "2026-12-24"].map((on) => ({
      spaceId: id,
      day: new Date(`${on}T00:00:00Z`),
      intervals: [],
      reason: null,
    })),
  });
  const { calendar } = await getSpaceBySlug(slug);
  expect(calendar.closures.map((each) => each.reason)).toEqual(["2026-06-16", "2026-09-16"]);
  expect(calendar.exceptions.map((each) => each.day).sort()).toEqual([
    day("2026-06-16"),
    day("2026-12-24"),
  ]);
});

test("an unknown slug is not found", async () => {
  await expect(getSpaceBySlug("nulle-part")).rejects.toThrow(NotFound);
});

test("spaces are listed by commune, with their names for menus", async () => {
  const [first, second] = [await aCommune({ name: "Albas" }), await aCommune({ name: "Zurich" })];
  const late = await aSpace({ communeId: second.insee });
  const early = await aSpace({ communeId: first.insee });
  const slugs = (await listSpaces()).map((space) => space.slug);
  expect(slugs.indexOf(early.slug)).toBeLessThan(slugs.indexOf(late.slug));
  expect(await listSpaceNames()).toContainEqual({ id: late.id, slug: late.slug, name: late.name });
});

test("communes of the territory come before the others", async () => {
  const outside = await aCommune({ name: "Aaa", isMember: false });
  const inside = await aCommune({ name: "Zzz", isMember: true });
  const codes = (await listCommunes()).map((commune) => commune.insee);
  expect(codes.indexOf(inside.insee)).toBeLessThan(codes.indexOf(outside.insee));
});
