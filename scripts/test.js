import { launch } from "./launch/launch.js";

await launch("test", process.argv.slice(2));
