import { launch } from "./launch/launch.js";

await launch("start", process.argv.slice(2));
