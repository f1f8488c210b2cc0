/**
 * Once per server process: a wrong environment and connections in another time zone stop the boot,
 * callers are known by their real address, and jobs run here unless told otherwise.
 */
export async function register(): Promise<void> {
  // Next replaces this name at build time: the edge bundle must not carry Postgres.
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { env } = await import("@/lib/infra/env");
  const { settleCallerAddresses } = await import("@/lib/web/caller-address");
  settleCallerAddresses(env().TRUSTED_PROXIES);
  const { requireUtc } = await import("@/lib/infra/time-zone");
  await requireUtc();
  if (env().WORKER === "off") return;
  const { startWorkerWhenPossible } = await import("@/lib/web/worker-process");
  startWorkerWhenPossible();
}
