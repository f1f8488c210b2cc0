// Plain JavaScript on purpose: runs on Node 20 before anything is installed.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { installDependencies, node, nodeArgs, root } from "./dependencies.js";
import { explain, Stop } from "./step.js";

/**
 * Installs what is missing, then goes on in scripts/commands/<command>.ts under Node 24. The command
 * is told when this process dies (its channel closes), so that nothing is left running.
 *
 * @param {string} command
 * @param {string[]} args
 */
export async function launch(command, args) {
  try {
    refuseOldNode();
    const script = path.join(root, "scripts", "commands", `${command}.ts`);
    if (!existsSync(script)) throw new Stop(`There is no command « ${command} ».`);
    await installDependencies();
    const child = spawn(node, [...nodeArgs, script, ...args], {
      cwd: root,
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      env: environment(),
    });
    for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
      process.on(signal, () => child.kill(signal));
    }
    child.on("exit", (code) => process.exit(code ?? 1));
  } catch (error) {
    console.error(`\n${explain(error)}`);
    process.exit(1);
  }
}

function refuseOldNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) {
    throw new Stop(`Node ${process.versions.node} is too old: install Node 20 or later.`);
  }
}

function environment() {
  const bin = path.join(root, "node_modules", ".bin");
  return {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env["PATH"] ?? ""}`,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
