import { readdirSync } from "node:fs";
import path from "node:path";
import { db, wrongTimeZone } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { isSomeWorkerAlive } from "@/lib/infra/jobs";
import { isWorkerRunning } from "./worker-process";

export type Health = {
  status: "ok" | "down";
  database: "ok" | "down";
  /** "wrong": connections are not in UTC, every instant would be read in another zone. */
  timeZone: "ok" | "wrong" | "unknown";
  migrations: "ok" | "behind" | "unknown";
  worker: "ok" | "elsewhere" | "down";
  lastJobAt: string | null;
  /** Jobs given up after their last attempt in the last seven days; null = unknown. */
  failedJobs: number | null;
  /** Of the zones in use: known two months ahead, ending before that, or the last calendar was refused. */
  schoolHolidays: "ok" | "ending" | "refused" | "unknown";
};

const down: Health = {
  status: "down",
  database: "down",
  timeZone: "unknown",
  migrations: "unknown",
  worker: "down",
  lastJobAt: null,
  failedJobs: null,
  schoolHolidays: "unknown",
};

/** Whether this process can serve: Postgres answers in UTC, its schema is ours, jobs run. Says no secret. */
export async function readHealth(): Promise<Health> {
  try {
    const [applied, lastJob, failed, zone, worker, holidays] = await withTimeout(
      Promise.all([
        db.$queryRaw<{ name: string }[]>`
          SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL`,
        db.$queryRaw<{ at: Date | null }[]>`
          SELECT max(delivered_at) AS at FROM notifications`,
        db.$queryRaw<{ count: number }[]>`
          SELECT count(*)::int AS count FROM graphile_worker.jobs
          WHERE attempts >= max_attempts AND updated_at > now() - interval '7 days'`,
        wrongTimeZone(),
        workerState(),
        db.$queryRaw<{ state: Health["schoolHolidays"] | null }[]>`
          SELECT CASE WHEN bool_or(i.refusal IS NOT NULL) THEN 'refused'
                      WHEN bool_or(h.until IS NULL OR h.until < current_date + 60) THEN 'ending' ELSE 'ok' END AS state
          FROM (SELECT DISTINCT school_zone AS zone FROM spaces) z
          LEFT JOIN (SELECT zone, max(until_day) AS until FROM school_holidays GROUP BY zone) h USING (zone)
          LEFT JOIN school_holiday_imports i USING (zone)`,
      ]),
    );
    const names = new Set(applied.map((migration) => migration.name));
    const behind = expectedMigrations().some((name) => !names.has(name));
    return {
      status: behind || zone !== null || worker === "down" ? "down" : "ok",
      database: "ok",
      timeZone: zone === null ? "ok" : "wrong",
      migrations: behind ? "behind" : "ok",
      worker,
      lastJobAt: lastJob[0]?.at?.toISOString() ?? null,
      failedJobs: failed[0]?.count ?? null,
      schoolHolidays: holidays[0]?.state ?? "unknown",
    };
  } catch {
    return down;
  }
}

async function workerState(): Promise<Health["worker"]> {
  if (env().WORKER === "off") return (await isSomeWorkerAlive()) ? "elsewhere" : "down";
  return isWorkerRunning() ? "ok" : "down";
}

function expectedMigrations(): string[] {
  return readdirSync(path.join(process.cwd(), "prisma/migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

async function withTimeout<T>(work: Promise<T>): Promise<T> {
  const timeout = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error("database too slow")), 3_000).unref();
  });
  return Promise.race([work, timeout]);
}
