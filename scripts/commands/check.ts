import { checkEverything } from "../check/everything";
import { runCommand } from "../launch/life";

await runCommand(() => checkEverything({ browser: false }));
