import type { Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { lockCalendars } from "../locks/commands";
import { spaceLock } from "../places/commands";
import { settleSpace } from "../settlements/commands";

/**
 * The space as it is, and as it stays until the transaction ends: nobody books or closes there, its hours
 * and terms do not change, and what time has decided is written. For the last try of `withFreshReading`:
 * a reading that is held cannot be stale. Before anything of it is taken.
 */
export async function holdSpace(tx: Tx, slug: string, at: Date): Promise<Space> {
  const { id } = await getSpaceBySlug(slug, tx);
  await lockAlone(tx, spaceLock(id));
  await settleSpace(tx, id, at);
  await lockCalendars(tx, [id]);
  return getSpaceBySlug(slug, tx);
}
