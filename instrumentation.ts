/** Once per server process: a wrong environment stops the boot, and jobs run here unless told otherwise. */
export async function register(): Promise<void> {
  // Next replaces this name at build time: the edge bundle must not carry Postgres.
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { env } = await import("@/lib/infra/env");
  if (env().WORKER === "off") return;
  const { startWorkerWhenPossible } = await import("@/lib/web/worker-process");
  startWorkerWhenPossible();
}
