import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { loadTerritory } from "@/lib/spaces/territory/commands";
import { listNearbyPlaces } from "@/lib/spaces/territory/queries";
import type { TerritoryFiles } from "@/lib/spaces/territory/schema";
import { aMember } from "@/tests/support/actors";

function files(name: string): TerritoryFiles {
  return {
    communes: {
      communes: [
        {
          insee: "46231",
          name,
          postalCodes: ["46700"],
          population: 1860,
          epciName: "CCVLV",
          member: true,
          center: [1.1378, 44.5048],
          nearestBourg: "46231",
        },
      ],
    },
    places: {
      sources: { register: { title: "Registre", date: "2019-06-13" } },
      places: [
        {
          id: "corner",
          name: "Corner",
          kind: "coworking",
          memberOfNetwork: false,
          commune: { name: "Villefranche" },
          address: { postalCode: "24550" },
          position: [1.08, 44.63],
          source: "register",
        },
        {
          id: "nowhere",
          name: "Sans position",
          kind: "café",
          memberOfNetwork: false,
          commune: { name: "Flaugnac" },
          address: { postalCode: "46170" },
          position: null,
          source: "register",
        },
      ],
    },
  };
}

test("loading twice keeps one row a commune, with the newer name and a curly apostrophe", async () => {
  await loadTerritory(systemActor("seed"), files("Puy"));
  await loadTerritory(systemActor("seed"), files("Puy-l'Évêque"));
  expect(await db.commune.findMany({ where: { insee: "46231" }, select: { name: true } })).toEqual([
    { name: "Puy-l’Évêque" },
  ]);
});

test("a place around comes with its dated source; one without a position is left out", async () => {
  await loadTerritory(systemActor("seed"), files("Puy"));
  expect(await listNearbyPlaces()).toMatchObject([
    { id: "corner", sourceTitle: "Registre", sourceDate: "2019-06-13", latitude: 44.63 },
  ]);
});

test("only the system loads reference data", async () => {
  await expect(loadTerritory(await aMember(), files("Puy"))).rejects.toThrow(Forbidden);
});
