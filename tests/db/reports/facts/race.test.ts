import pg from "pg";
import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { recountDailyFacts } from "@/lib/reports/facts/commands";
import { verifyFacts } from "@/lib/reports/facts/verification/queries";
import { aBooking, aPerson, aSpace, tuesday } from "@/tests/support/factories";

const system = systemActor("test");
const evening = new Date("2026-06-16T20:00:00Z");

const morning = { startsAt: `${tuesday}T06:30:00Z`, endsAt: `${tuesday}T10:30:00Z` };
const there = { ...morning, day: tuesday, checkedInAt: `${tuesday}T06:40:00Z` };

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  return client;
}

test("a job killed in the middle of a day loses no mark, and the next one counts it", async () => {
  const space = await aSpace({ desks: 1 });
  await recountDailyFacts(system, {}, evening);
  await aBooking({ space, ...there });
  const [before] = await db.staleDay.findMany({ where: { spaceId: space.id } });
  const blocker = await connected();
  await blocker.query("BEGIN; LOCK TABLE presence_days IN ACCESS EXCLUSIVE MODE");
  const killed = recountDailyFacts(system, {}, evening).then(
    () => "ended",
    () => "killed",
  );
  let pid: number | undefined;
  while (pid === undefined) {
    // Not asked by the blocker: within a transaction Postgres goes on telling what it told first.
    const [row] = await db.$queryRaw<{ pid: number }[]>`
      SELECT pid FROM pg_stat_activity WHERE datname = current_database()
        AND wait_event_type = 'Lock' AND query LIKE '%presence_days%'`;
    pid = row?.pid;
  }
  await blocker.query("SELECT pg_terminate_backend($1)", [pid]);
  expect(await killed).toBe("killed");
  await blocker.query("ROLLBACK");
  await blocker.end();
  expect(await db.staleDay.findMany({ where: { spaceId: space.id } })).toEqual([before]);
  expect(await db.presenceDay.count({ where: { spaceId: space.id } })).toBe(0);
  await recountDailyFacts(system, {}, evening);
  expect(await db.presenceDay.count({ where: { spaceId: space.id } })).toBe(1);
}, 60_000);

test("two jobs at once, and bookings made meanwhile, leave facts that are right", async () => {
  const space = await aSpace({ desks: 8 });
  await recountDailyFacts(system, {}, evening);
  const arrivals = Array.from(
    { length: 8 },
    (_, desk) => () => aBooking({ space, desk, ...there }),
  );
  const job = () => recountDailyFacts(system, {}, evening);
  await Promise.all([job(), ...arrivals.slice(0, 4).map((arrive) => arrive()), job(), job()]);
  await Promise.all([...arrivals.slice(4).map((arrive) => arrive()), job(), job()]);
  await job();
  expect(await db.presenceDay.count({ where: { spaceId: space.id } })).toBe(8);
  expect(await verifyFacts(system, { tell: () => undefined })).toMatchObject({
    ...{ different: 0, waiting: 0 },
  });
}, 60_000);

/** Two transactions that book two desks of one space on one day; whether the second has to wait for the first. */
async function doesSecondWait(): Promise<boolean> {
  const space = await aSpace({ desks: 2 });
  const { id: personId } = await aPerson();
  const [first, second] = [await connected(), await connected()];
  const book = (client: pg.Client, desk: number) =>
    client.query(
      `INSERT INTO bookings (id, space_id, resource_id, person_id, day, part, starts_at, ends_at, source)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, 'morning', $5, $6, 'member')`,
      [space.id, space.desks[desk]?.id, personId, tuesday, morning.startsAt, morning.endsAt],
    );
  try {
    await first.query("BEGIN");
    await second.query("BEGIN; SET LOCAL lock_timeout = '400ms'");
    await book(first, 0);
    const refused = await book(second, 1).then(
      () => null,
      (error: pg.DatabaseError) => error.code,
    );
    if (refused !== null) expect(refused).toBe("55P03");
    return refused !== null;
  } finally {
    await first.query("ROLLBACK");
    await second.query("ROLLBACK");
    await Promise.all([first.end(), second.end()]);
  }
}

test("bookings of one space and day never wait for one another's marks; control: with one row a day they do", async () => {
  expect(await doesSecondWait()).toBe(false);
  await db.$executeRawUnsafe(
    "CREATE TABLE one_row_a_day (space_id uuid, day date, PRIMARY KEY (space_id, day))",
  );
  await db.$executeRawUnsafe(`CREATE FUNCTION mark_one_row() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO one_row_a_day VALUES (NEW.space_id, NEW.day) ON CONFLICT (space_id, day) DO UPDATE SET day = excluded.day;
      RETURN NULL;
    END $$`);
  await db.$executeRawUnsafe(
    "CREATE TRIGGER one_row AFTER INSERT ON bookings FOR EACH ROW EXECUTE FUNCTION mark_one_row()",
  );
  expect(await doesSecondWait()).toBe(true);
  await db.$executeRawUnsafe("DROP TRIGGER one_row ON bookings");
}, 60_000);
