import { startWorker } from "@/lib/web/jobs";

/** The worker of a container: everything it needs is in its environment, nothing is installed or started. */
const runner = await startWorker();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => void runner.stop().then(() => process.exit(0)));
}
await runner.promise;
process.exit(1);
