// Plain JavaScript on purpose: runs on Node 20 before anything is installed.
import { performance } from "node:perf_hooks";

/** A failure a person can act on: its message is the whole explanation, no stack is shown. */
export class Stop extends Error {}

const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const heartbeatSeconds = 15;

/**
 * Runs one labelled piece of work: shows that it moves while it runs, then one line with its time.
 * `work` may report where it is, and may answer with a remark for the line.
 *
 * @template T
 * @param {string} label
 * @param {(report: (where: string) => void) => Promise<T> | T} work
 * @param {(value: T) => string} [remark]
 * @returns {Promise<T>}
 */
export async function step(label, work, remark) {
  const startedAt = performance.now();
  let where = "";
  const stopShowing = showProgress(label, startedAt, () => where);
  try {
    const value = await work((text) => {
      where = text.replaceAll(/\s+/g, " ").trim();
    });
    stopShowing();
    const said = remark?.(value);
    console.log(`✓ ${label}${said ? `: ${said}` : ""} (${secondsSince(startedAt)} s)`);
    return value;
  } catch (error) {
    stopShowing();
    console.log(`✗ ${label} (${secondsSince(startedAt)} s)`);
    throw error;
  }
}

/** @param {number} startedAt */
export function secondsSince(startedAt) {
  return ((performance.now() - startedAt) / 1000).toFixed(1);
}

/**
 * @param {string} label
 * @param {number} startedAt
 * @param {() => string} where
 * @returns {() => void}
 */
function showProgress(label, startedAt, where) {
  return process.stdout.isTTY ? spin(label, startedAt, where) : beat(label, startedAt, where);
}

/** @type {typeof showProgress} */
function spin(label, startedAt, where) {
  let frame = 0;
  const timer = setInterval(() => {
    frame = (frame + 1) % frames.length;
    const line = `${frames[frame]} ${label} ${Math.round((performance.now() - startedAt) / 1000)} s ${where()}`;
    process.stdout.write(`\r\u001B[2K${line.slice(0, (process.stdout.columns || 80) - 1)}`);
  }, 120);
  return () => {
    clearInterval(timer);
    process.stdout.write("\r\u001B[2K");
  };
}

/** @type {typeof showProgress} */
function beat(label, startedAt, where) {
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    console.log(`… ${label}, ${seconds} s ${where()}`.trimEnd());
  }, heartbeatSeconds * 1000);
  return () => clearInterval(timer);
}

/** @param {unknown} error */
export function explain(error) {
  if (error instanceof Stop) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
