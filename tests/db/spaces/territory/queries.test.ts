import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { listNearbyPlaces } from "@/lib/spaces/territory/queries";

test("places around are listed by commune, two at one spot both", async () => {
  const spot = { latitude: 44.73, longitude: 1.38, kind: "coworking" };
  const source = { sourceTitle: "Registre", sourceDate: "2019" };
  await db.nearbyPlace.createMany({
    data: [
      { id: "b", name: "Pôle numérique", communeName: "Gourdon", ...spot, ...source },
      { id: "a", name: "Le-Tiers-Lieu", communeName: "Gourdon", ...spot, ...source },
      { id: "c", name: "Boada", communeName: "Cahors", ...spot, ...source },
    ],
  });
  expect((await listNearbyPlaces()).map((place) => place.id)).toEqual(["c", "a", "b"]);
});
