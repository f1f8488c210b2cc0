import { randomInt } from "node:crypto";
import { globSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { generateClient } from "../build/generate";
import { logOfStep } from "../check/suite";
import { runTool, withoutColours } from "../launch/child";
import { root } from "../launch/dependencies.js";
import { atEnd, runCommand } from "../launch/life";
import { Stop, step } from "../launch/step.js";
import { passingPostgres } from "../postgres/embedded";

const folder = path.join(root, "test-results", "proof");

/** What `npm test` shows on a few thousand attempts and a few dozen histories, at its full size. */
const proofs = [
  { name: "race", file: "bookings/mixed-race", size: { RACE_ATTEMPTS: "100000" } },
  { name: "histories", file: "bookings/histories", size: { HISTORIES: "1000" } },
  { name: "seats", file: "events/registrations/race", size: { SEAT_ATTEMPTS: "20000" } },
];

/**
 * How many times properties are drawn otherwise than `npm test` draws them (tests/support/drawn-alike.ts), and
 * the networks whose reports are put together (tests/support/small-networks.ts).
 */
const drawings = 10;

/** Counts, and for each verb how often each outcome came. */
const figures = z.looseObject({ byVerb: z.record(z.string(), z.record(z.string(), z.number())) });

await runCommand(async () => {
  await generateClient();
  const postgres = await step("Postgres", passingPostgres);
  atEnd(() => postgres.stop());
  rmSync(folder, { recursive: true, force: true });
  let failed = 0;
  for (const { name, file, size } of proofs) {
    const { code, output } = await step(name, (report) =>
      runTool("vitest", ["run", "--project", "db", `tests/db/${file}.test.ts`], {
        env: {
          ...size,
          // As many connections as the race has clients, so that they meet in Postgres.
          DATABASE_POOL: "64",
          PROOF_FOLDER: folder,
          TEST_DATABASE_URL: postgres.url("postgres"),
          NODE_ENV: "test",
          NO_COLOR: "1",
          FORCE_COLOR: undefined,
        },
        report,
        log: logOfStep(`prove-${name}`),
      }),
    );
    if (code !== 0) failed += 1;
    console.log(code === 0 ? tell(name) : withoutColours(output).trim());
  }
  for (let drawing = 1; drawing <= drawings; drawing += 1) failed += await drawAnew();
  if (failed > 0) throw new Stop(`${failed} of ${proofs.length + drawings} proofs failed.`);
  return 0;
});

/** One when a property does not hold of what these seeds draw. */
async function drawAnew(): Promise<number> {
  const seed = String(randomInt(2 ** 31 - 1));
  const network = String(randomInt(1_000_000));
  const { code, output } = await step(
    `properties drawn from ${seed}, networks from ${network}`,
    (report) =>
      runTool("vitest", ["run", "--project", "unit", ...filesOfProperties()], {
        env: {
          ...{ PROPERTY_SEED: seed, NETWORK_SEED: network },
          ...{ NODE_ENV: "test", NO_COLOR: "1", FORCE_COLOR: undefined },
        },
        report,
        log: logOfStep("prove-properties"),
      }),
  );
  if (code === 0) return 0;
  console.log(withoutColours(output).trim());
  return 1;
}

function filesOfProperties(): string[] {
  return globSync("tests/unit/**/*.test.ts", { cwd: root }).filter((file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    return text.includes('from "fast-check"') || text.includes("tests/support/small-networks");
  });
}

function tell(name: string): string {
  const text = readFileSync(path.join(folder, `${name}.json`), "utf8");
  const { byVerb, ...counts } = figures.parse(JSON.parse(text));
  const lines = Object.entries(counts).map(([what, count]) => `  ${what}: ${String(count)}`);
  const verbs = Object.entries(byVerb).map(([verb, outcomes]) => {
    const told = Object.entries(outcomes).sort(([, a], [, b]) => b - a);
    return `  ${verb.padEnd(14)} ${told.map(([outcome, count]) => `${outcome} ${count}`).join(" · ")}`;
  });
  return [...lines, "", ...verbs, ""].join("\n");
}
