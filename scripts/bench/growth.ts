import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { step } from "../launch/step.js";
import type { PostgresServer } from "../postgres/server";
import { median } from "./rounds";
import { makeScaleData, type Scale } from "./scale-data";
import { scratchDatabase } from "./scratch";
import { type Bar, bar } from "./table";

const readings = 400;
const turns = 7;

/** What the same week costs Postgres when history is many times longer: its own CPU, and buffers. */
export async function growth(
  postgres: PostgresServer,
  small: string,
  scale: Scale,
): Promise<Bar[]> {
  const big = await scratchDatabase(postgres, `bench_${randomBytes(3).toString("hex")}`);
  await step(`${scale.bookings} bookings`, (report) => makeScaleData(big, scale, report));
  const measured = { small: await backendOf(small), big: await backendOf(big) };
  const ratios: number[] = [];
  for (let turn = 0; turn <= turns; turn += 1) {
    const [less, more] = [await cpuOf(measured.small), await cpuOf(measured.big)];
    if (turn > 0) ratios.push(more / less);
  }
  const buffers = Math.max(await buffersOf(measured.small), await buffersOf(measured.big));
  await Promise.all([measured.small.client.end(), measured.big.client.end()]);
  return [
    bar(`CPU of a week at ${scale.bookings} bookings / at 100 000`, median(ratios), "<=", 1.2),
    bar("buffers of a week", buffers, "<=", 16),
  ];
}

type Backend = { client: pg.Client; pid: number; text: string; values: unknown[][] };

async function backendOf(url: string): Promise<Backend> {
  const { busyStatement } = await import("@/lib/bookings/availability/queries");
  const { day } = await import("@/lib/core/day");
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  await client.connect();
  const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
  const spaces = await client.query("SELECT id FROM spaces WHERE slug LIKE 'echelle-%'");
  const from = day(new Date(Date.now() + 86_400_000).toISOString().slice(0, 10));
  const calendar = {
    timeZone: "Europe/Paris",
    halfDayBoundary: 780,
    closesOnPublicHolidays: false,
  };
  const values = spaces.rows.map(({ id }) => {
    const plain = { ...calendar, rules: [], exceptions: [], closures: [], schoolHolidays: [] };
    return busyStatement(
      { id: String(id), calendar: plain, resources: [] },
      { from, days: 7 },
      new Date(),
    );
  });
  return {
    client,
    pid: rows[0]?.pid,
    text: values[0]?.statement.text ?? "",
    values: values.map((statement) => statement.values),
  };
}

async function cpuOf({ client, pid, text, values }: Backend): Promise<number> {
  const before = ticksOf(pid);
  for (let index = 0; index < readings * 5; index += 1) {
    await client.query({ name: "week", text, values: values[index % values.length] ?? [] });
  }
  return ticksOf(pid) - before;
}

/** User and system time of a process, in clock ticks (Linux). */
export function ticksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

async function buffersOf({ client, text, values }: Backend): Promise<number> {
  let most = 0;
  for (const each of values.slice(0, 20)) {
    const { rows } = await client.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`, each);
    const plan = rows[0]["QUERY PLAN"][0].Plan;
    most = Math.max(most, plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]);
  }
  return most;
}
