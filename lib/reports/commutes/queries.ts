import type { PersonActor } from "@/lib/core/actor";
import { db, readDb } from "@/lib/infra/db";
import type { TravelRows } from "../indicators/schema";
import { getTravelAssumptions } from "../travel-assumptions/queries";
import { type Standing, whyNotCounted } from "./rules";
import type { Commute, CommuteMode } from "./schema";

export type OwnCommute = {
  /** Null = nothing given, or taken back. */
  given: {
    workplace: string;
    mode: CommuteMode;
    kmToWork: number | null;
    spaceId: string | null;
    kmToSpace: number | null;
    agreedAt: Date;
  } | null;
  /** Why it is not counted, as one's profile says today; null when it is, or would be. */
  because: ReturnType<typeof whyNotCounted>;
  home: string | null;
  /** The space one comes to usually, as one's profile says. */
  usualSpaceId: string | null;
};

/** What the actor gave of their travel, and whether it counts; nobody else's, for nobody else. */
export async function getOwnCommute({ personId }: PersonActor): Promise<OwnCommute> {
  const [profile, row] = await Promise.all([
    db.profile.findUnique({
      where: { personId },
      select: {
        situation: true,
        communeId: true,
        usualSpaceId: true,
        commune: { select: { name: true } },
      },
    }),
    db.commute.findUnique({
      where: { personId },
      select: {
        workplace: { select: { name: true } },
        ...{ mode: true, kmToWork: true, spaceId: true, kmToSpace: true, agreedAt: true },
      },
    }),
  ]);
  const standing: Standing = {
    situation: profile?.situation ?? null,
    communeId: profile?.communeId ?? null,
  };
  return {
    given: row ? { ...row, workplace: row.workplace.name } : null,
    because: whyNotCounted(standing),
    home: profile?.commune?.name ?? null,
    usualSpaceId: profile?.usualSpaceId ?? null,
  };
}

/** What the travel avoided is counted from, to be summed only, with what is supposed at that instant. Takes a decided caller. */
export async function listTravelRows(at: Date): Promise<TravelRows> {
  const [commutes, positions, assumptions] = await Promise.all([
    listCommutes(),
    listPositions(),
    getTravelAssumptions(at),
  ]);
  return { commutes, positions, assumptions };
}

async function listCommutes(): Promise<Commute[]> {
  const rows = await readDb.commute.findMany({
    select: {
      personId: true,
      workplaceId: true,
      mode: true,
      kmToWork: true,
      spaceId: true,
      kmToSpace: true,
    },
  });
  return rows.map(({ spaceId, kmToSpace, ...row }) => ({
    ...row,
    toSpace: spaceId !== null && kmToSpace !== null ? { spaceId, km: kmToSpace } : null,
  }));
}

async function listPositions(): Promise<TravelRows["positions"]> {
  const [communes, spaces] = await Promise.all([
    readDb.commune.findMany({ select: { insee: true, latitude: true, longitude: true } }),
    readDb.space.findMany({ select: { id: true, communeId: true } }),
  ]);
  const ofCommunes = new Map(communes.map(({ insee, ...position }) => [insee, position]));
  const ofSpaces = spaces.flatMap(({ id, communeId }) => {
    const position = ofCommunes.get(communeId);
    return position ? [[id, position] as const] : [];
  });
  return { ofCommunes, ofSpaces: new Map(ofSpaces) };
}
