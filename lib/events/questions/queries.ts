import { Prisma, type Tx } from "@/lib/infra/db";
import type { EventKey } from "../locks/commands";

/** The ids of the questions of an event that somebody has answered, whatever became of their registration. */
export async function listAnswered(tx: Tx, { spaceId, id }: EventKey): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT DISTINCT jsonb_object_keys(answers) AS id FROM event_registrations
    WHERE space_id = ${spaceId}::uuid AND event_id = ${id}::uuid AND jsonb_typeof(answers) = 'object'`);
  return new Set(rows.map((row) => row.id));
}
