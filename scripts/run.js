import { launch } from "./launch/launch.js";

const [command = "", ...rest] = process.argv.slice(2);
await launch(command, rest);
