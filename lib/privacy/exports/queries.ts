import { z } from "zod";
import type { Actor } from "@/lib/core/actor";
import { Unauthenticated } from "@/lib/core/errors";
import { emailKey } from "@/lib/events/registrations/rules";
import { db } from "@/lib/infra/db";
import { classification } from "../classification/rules";
import { readingOf, tablesTakenAway, takenAway } from "./rules";
import type { OwnTable } from "./schema";

const rows = z.array(z.record(z.string(), z.json()));

/**
 * Everything the database knows of the actor and may give them, table by table, empty ones too, read at
 * one instant; what they wrote without signing in too, with the address of their account once it is proved.
 * GDPR, articles 15 and 20. Nobody else's row, nobody else's number.
 */
export async function listOwnData(actor: Actor): Promise<OwnTable[]> {
  if (actor.kind !== "person") throw new Unauthenticated();
  const { personId } = actor;
  const read = async (tx: Pick<typeof db, "$queryRawUnsafe">, table: string, mailbox: string) => {
    const sql = readingOf(table);
    const values = sql.includes("$2") ? [personId, mailbox] : [personId];
    const [found] = await tx.$queryRawUnsafe<{ rows: unknown }[]>(sql, ...values);
    const purpose = Object.values(classification[table]?.columns ?? {})[0]?.purpose ?? "account";
    return { table, purpose, columns: takenAway(table), rows: rows.parse(found?.rows) };
  };
  return db.$transaction(
    async (tx) => {
      const tables: OwnTable[] = [];
      const mailbox = await mailboxOf(tx, personId);
      for (const table of tablesTakenAway()) tables.push(await read(tx, table, mailbox));
      return tables;
    },
    { isolationLevel: "RepeatableRead", timeout: 30_000 },
  );
}

/** Nobody's when its address was never proved: somebody else may have typed it. */
async function mailboxOf(tx: Pick<typeof db, "person">, personId: string): Promise<string> {
  const { email, emailVerifiedAt } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true, emailVerifiedAt: true },
  });
  return email && emailVerifiedAt ? emailKey(email) : "";
}
