import { explain } from "../launch/step.js";
import { verifyReports } from "../reports/verify";

/** docker compose run --rm migrate node --import=tsx --conditions=react-server scripts/containers/report-verify.ts */
try {
  const { said, faults } = await verifyReports();
  for (const line of said) console.log(line);
  for (const fault of faults) console.error(fault);
  process.exit(faults.length > 0 ? 1 : 0);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
