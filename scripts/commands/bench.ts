import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { growth } from "../bench/growth";
import type { Run } from "../bench/load";
import { membersGrowth } from "../bench/members";
import { createCpu, staleness } from "../bench/report-upkeep";
import { monthsFromFacts } from "../bench/reports";
import { type Contest, median, ratio, rounds } from "../bench/rounds";
import { makeScaleData } from "../bench/scale-data";
import { countOverlaps, scratchDatabase } from "../bench/scratch";
import { diagnosisGrowth, submissions, surveyDatabase } from "../bench/surveys";
import { type Bar, bar, told } from "../bench/table";
import {
  disputed,
  page,
  readTargets,
  type Targets,
  undisputed,
  weeks,
  weeksNeverRead,
} from "../bench/targets";
import { generateClient } from "../build/generate";
import { buildRelease } from "../build/release";
import { atEnd, runCommand } from "../launch/life";
import { Stop, step } from "../launch/step.js";
import { endOf, startWebServer, type WebServer } from "../launch/web-server";
import { freePort } from "../postgres/cluster";
import { lastingPostgres } from "../postgres/embedded";
import { sleep } from "../postgres/postmaster";
import type { PostgresServer } from "../postgres/server";

const network = { spaces: 100, resources: 30 };
const people = 64;

/**
 * The ratios of docs/performance.md, in one run: `npm run bench -- --bookings=5000000 --rounds=7`;
 * `--only=members` for the search of the directory alone, `--only=surveys` for the survey, `--only=reports`
 * for the figures of reports.
 * Everything happens on this machine, in scratch databases that go afterwards.
 */
await runCommand(async () => {
  const wanted = optionsOf(process.argv.slice(2));
  const postgres = await step("Postgres", lastingPostgres);
  atEnd(() => postgres.stop());
  await generateClient();
  if (wanted.only === "members") return verdict(await membersOnly(postgres));
  if (wanted.only === "reports") return verdict(await reportsOnly(postgres, wanted));
  const { directory } = await step("production build", buildRelease);
  if (wanted.only === "surveys") return verdict(await surveysOnly(postgres, directory, wanted));
  const small = await scratchDatabase(postgres, `bench_${randomBytes(3).toString("hex")}`);
  await step("100 000 bookings", (report) =>
    makeScaleData(small, { ...network, bookings: 100_000 }, report),
  );
  const port = await freePort();
  const env = environment(small, port);
  Object.assign(process.env, env);
  const targets = await readTargets(small, await issue());
  await serve(directory, env, port);
  const contests = contestsOf(targets, wanted.seconds);
  const runs = await step(`${wanted.rounds} rounds`, (report) =>
    rounds(port, contests, wanted.rounds, report),
  );
  for (const { name } of contests) console.log(told(name, runs.get(name) ?? []));
  const held = [
    ...bars(runs),
    bar("week, bytes gzipped", await gzippedWeek(port, targets), "<=", 5_120),
    bar("overlaps in the database", await countOverlaps(small), "<=", 0),
    ...(wanted.bookings > 0
      ? await growth(postgres, small, { ...network, bookings: wanted.bookings })
      : []),
    ...(await membersGrowth(postgres)),
  ];
  return verdict(held);
});

function verdict(held: Bar[]): number {
  for (const { line } of held) console.log(line);
  return held.every(({ holds }) => holds) ? 0 : 1;
}

async function serve(directory: string, env: Record<string, string>, port: number): Promise<void> {
  const server = startWebServer({
    ...{ args: ["server.js"], directory, env, host: "127.0.0.1", port, log: "bench" },
  });
  await step("web server", () => waitForHello(server));
}

/** The survey alone: its diagnosis in this process, its submissions through the web server. */
async function surveysOnly(
  postgres: PostgresServer,
  directory: string,
  { rounds: count, seconds }: { rounds: number; seconds: number },
): Promise<Bar[]> {
  const url = await surveyDatabase(postgres);
  const port = await freePort();
  // Each response comes from a network of its own, as the proxy before us would say.
  const env = { ...environment(url, port), TRUSTED_PROXIES: "1" };
  Object.assign(process.env, env);
  const diagnosis = await diagnosisGrowth();
  await serve(directory, env, port);
  return [diagnosis, ...(await submissions(url, port, { count, seconds }))];
}

/** The search of the directory alone: no web server, half a minute. */
async function membersOnly(postgres: PostgresServer): Promise<Bar[]> {
  Object.assign(process.env, environment(postgres.url("postgres"), 1));
  return membersGrowth(postgres);
}

/** Figures of months, what keeping them costs a booking, and how old they are: no web server. */
async function reportsOnly(
  postgres: PostgresServer,
  { bookings, rounds: count }: { bookings: number; rounds: number },
): Promise<Bar[]> {
  const url = await scratchDatabase(postgres, `bench_${randomBytes(3).toString("hex")}`);
  await step(`${bookings} bookings`, (report) =>
    makeScaleData(url, { ...network, bookings }, report),
  );
  Object.assign(process.env, environment(url, 1));
  const months = await monthsFromFacts(url, count);
  return [...months, ...(await createCpu(url, count)), ...(await staleness(url))];
}

/** Jobs are left to a worker elsewhere: what is measured is the web process. */
function environment(database: string, port: number): Record<string, string> {
  return {
    ...{ DEMO: "1", BENCH: "1", WORKER: "off", LOG_LEVEL: "warn", DATABASE_URL: database },
    NEXTAUTH_SECRET: randomBytes(36).toString("base64url"),
    NEXTAUTH_URL: `http://localhost:${port}`,
    NODE_ENV: "production",
  };
}

/** Not its health: without a worker, which is meant here, it is not well. */
async function waitForHello({ origin, child, log }: WebServer): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${origin}/api/bench/hello`).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Stop(`The web server does not answer.\n${endOf(log)}`);
}

function contestsOf(targets: Targets, seconds: number): Contest[] {
  const few = { clients: 8, seconds };
  const free = undisputed(targets);
  return [
    { name: "hello", ...few, next: page("/api/bench/hello") },
    { name: "static", ...few, next: page("/bench") },
    { name: "week", ...few, next: weeks(targets) },
    { name: "weekNew", ...few, next: weeksNeverRead(targets) },
    { name: "page", ...few, next: page(`/lieux/${targets.slugs[0]}`) },
    { name: "create", ...few, next: free },
    { name: "create64", clients: people, seconds, next: free },
    { name: "contended", clients: people, seconds, next: disputed(targets) },
  ];
}

/** The bars of docs/performance.md that are ratios of rates or waits. */
function bars(runs: Map<string, Run[]>): Bar[] {
  const of = (name: string) => runs.get(name) ?? [];
  const rateOf = (name: string) => median(of(name).map(({ rate }) => rate));
  const p99 = (run: Run) => run.p99;
  const worst = Math.max(...of("contended").map(({ max }) => max));
  const codes = [...of("create"), ...of("create64"), ...of("contended")].flatMap(({ statuses }) => [
    ...statuses.keys(),
  ]);
  const others = codes.filter((code) => code !== 201 && code !== 409);
  // MRBS showed 41 weeks a second where the least route of a build answered 1 434 times.
  const mrbs = (41 * rateOf("hello")) / 1_434;
  return [
    bar("create / hello", ratio(of("create"), of("hello")), ">=", 0.4),
    bar("64 contended / 8 uncontended", ratio(of("contended"), of("create")), ">=", 0.7),
    bar("64 contended / 64 uncontended", ratio(of("contended"), of("create64")), ">=", 0.7),
    bar("p99 of 64 contended / uncontended", ratio(of("contended"), of("create64"), p99), "<=", 5),
    bar("longest wait of 64, ms", worst, "<=", 2_000),
    bar("answers other than 201 and 409", others.length, "<=", 0),
    bar("week as data / hello", ratio(of("week"), of("hello")), ">=", 0.55),
    bar("week never read before / hello", ratio(of("weekNew"), of("hello")), ">=", 0.3),
    bar("page of a space / static", ratio(of("page"), of("static")), ">=", 0.5),
    bar("page of a space / MRBS scaled", rateOf("page") / mrbs, ">=", 8),
  ];
}

async function gzippedWeek(port: number, { slugs: [slug] }: Targets): Promise<number> {
  const from = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const address = `/api/v1/spaces/${slug}/availability?from=${from}&days=7`;
  const answer = await fetch(`http://127.0.0.1:${port}${address}`);
  return gzipSync(await answer.text()).length;
}

async function issue(): Promise<string[]> {
  const { issueTokens } = await import("@/lib/identity/api-tokens/commands");
  const { systemActor } = await import("@/lib/core/actor");
  const emails = Array.from({ length: people }, (_, index) => `bench-${index}@demo.test`);
  const result = await issueTokens(systemActor("bench"), { emails, name: "bench" });
  return result.ok ? result.value : [];
}

function optionsOf(args: string[]) {
  const numberOf = (name: string, usual: number) => {
    const given = args.find((arg) => arg.startsWith(`--${name}=`))?.split("=")[1];
    return given === undefined ? usual : Number(given);
  };
  return {
    rounds: Math.max(1, numberOf("rounds", 5)),
    seconds: Math.min(10, numberOf("seconds", 3)),
    /** Size of the big database of the growth figures; 0 leaves them out. */
    bookings: numberOf("bookings", 500_000),
    only: args.find((arg) => arg.startsWith("--only="))?.split("=")[1],
  };
}
