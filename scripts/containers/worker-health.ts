import { isSomeWorkerAlive } from "@/lib/infra/jobs";

/** For the health check of the worker's container: 0 while a worker keeps the time, 1 otherwise. */
const isAlive = await isSomeWorkerAlive().catch(() => false);
process.exit(isAlive ? 0 : 1);
