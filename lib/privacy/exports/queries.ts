import { z } from "zod";
import type { Actor } from "@/lib/core/actor";
import { Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { classification } from "../classification/rules";
import { readingOf, tablesTakenAway, takenAway } from "./rules";
import type { OwnTable } from "./schema";

const rows = z.array(z.record(z.string(), z.json()));

/**
 * Everything the database knows of the actor and may give them, table by table, empty ones too, read at
 * one instant. GDPR, articles 15 and 20. Nobody else's row, nobody else's number.
 */
export async function listOwnData(actor: Actor): Promise<OwnTable[]> {
  if (actor.kind !== "person") throw new Unauthenticated();
  const { personId } = actor;
  const read = async (tx: Pick<typeof db, "$queryRawUnsafe">, table: string) => {
    const [found] = await tx.$queryRawUnsafe<{ rows: unknown }[]>(readingOf(table), personId);
    const purpose = Object.values(classification[table]?.columns ?? {})[0]?.purpose ?? "account";
    return { table, purpose, columns: takenAway(table), rows: rows.parse(found?.rows) };
  };
  return db.$transaction(
    async (tx) => {
      const tables: OwnTable[] = [];
      for (const table of tablesTakenAway()) tables.push(await read(tx, table));
      return tables;
    },
    { isolationLevel: "RepeatableRead", timeout: 30_000 },
  );
}
