import { db } from "@/lib/infra/db";

export type NearbyPlace = {
  id: string;
  name: string;
  kind: string;
  communeName: string;
  address: string | null;
  latitude: number;
  longitude: number;
  note: string | null;
  sourceTitle: string;
  sourceDate: string;
};

/** Places around that are not of the network, by commune, each with its dated source; public. */
export async function listNearbyPlaces(): Promise<NearbyPlace[]> {
  return db.nearbyPlace.findMany({
    select: {
      id: true,
      name: true,
      kind: true,
      communeName: true,
      address: true,
      latitude: true,
      longitude: true,
      note: true,
      sourceTitle: true,
      sourceDate: true,
    },
    orderBy: [{ communeName: "asc" }, { name: "asc" }],
  });
}
