import { systemActor } from "@/lib/core/actor";
import { dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { countBatches } from "@/lib/surveys/publications/commands";
import { seedPastSurvey, seedSurveyReader } from "./demo-past-survey";
import { seedDemoSurvey } from "./demo-survey";
import { seedDemonstration } from "./demonstration";
import { seedQuestionnaire } from "./survey";
import { seedTerritory } from "./territory";

const started = performance.now();
const seconds = () => ((performance.now() - started) / 1000).toFixed(1);

await seedTerritory();
const survey = await seedQuestionnaire();
process.stdout.write(`territory loaded in ${seconds()} s\n`);
if (env().DEMO && (await db.campaign.count()) === 0) {
  const today = dayOf(now(), "Europe/Paris");
  await seedPastSurvey(survey, today);
  const { responses } = await seedDemoSurvey(survey, today);
  await countBatches(systemActor("demonstration"), now());
  process.stdout.write(`demonstration: ${responses} answers to the survey\n`);
}
if (env().DEMO && (await db.space.count()) === 0) {
  const { bookings } = await seedDemonstration(now());
  await seedSurveyReader(dayOf(now(), "Europe/Paris"));
  process.stdout.write(`demonstration: ${bookings} bookings, ${seconds()} s in all\n`);
}
await db.$disconnect();
process.exit(0);
