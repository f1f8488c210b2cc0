import { rowsOf, type Statement, type Tx } from "@/lib/infra/db";
import type { Space } from "../queries";

/**
 * Spaces as last read by this process. The version is asked of Postgres at every reading, so a kept
 * space is never older than the database (docs/decisions/0009-spaces-by-version.md).
 */
const read = new Map<string, Space>();
/** Where to find them: an address and a resource stay with their space. */
const idOfSlug = new Map<string, string>();
const idOfResource = new Map<string, string>();
const mostKept = 2_000;

/** The space as last read, whatever happened since: compare its version. */
export function keptSpace(id: string): Space | undefined {
  return read.get(id);
}

/**
 * A space as this process last read it, by its address or one of its resources; null when it has not.
 * It may have changed since: only for whoever asks Postgres for its version in the very statement that
 * uses it (`take_place`, the reading of availability).
 */
export function rememberedSpace(by: { slug: string } | { resourceId: string }): Space | null {
  const id = "slug" in by ? idOfSlug.get(by.slug) : idOfResource.get(by.resourceId);
  return (id && read.get(id)) || null;
}

/** Keeps what was read outside any transaction. */
export function keepSpaces(spaces: Space[]): void {
  if (read.size + spaces.length > mostKept) {
    for (const memory of [read, idOfSlug, idOfResource]) memory.clear();
  }
  for (const space of spaces) {
    read.set(space.id, space);
    idOfSlug.set(space.slug, space.id);
    for (const { id } of space.resources) idOfResource.set(id, space.id);
  }
}

export type Version = { id: string; version: bigint };

const idAndVersion = "SELECT s.id, s.calendar_version::text AS version";

export const versionsByCommune = {
  name: "versions_by_commune",
  text: `${idAndVersion} FROM spaces s JOIN communes c ON c.insee = s.commune_insee ORDER BY c.name, s.name`,
};
export const versionBySlug = {
  name: "version_by_slug",
  text: `${idAndVersion} FROM spaces s WHERE s.slug = $1`,
};
export const versionById = {
  name: "version_by_id",
  text: `${idAndVersion} FROM spaces s WHERE s.id = $1::uuid`,
};
export const versionByResource = {
  name: "version_by_resource",
  text: `${idAndVersion} FROM resources r JOIN spaces s ON s.id = r.space_id WHERE r.id = $1::uuid`,
};

/** Versions of the spaces one of the statements above finds, as they are now. */
export async function versionsOf(
  client: Tx,
  statement: Statement,
  values: string[],
): Promise<Version[]> {
  const rows = await rowsOf<{ id: string; version: string }>(client, statement, values);
  return rows.map(({ id, version }) => ({ id, version: BigInt(version) }));
}
