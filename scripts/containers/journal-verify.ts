import { verifyFromWords } from "../journal/verify";
import { explain } from "../launch/step.js";

/** docker compose run --rm migrate node --import=tsx --conditions=react-server scripts/containers/journal-verify.ts [--head=HASH] */
try {
  const { said, faults } = await verifyFromWords(process.argv.slice(2));
  for (const line of said) console.log(line);
  for (const fault of faults) console.error(fault);
  process.exit(faults.length > 0 ? 1 : 0);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
