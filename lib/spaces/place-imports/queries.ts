import { createHash } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { distanceKm } from "@/lib/core/distance";
import { NotFound } from "@/lib/core/errors";
import { db, type Tx } from "@/lib/infra/db";
import { importedPrefix } from "../territory/schema";
import { type KnownPlace, planImport } from "./matches/rules";
import { canImportPlaces } from "./policy";
import type { CommuneAt } from "./rules";
import { type LineRead, linesRead, type PlannedLine } from "./schema";

/** Kilometres from the centre of a commune within which a place that names none is taken to be of it. */
const communeKm = 15;

export type ImportPlan = {
  id: string;
  sourceTitle: string;
  sourceDate: string;
  appliedAt: Date | null;
  /** What confirming would do at this instant, and a mark that changes when that does. */
  lines: PlannedLine[];
  mark: string;
  /** Lines that give no place, with why and as they came. */
  refused: Extract<LineRead, { problem: unknown }>[];
};

/**
 * What a trial would do now, null where none is asked for; staff, admins, the system. NotFound for others
 * and for an unknown one.
 */
export async function findImportPlan(actor: Actor, id: string | null): Promise<ImportPlan | null> {
  if (!canImportPlaces(actor)) throw new NotFound();
  if (id === null) return null;
  const plan = await readPlan(id, db);
  if (!plan) throw new NotFound();
  return plan;
}

/** The same for the command, which has decided who may; null for an unknown one. */
export async function readPlan(id: string, client: Tx): Promise<ImportPlan | null> {
  const kept = await client.placeImport.findUnique({ where: { id } });
  if (!kept) return null;
  const read = linesRead.parse(kept.lines);
  const { sourceTitle, sourceDate, appliedAt } = kept;
  const lines = planImport(read, await listKnownPlaces(client));
  return {
    ...{ id, sourceTitle, sourceDate, appliedAt, lines },
    mark: createHash("sha256").update(JSON.stringify(lines)).digest("base64url"),
    refused: read.flatMap((line) => ("problem" in line ? [line] : [])),
  };
}

async function listKnownPlaces(client: Tx): Promise<KnownPlace[]> {
  const position = { latitude: true, longitude: true };
  const [spaces, nearby] = await Promise.all([
    client.space.findMany({
      select: {
        id: true,
        name: true,
        street: true,
        ...position,
        commune: { select: { name: true } },
      },
    }),
    client.nearbyPlace.findMany({
      select: { id: true, name: true, communeName: true, address: true, ...position },
    }),
  ]);
  return [
    ...spaces.map(({ commune, street, ...space }) => ({
      ...{ ...space, communeName: commune.name, address: street },
      from: "network" as const,
    })),
    ...nearby.map((place) => ({
      ...place,
      from: place.id.startsWith(importedPrefix) ? ("import" as const) : ("reference" as const),
    })),
  ];
}

/** Names the commune a position is nearest to, by the centres of those known; public. */
export async function findCommuneAt(): Promise<CommuneAt> {
  const communes = await db.commune.findMany({
    select: { name: true, latitude: true, longitude: true },
  });
  return (position) => {
    const [nearest] = communes
      .map((commune) => ({ name: commune.name, km: distanceKm(commune, position) }))
      .sort((a, b) => a.km - b.km);
    return nearest && nearest.km <= communeKm ? nearest.name : null;
  };
}
