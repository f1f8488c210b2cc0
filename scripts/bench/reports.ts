import pg from "pg";
import { step } from "../launch/step.js";
import { median } from "./rounds";
import { type Bar, bar } from "./table";

/**
 * The months of the network, space by space, from what is kept of them against from five columns of every
 * booking, through an index that has all five and as many workers as Postgres likes: the least that tells
 * the same. The reader is the one of the pages. `url` is what the process was started on.
 */
export async function monthsFromFacts(url: string, rounds: number): Promise<Bar[]> {
  const { recountDailyFacts } = await import("@/lib/reports/facts/commands");
  const { systemActor } = await import("@/lib/core/actor");
  await step("first count of all there is", () => recountDailyFacts(systemActor("bench")));
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  await client.connect();
  await step("an index for the raw rows", async () => {
    await client.query(coveringIndex);
    await client.query("VACUUM (ANALYZE) bookings");
  });
  const period = await wholeMonths(client);
  const times = { raw: [] as number[], kept: [] as number[], ratios: [] as number[] };
  let differing = 0;
  let cells = 0;
  await step(`${rounds} rounds`, async () => {
    for (let round = 0; round <= rounds; round += 1) {
      const raw = await timed(() => fromBookings(client, period));
      const kept = await timed(() => fromFacts(period));
      if (round === 0) {
        ({ differing, cells } = compare(raw.value, kept.value));
        continue;
      }
      times.raw.push(raw.ms);
      times.kept.push(kept.ms);
      times.ratios.push(raw.ms / kept.ms);
    }
  });
  console.log(
    `months of all spaces: ${median(times.raw).toFixed(0)} ms from bookings, ${median(times.kept).toFixed(1)} ms as kept`,
  );
  await tellFormerPath(period.last);
  await client.query('DROP INDEX "bench_raw_months"');
  await client.end();
  return [
    bar(`cells that differ, of ${cells}`, differing, "<=", 0),
    bar("months from bookings / from facts", median(times.ratios), ">=", 20),
  ];
}

const coveringIndex = `CREATE INDEX "bench_raw_months" ON bookings (space_id, starts_at)
  INCLUDE (person_id, checked_in_at, state)`;

type Months = { first: string; last: string };

/** Those that are over, from the first booking on. */
async function wholeMonths(client: pg.Client): Promise<Months> {
  const { rows } = await client.query(`SELECT to_char(min(starts_at), 'YYYY-MM') AS first,
    to_char(date_trunc('month', now() AT TIME ZONE 'Europe/Paris') - interval '1 month', 'YYYY-MM') AS last FROM bookings`);
  return { first: String(rows[0]?.first), last: String(rows[0]?.last) };
}

/** By space (or « network ») and month: booked, occupied, distinct persons there. */
type Figures = Map<string, number[]>;

/** Persons are grouped before they are counted: `count(DISTINCT …)` would keep the other workers out. */
async function fromBookings(client: pg.Client, { first, last }: Months): Promise<Figures> {
  const { rows } = await client.query({
    text: `WITH by_person AS MATERIALIZED (
        SELECT space_id, date_trunc('month', starts_at AT TIME ZONE 'Europe/Paris') AS month, person_id,
          count(*) AS booked, count(checked_in_at) AS occupied
        FROM bookings WHERE state IN ('confirmed', 'no_show', 'released')
          AND starts_at >= ($1::text || '-01')::timestamp AT TIME ZONE 'Europe/Paris'
          AND starts_at < (($2::text || '-01')::timestamp + interval '1 month') AT TIME ZONE 'Europe/Paris'
        GROUP BY 1, 2, 3)
      SELECT space_id::text AS place, to_char(month, 'YYYY-MM') AS month, sum(booked)::int AS booked,
        sum(occupied)::int AS occupied, count(*) FILTER (WHERE occupied > 0)::int AS users
      FROM by_person GROUP BY 1, 2
      UNION ALL
      SELECT 'network', to_char(month, 'YYYY-MM'), sum(booked)::int, sum(occupied)::int,
        count(DISTINCT person_id) FILTER (WHERE occupied > 0)::int
      FROM by_person GROUP BY 2`,
    values: [first, last],
  });
  return new Map(
    rows.map((row) => [`${row.place} ${row.month}`, [row.booked, row.occupied, row.users]]),
  );
}

async function fromFacts({ first, last }: Months): Promise<Figures> {
  const { listCountedMonths } = await import("@/lib/reports/facts/queries");
  const { yesterdayAt } = await import("@/lib/reports/facts/rules");
  const { monthInput } = await import("@/lib/reports/schema");
  const period = { first: monthInput.parse(first), last: monthInput.parse(last) };
  const months = await listCountedMonths(period, yesterdayAt(new Date()));
  return new Map(
    [...months].flatMap(([month, { bySpace, network }]) =>
      [...bySpace, ["network", network] as const].map(([place, { booked, occupied, users }]) => [
        `${place} ${month}`,
        [booked, occupied, users],
      ]),
    ),
  );
}

function compare(raw: Figures, kept: Figures): { differing: number; cells: number } {
  const keys = [...new Set([...raw.keys(), ...kept.keys()])];
  const cells = keys.flatMap((key) =>
    [0, 1, 2].map((index) => (raw.get(key)?.[index] ?? 0) === (kept.get(key)?.[index] ?? 0)),
  );
  return { cells: cells.length, differing: cells.filter((agrees) => !agrees).length };
}

/** What a page did before there were facts: the bookings of the month through the rules. */
async function tellFormerPath(last: string): Promise<void> {
  const { listUsageBookings } = await import("@/lib/reports/queries");
  const { usageOf } = await import("@/lib/reports/rules");
  const { firstDayOf, lastDayOf, monthInput } = await import("@/lib/reports/schema");
  const { listSpaces } = await import("@/lib/spaces/queries");
  const month = monthInput.parse(last);
  const range = { first: firstDayOf(month), last: lastDayOf(month) };
  const { ms } = await timed(async () =>
    usageOf(await listSpaces(), await listUsageBookings(range), range),
  );
  console.log(`one month by the rules, as before: ${ms.toFixed(0)} ms`);
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; ms: number }> {
  const began = performance.now();
  const value = await work();
  return { value, ms: performance.now() - began };
}
