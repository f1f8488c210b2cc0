import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { z } from "zod";
import type { Result } from "@/lib/core/result";
import { env } from "@/lib/infra/env";
import { aLine } from "@/lib/infra/line";
import { log } from "@/lib/infra/log";
import { Prisma, PrismaClient } from "@/prisma/generated/client";

/** Without this every timestamptz is silently read in the server's own zone. */
const utc = "-c TimeZone=UTC";

const globals = globalThis as typeof globalThis & {
  cowlotingDb?: PrismaClient;
  cowlotingPool?: pg.Pool;
};

/** The connections of the process, shared by Prisma and by statements that must cost little. */
const pool = globals.cowlotingPool ?? connections(env().DATABASE_URL);
globals.cowlotingPool = pool;

/** The one client of the process (kept across hot reloads). */
export const db = globals.cowlotingDb ?? clientOn(pool);
globals.cowlotingDb = db;

/** Reports may read a replica; a figure may then be seconds old. */
export const readDb = env().DATABASE_READ_URL
  ? clientOn(connections(env().DATABASE_READ_URL ?? ""))
  : db;

export type Tx = Prisma.TransactionClient;
export { Prisma };

function connections(url: string): pg.Pool {
  return new pg.Pool({
    connectionString: url,
    options: utc,
    max: env().DATABASE_POOL,
    connectionTimeoutMillis: 5_000,
    allowExitOnIdle: true,
  }).on("error", (error) => log.warn({ err: error }, "database connection lost"));
}

function clientOn(shared: pg.Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(shared) });
}

/**
 * Whoever writes waits for others with a connection in hand. Some are kept from them, so that pages are
 * read meanwhile; and what a transaction reads beside itself never waits for another one.
 */
const inLine = aLine({
  places: Math.max(1, Math.floor(env().DATABASE_POOL * 0.75)),
  patience: 10_000,
});

/** A statement of ours, parsed and planned once a connection under its name. */
export type Statement = {
  name: string;
  text: string;
  /** It may wait for a lock: alone, it takes its turn among those who write. */
  mayWait?: true;
};

/**
 * Rows of a statement as the driver gives them (timestamptz as Date, bigint as text): a fifth of what
 * Prisma's objects cost. Inside a transaction it is part of it; alone, it is said again after a deadlock.
 */
export async function rowsOf<Row extends pg.QueryResultRow>(
  client: Tx,
  statement: Statement,
  values: unknown[],
): Promise<Row[]> {
  if (client !== db) return client.$queryRawUnsafe<Row[]>(statement.text, ...values);
  const { name, text, mayWait } = statement;
  const say = () => pool.query<Row>({ name, text, values });
  const { rows } = await againAfterConflict(mayWait ? () => inLine(say) : say);
  return rows;
}

/** The zone of our connections when it is not UTC: a pooler in between may drop what we ask of each. */
export async function wrongTimeZone(
  clients: Pick<Tx, "$queryRaw">[] = [db, readDb],
): Promise<string | null> {
  const zones = clients.map(async (client) => {
    const [row] = await client.$queryRaw<
      { zone: string }[]
    >`SELECT current_setting('TimeZone') AS zone`;
    return row?.zone ?? "";
  });
  return (await Promise.all(zones)).find((zone) => zone !== "UTC") ?? null;
}

class RolledBack extends Error {}

/**
 * Runs a command's writes in one transaction: a refusal rolls back, a serialization failure or a
 * deadlock is tried again. Not from inside another one, which may hold the last turn.
 */
export async function inTransaction<Value, Refusal extends string>(
  work: (tx: Tx) => Promise<Result<Value, Refusal>>,
  /** Milliseconds after which Postgres is told to give up; more for what touches hundreds of bookings. */
  timeout = 15_000,
): Promise<Result<Value, Refusal>> {
  let result: Result<Value, Refusal> | undefined;
  const write = async (tx: Tx) => {
    result = await work(tx);
    if (!result.ok) throw new RolledBack();
    return result;
  };
  try {
    return await againAfterConflict(() =>
      inLine(() => db.$transaction(write, { maxWait: 10_000, timeout })),
    );
  } catch (error) {
    if (error instanceof RolledBack && result) return result;
    throw error;
  }
}

/** Runs again, three times at most after random pauses, what Postgres gave up for others to go on. */
async function againAfterConflict<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt > 3 || !isWriteConflict(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 40 * attempt));
    }
  }
}

/**
 * Runs a part of a transaction that may fail alone: a refusal or an exception undoes what this part
 * wrote, and the transaction goes on.
 */
export async function inSavepoint<Value, Refusal extends string>(
  tx: Tx,
  work: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  await tx.$executeRaw(Prisma.sql`SAVEPOINT part`);
  try {
    const result = await work();
    await tx.$executeRaw(
      result.ok ? Prisma.sql`RELEASE SAVEPOINT part` : Prisma.sql`ROLLBACK TO SAVEPOINT part`,
    );
    return result;
  } catch (error) {
    await tx.$executeRaw(Prisma.sql`ROLLBACK TO SAVEPOINT part`);
    throw error;
  }
}

/** A serialization failure, a deadlock. */
const conflicts = ["40001", "40P01"];

/** SQL of ours that failed inside a transaction of Prisma's: a P2010, whatever Postgres said. */
const rawFailure = z.object({
  driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }),
});

/** The same conflict comes as P2034 from a model, as P2010 from raw SQL, as it is from the driver. */
function isWriteConflict(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return conflicts.includes(error.code ?? "");
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const raw = rawFailure.safeParse(error.meta).data?.driverAdapterError.cause.originalCode;
  return error.code === "P2034" || conflicts.includes(raw ?? "");
}

/**
 * Name of the constraint a write broke, whatever its SQLSTATE (Prisma does not map the exclusion
 * violation 23P01); null for any other error. Commands turn it into their own refusal.
 */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const details = JSON.stringify(error, Object.getOwnPropertyNames(error));
  const match = /(?:constraint \\*"|constraintName\\*":\\*")([a-z_]+)/.exec(details);
  return match?.[1] ?? null;
}
