import "server-only";
import { db, Prisma, type Tx } from "@/lib/infra/db";

/** Every job that is enqueued, with its payload; what runs each is in lib/web/jobs.ts. */
export type JobPayloads = {
  count_survey_batches: Record<string, never>;
  deliver_notification: { notificationId: string };
  deliver_push: { notificationId: string; subscriptionId: string };
  deliver_webhook: { deliveryId: string };
  recount_daily_facts: Record<string, never>;
  prepare_report: { preparationId: string };
  refresh_calendar_import: { importId: string };
  send_digest: { digestId: string };
  tell_event_change: { spaceId: string; changeId: string };
};
export type JobName = keyof JobPayloads;

export type JobOptions = {
  runAt?: Date;
  maxAttempts?: number;
  /** Two waiting jobs of the same key are one. */
  key?: string;
  /** Jobs of one queue run one after the other, whatever the workers. */
  queue?: string;
};

/** Enqueues in the caller's transaction: rolled back, the job never existed. Runs at least once. */
export async function addJob<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: JobPayloads[Name],
  { runAt, maxAttempts = 12, key, queue }: JobOptions = {},
): Promise<void> {
  // A key no other job can have spares the queue looking for one to replace, four statements otherwise.
  const ownKey = key ?? crypto.randomUUID();
  await tx.$executeRaw(Prisma.sql`
    SELECT graphile_worker.add_job(
      identifier => ${name}::text,
      payload => ${JSON.stringify(payload)}::json,
      queue_name => ${queue ?? null}::text,
      run_at => ${runAt ?? null}::timestamptz,
      max_attempts => ${maxAttempts}::int,
      job_key => ${ownKey}::text,
      job_key_mode => ${key === undefined ? "unsafe_dedupe" : "replace"}::text
    )`);
}

/** The crontab entry of every minute, by which a worker shows that it lives; it does nothing else. */
export const heartbeat = "heartbeat";

const silentMinutes = 3;

/** Whether some worker, in whatever process, kept the time in the last three minutes of Postgres's clock. */
export async function isSomeWorkerAlive(client: Pick<Tx, "$queryRaw"> = db): Promise<boolean> {
  const [row] = await client.$queryRaw<{ alive: boolean | null }[]>`
    SELECT coalesce(last_execution, known_since) > now() - make_interval(mins => ${silentMinutes}::int)
      AS alive
    FROM graphile_worker._private_known_crontabs
    WHERE identifier = ${heartbeat}`;
  return row?.alive ?? false;
}
