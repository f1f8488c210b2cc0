import { NotFound } from "@/lib/core/errors";
import type { Interval } from "@/lib/core/interval";
import { db, type Tx } from "@/lib/infra/db";
import { loadSpaces } from "./contents/queries";
import type { OpeningCalendar } from "./opening-hours/schema";
import type { FloorPlan } from "./plans/schema";
import {
  keepSpaces,
  keptSpace,
  type Version,
  versionById,
  versionByResource,
  versionBySlug,
  versionsByCommune,
  versionsOf,
} from "./readings/queries";
import type { ResourceSetup } from "./resources/schema";
import type { EquipmentCode, PosterName, ResourceKind, SpaceTexts } from "./schema";

export type SpaceResource = ResourceSetup & {
  id: string;
  kind: ResourceKind;
  /** Resources that hold a place in common with it: the room it is a part of, the parts it has. */
  sharesWith: string[];
  /** Closures of this resource, and of those it holds a place in common with, half-open. */
  closures: (Interval & { reason: string })[];
  /** An outside calendar keeps it, or what shares its place, busy too (busy_blocks). */
  hasImports: boolean;
  /** Where it stands on the plan; null = not drawn. */
  plan: { x: number; y: number } | null;
};

export type Space = {
  id: string;
  slug: string;
  name: string;
  commune: { insee: string; name: string };
  street: string;
  postalCode: string;
  latitude: number;
  longitude: number;
  texts: SpaceTexts;
  equipment: EquipmentCode[];
  hostName: string | null;
  poster: PosterName;
  bookingHorizonDays: number;
  cancelDaysBefore: number;
  cancelUntilMinute: number;
  noShowGraceMinutes: number | null;
  offerMinutes: number;
  /** Of everything here: the same number, the same space. */
  version: bigint;
  isDemonstration: boolean;
  /** Drawing of the floor; null when there is none. */
  plan: FloorPlan | null;
  source: { title: string; date: string } | null;
  calendar: OpeningCalendar;
  resources: SpaceResource[];
};

/** Every space of the network with its whole calendar, by commune name; public. */
export async function listSpaces(client: Tx = db): Promise<Space[]> {
  return readSpaces(await versionsOf(client, versionsByCommune, []), client);
}

/** One space by its address, with its whole calendar; throws NotFound for an unknown slug; public. */
export async function getSpaceBySlug(slug: string, client: Tx = db): Promise<Space> {
  const versions = await versionsOf(client, versionBySlug, [slug]);
  return theOne(await readSpaces(versions, client));
}

/** Same by its identifier. */
export async function getSpaceById(id: string, client: Tx = db): Promise<Space> {
  const versions = await versionsOf(client, versionById, [id]);
  return theOne(await readSpaces(versions, client));
}

/** The space one of whose resources this is; NotFound for an unknown one; public. */
export async function getSpaceOfResource(resourceId: string, client: Tx = db): Promise<Space> {
  const versions = await versionsOf(client, versionByResource, [resourceId]);
  return theOne(await readSpaces(versions, client));
}

async function readSpaces(versions: Version[], client: Tx): Promise<Space[]> {
  const unknown = versions.filter(({ id, version }) => keptSpace(id)?.version !== version);
  // What a transaction sees of itself may be rolled back: it is neither kept nor shared.
  const read = client === db ? await loadOnce(unknown) : await loadSpaces(unknown, client);
  const fresh = new Map(read.map((space) => [space.id, space]));
  return versions.flatMap(({ id }) => fresh.get(id) ?? keptSpace(id) ?? []);
}

/** Readings under way, by space and version: what one page asks for twice at once is read once. */
const underWay = new Map<string, Promise<Space | undefined>>();

async function loadOnce(wanted: Version[]): Promise<Space[]> {
  const keyOf = ({ id, version }: Version) => `${id} ${version}`;
  const missing = wanted.filter((one) => !underWay.has(keyOf(one)));
  if (missing.length > 0) {
    const loading = loadSpaces(missing, db).then((loaded) => {
      keepSpaces(loaded);
      return loaded;
    });
    for (const one of missing) {
      const key = keyOf(one);
      const its = loading.then((loaded) => loaded.find(({ id }) => id === one.id));
      underWay.set(key, its);
      const forget = () => underWay.delete(key);
      its.then(forget, forget);
    }
  }
  const read = await Promise.all(wanted.map((one) => underWay.get(keyOf(one))));
  return read.filter((space) => space !== undefined);
}

function theOne([space]: Space[]): Space {
  if (!space) throw new NotFound();
  return space;
}

/** Slugs and names for menus and links; public. */
export async function listSpaceNames(): Promise<{ id: string; slug: string; name: string }[]> {
  return db.space.findMany({
    select: { id: true, slug: true, name: true },
    orderBy: { name: "asc" },
  });
}

/** Communes people may live in or search around, those of the territory first; public. */
export async function listCommunes(): Promise<
  { insee: string; name: string; latitude: number; longitude: number; isMember: boolean }[]
> {
  return db.commune.findMany({
    select: { insee: true, name: true, latitude: true, longitude: true, isMember: true },
    orderBy: [{ isMember: "desc" }, { name: "asc" }],
  });
}
