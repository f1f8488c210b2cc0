import "server-only";
import { Prisma, type Tx } from "@/lib/infra/db";

/** Waits for this name, alone, until the transaction ends. Several names: take them in sorted order. */
export async function lockAlone(tx: Tx, name: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
