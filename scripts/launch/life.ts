import { explain } from "./step.js";

type Work = () => Promise<unknown> | unknown;

const endWorks: Work[] = [];
let ending: Promise<never> | undefined;

/** Done when the command ends, however it ends; last registered, first done. */
export function atEnd(work: Work): void {
  endWorks.push(work);
}

export const isEnding = () => ending !== undefined;

/** Runs what `atEnd` registered, then leaves. A second call joins the first. */
export function end(code: number): Promise<never> {
  ending ??= leave(code);
  return ending;
}

async function leave(code: number): Promise<never> {
  for (const work of endWorks.reverse()) {
    try {
      await work();
    } catch (error) {
      console.error(explain(error));
    }
  }
  process.exit(code);
}

/**
 * The frame of every command: a failure is explained, a signal or the death of the launcher ends it
 * as cleanly as success does. `whenStopped` is the exit code of a stop asked for.
 */
export async function runCommand(
  main: () => Promise<number | undefined>,
  whenStopped = 130,
): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => void end(whenStopped));
  }
  process.on("disconnect", () => void end(1));
  try {
    const code = await main();
    await end(code ?? 0);
  } catch (error) {
    if (!ending) console.error(`\n${explain(error)}`);
    await end(1);
  }
}
