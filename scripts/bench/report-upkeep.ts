import { randomUUID } from "node:crypto";
import pg from "pg";
import { step } from "../launch/step.js";
import { sleep } from "../postgres/postmaster";
import { ticksOf } from "./growth";
import { median } from "./rounds";
import { type Bar, bar } from "./table";

const createdARound = 1_500;
const trigger = '"days_of_new_bookings"';

/** CPU of Postgres for a booking with the mark of its day against without, round after round. */
export async function createCpu(url: string, rounds: number): Promise<Bar[]> {
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  const other = new pg.Client({ connectionString: url });
  await Promise.all([client.connect(), other.connect()]);
  const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
  const next = await wishes(client);
  const cpuOf = async (switched: "ENABLE" | "DISABLE") => {
    await other.query(`ALTER TABLE bookings ${switched} TRIGGER ${trigger}`);
    for (let warm = 0; warm < 50; warm += 1) await next();
    const before = ticksOf(rows[0]?.pid);
    for (let count = 0; count < createdARound; count += 1) await next();
    return ticksOf(rows[0]?.pid) - before;
  };
  const marked: number[] = [];
  const unmarked: number[] = [];
  await step(`${rounds} rounds of ${createdARound} bookings, twice`, async () => {
    for (let round = 0; round < rounds; round += 1) {
      // Each goes first in turn: what is booked later is booked in a bigger index.
      if (round % 2 === 0) marked.push(await cpuOf("ENABLE"));
      unmarked.push(await cpuOf("DISABLE"));
      if (round % 2 === 1) marked.push(await cpuOf("ENABLE"));
    }
  });
  await other.query(`ALTER TABLE bookings ENABLE TRIGGER ${trigger}`);
  await Promise.all([client.end(), other.end()]);
  const ms = (ticks: number[]) => ((median(ticks) * 10) / createdARound).toFixed(3);
  console.log(`CPU of a booking: ${ms(unmarked)} ms, ${ms(marked)} ms with its mark`);
  const ratios = marked.map((ticks, round) => ticks / (unmarked[round] ?? ticks));
  return [bar("CPU of a booking with its mark / without", median(ratios), "<=", 1.25)];
}

/** One booking more each time it is asked: half-days nobody has, a desk and a person of its own in each. */
async function wishes(client: pg.Client): Promise<() => Promise<void>> {
  const spaces = await client.query("SELECT id, calendar_version::text AS version FROM spaces");
  const versions = new Map(spaces.rows.map(({ id, version }) => [String(id), String(version)]));
  const desks = await client.query("SELECT id, space_id FROM resources ORDER BY place");
  const people = await client.query("SELECT id FROM persons ORDER BY id");
  let count = 0;
  return async () => {
    const desk = desks.rows[count % desks.rows.length];
    const half = Math.floor(count / desks.rows.length);
    const on = new Date(Date.now() + (20 + Math.floor(half / 2)) * 86_400_000);
    const day = on.toISOString().slice(0, 10);
    const hours = half % 2 === 0 ? ["07:30", "11:30"] : ["12:30", "16:30"];
    const person = people.rows[count % people.rows.length];
    count += 1;
    const wish = {
      ...{ id: randomUUID(), spaceId: desk.space_id, version: versions.get(desk.space_id) },
      ...{
        personId: person.id,
        companions: [],
        day,
        part: half % 2 === 0 ? "morning" : "afternoon",
      },
      ...{ startsAt: `${day}T${hours[0]}:00Z`, endsAt: `${day}T${hours[1]}:00Z` },
      ...{ state: "confirmed", source: "member", createdAt: new Date().toISOString(), seat: true },
    };
    const { rows } = await client.query({
      name: "take",
      text: "SELECT outcome FROM take_place($1::jsonb, $2::uuid[], $3::text[])",
      values: [JSON.stringify(wish), [desk.id], ["Bureau"]],
    });
    if (rows[0]?.outcome !== "booked") throw new Error(`not booked: ${rows[0]?.outcome}`);
  };
}

const changes = 12;
const secondsBetween = 7;

/** Seconds from the arrival of somebody to the fact of their day, while a worker runs, one arrival after the other. */
export async function staleness(url: string): Promise<Bar[]> {
  const { startWorker } = await import("@/lib/web/jobs");
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  await client.connect();
  const runner = await startWorker();
  const waits = await step(`${changes} arrivals`, async () => {
    const { rows } = await client.query(
      `SELECT DISTINCT ON (space_id) space_id, id, person_id, day::text FROM bookings
       WHERE checked_in_at IS NULL AND day = current_date - 3 ORDER BY space_id, id LIMIT $1`,
      [changes],
    );
    const all = rows.map(async (row, index) => {
      await sleep(index * secondsBetween * 1_000);
      const began = performance.now();
      await client.query(
        "UPDATE bookings SET checked_in_at = starts_at WHERE space_id = $1 AND id = $2",
        [row.space_id, row.id],
      );
      for (;;) {
        const { rowCount } = await client.query(
          "SELECT FROM presence_days WHERE space_id = $1 AND day = $2::date AND who = $3",
          [row.space_id, row.day, row.person_id],
        );
        const seconds = (performance.now() - began) / 1_000;
        if (rowCount || seconds > 120) return seconds;
        await sleep(250);
      }
    });
    return Promise.all(all);
  });
  await runner.stop();
  await client.end();
  console.log(`from an arrival to its fact: ${waits.map((wait) => wait.toFixed(0)).join(" ")} s`);
  return [bar(`longest of ${waits.length} waits for a fact, s`, Math.max(...waits), "<=", 60)];
}
