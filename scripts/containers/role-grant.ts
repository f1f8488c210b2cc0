import { explain } from "../launch/step.js";
import { grantFromWords } from "../roles/grant";

/** docker compose run --rm migrate node --import=tsx --conditions=react-server scripts/containers/role-grant.ts EMAIL ROLE [SPACE] */
try {
  console.log(await grantFromWords(process.argv.slice(2)));
  process.exit(0);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
