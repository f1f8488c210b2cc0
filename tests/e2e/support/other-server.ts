import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { node, nodeArgs, root } from "../../../scripts/launch/dependencies.js";

export type OtherServer<Told> = { told: Told; stop: () => Promise<void> };

/**
 * Starts a network of its own by a script beside this file, for what the journeys beside must not meet;
 * `told` is what it says on the line that begins with `mark`, once it is ready.
 */
export async function otherServer<Told>(script: string, mark: string): Promise<OtherServer<Told>> {
  const file = path.join(root, "tests/e2e/support", script);
  const server = spawn(node, [...nodeArgs, file], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const told = await new Promise<Told>((resolve, reject) => {
    let said = "";
    server.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const ready = new RegExp(`^${mark} ([^\\n]*)\\n`, "m").exec(said)?.[1];
      if (ready) resolve(JSON.parse(ready));
    });
    server.once("exit", () => reject(new Error(`${script} did not start:\n${said}`)));
  });
  return { told, stop: () => stopped(server) };
}

async function stopped(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
}
