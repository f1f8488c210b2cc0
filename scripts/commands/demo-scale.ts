import { makeScaleData } from "../bench/scale-data";
import { generateClient } from "../build/generate";
import { emptyDatabase, migrateStep } from "../database/prepare";
import { atEnd, runCommand } from "../launch/life";
import { Stop, step } from "../launch/step.js";
import { ensureDatabase, lastingPostgres } from "../postgres/embedded";

const database = "cowloting_scale";

/**
 * A big network to look at and to measure, in a database of its own beside the demonstration's:
 * 100 spaces × 30 resources, five million bookings unless told (npm run demo:scale -- 100000).
 */
await runCommand(async () => {
  const bookings = Number(process.argv[2] ?? 5_000_000);
  if (!Number.isInteger(bookings) || bookings < 1 || bookings > 10_000_000) {
    throw new Stop("Say how many bookings, up to ten million: npm run demo:scale -- 1000000");
  }
  const postgres = await step("Postgres", lastingPostgres);
  atEnd(() => postgres.stop());
  await generateClient();
  const url = await ensureDatabase(postgres, database);
  await step("emptying the database", () => emptyDatabase(url));
  await migrateStep(url);
  const scale = { spaces: 100, resources: 30, bookings };
  await step(`${bookings} bookings`, (report) => makeScaleData(url, scale, report));
  console.log(`\nIts pages: DATABASE_NAME=${database} npm start`);
  console.log(`Its figures: DATABASE_NAME=${database} npm run -s report:verify`);
  return 0;
});
