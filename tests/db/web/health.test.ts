import { expect, onTestFinished, test } from "vitest";

// The web server of a real installation: its jobs run in another process.
process.env["WORKER"] = "off";
const { db } = await import("@/lib/infra/db");
const { heartbeat, isSomeWorkerAlive } = await import("@/lib/infra/jobs");
const { readHealth } = await import("@/lib/web/health");
const { startWorker } = await import("@/lib/web/jobs");

const beat = (secondsAgo: number | null, knownSecondsAgo = 86_400) => db.$executeRaw`
  INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
  VALUES (${heartbeat}, now() - make_interval(secs => ${knownSecondsAgo}::int),
    now() - make_interval(secs => ${secondsAgo}::int))
  ON CONFLICT (identifier) DO UPDATE
    SET known_since = excluded.known_since, last_execution = excluded.last_execution`;

test("an installation on which no worker ever started is not well", async () => {
  await db.$executeRaw`DELETE FROM graphile_worker._private_known_crontabs`;
  expect(await readHealth()).toMatchObject({ status: "down", worker: "down", database: "ok" });
});

test("three minutes without a sign of any worker are too long", async () => {
  await beat(170);
  expect(await readHealth()).toMatchObject({
    status: "ok",
    worker: "elsewhere",
    timeZone: "ok",
    migrations: "ok",
  });
  await beat(190);
  expect(await readHealth()).toMatchObject({ status: "down", worker: "down" });
});

test("a worker that has just started for the first time is given its three minutes", async () => {
  await beat(null, 10);
  expect(await isSomeWorkerAlive()).toBe(true);
  await beat(null, 190);
  expect(await isSomeWorkerAlive()).toBe(false);
});

test("a worker that starts again after a long time shows that it lives at once", async () => {
  await beat(86_400);
  const runner = await startWorker();
  onTestFinished(() => runner.stop());
  await expect.poll(() => isSomeWorkerAlive(), { timeout: 30_000 }).toBe(true);
  expect((await readHealth()).worker).toBe("elsewhere");
});

test("jobs given up after their last attempt are counted for a week, those that try again are not", async () => {
  const failed = async () => (await readHealth()).failedJobs ?? Number.NaN;
  const before = await failed();
  const add = async (attempts: number, daysAgo: number) => {
    const [job] = await db.$queryRaw<{ id: bigint }[]>`
      SELECT id FROM graphile_worker.add_job('nobody_runs_it', max_attempts => 2)`;
    await db.$executeRaw`
      UPDATE graphile_worker._private_jobs
      SET attempts = ${attempts}::int, updated_at = now() - make_interval(days => ${daysAgo}::int)
      WHERE id = ${job?.id}`;
  };
  await add(1, 0);
  await add(2, 8);
  expect(await failed()).toBe(before);
  await add(2, 6);
  expect(await failed()).toBe(before + 1);
});
