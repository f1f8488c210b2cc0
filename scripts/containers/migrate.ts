import { env } from "@/lib/infra/env";
import { loadData, migrateStep } from "../database/prepare";
import { explain } from "../launch/step.js";

/** Before the containers of a new version start: schema, reference data, and in demonstration mode its network. */
try {
  const url = env().DATABASE_URL;
  await migrateStep(url);
  await loadData(url, { DEMO: env().DEMO ? "1" : "0" });
  process.exit(0);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
