import pg from "pg";
import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import type { PersonActor } from "@/lib/core/actor";
import { type Day, day } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { aSpace, mondayMorning } from "@/tests/support/factories";

const clients = 64;
const days = ["2026-06-16", "2026-06-17", "2026-06-18", "2026-06-19", "2026-06-22"].map(day);
const parts = ["morning", "afternoon"] as const;

type Pair = { slug: string; resourceId: string; day: Day; part: "morning" | "afternoon" };

/** Runs the attempts through as many clients as asked, each taking the next in line. */
async function inParallel<T>(tasks: (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  const queue = tasks.values();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (const task of queue) results.push(await task());
    }),
  );
  return results;
}

async function overlapsIn(spaceId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM bookings a JOIN bookings b
      ON a.space_id = b.space_id AND a.resource_id = b.resource_id AND a.id < b.id
     AND a.during && b.during AND a.state = 'confirmed' AND b.state = 'confirmed'
    WHERE a.space_id = ${spaceId}::uuid`;
  return Number(row?.count);
}

async function deadlocks(): Promise<number> {
  const [row] = await db.$queryRaw<{ deadlocks: bigint }[]>`
    SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`;
  return Number(row?.deadlocks);
}

test("64 clients racing for 200 desk half-days: exactly 200 winners, no overlap, no deadlock", async () => {
  const space = await aSpace({ desks: 20 });
  const pairs: Pair[] = space.desks.flatMap((desk) =>
    days.flatMap((on) =>
      parts.map((part) => ({ slug: space.slug, resourceId: desk.id, day: on, part })),
    ),
  );
  expect(pairs).toHaveLength(200);
  const members: PersonActor[] = await Promise.all(Array.from({ length: clients }, aMember));
  // Four members want each pair, at the same moment in the queue.
  const attempts = pairs.flatMap((pair, index) =>
    [0, 1, 2, 3].map((turn) => {
      const member = members[(index * 4 + turn) % clients];
      if (!member) throw new Error("no member");
      return () => bookResource(member, pair, mondayMorning);
    }),
  );
  const first = await inParallel(attempts);
  // A member may have been elsewhere that half-day: fresh members take what such refusals left.
  const left = await pairsLeft(space.id, pairs);
  const second = await inParallel(
    left.flatMap((pair) => [
      async () => bookResource(await aMember(), pair, mondayMorning),
      async () => bookResource(await aMember(), pair, mondayMorning),
    ]),
  );
  const winners = [...first, ...second].filter((result) => result.ok);
  const losers = [...first, ...second].filter((result) => !result.ok);
  expect(winners).toHaveLength(200);
  expect(await db.booking.count({ where: { spaceId: space.id, state: "confirmed" } })).toBe(200);
  expect(await overlapsIn(space.id)).toBe(0);
  expect(await deadlocks()).toBe(0);
  expect(
    losers.every(
      (result) => !result.ok && ["slot_taken", "already_booked"].includes(result.refusal),
    ),
  ).toBe(true);
});

async function pairsLeft(spaceId: string, pairs: Pair[]): Promise<Pair[]> {
  const rows = await db.booking.findMany({
    where: { spaceId, state: "confirmed" },
    select: { resourceId: true, startsAt: true },
  });
  const key = (resourceId: string, on: string, part: string) => `${resourceId} ${on} ${part}`;
  const taken = new Set(
    rows.map((row) => {
      const on = row.startsAt.toISOString().slice(0, 10);
      return key(row.resourceId, on, row.startsAt.getUTCHours() < 11 ? "morning" : "afternoon");
    }),
  );
  return pairs.filter((pair) => !taken.has(key(pair.resourceId, pair.day, pair.part)));
}

test("negative control: without the constraint the same race double-books", async () => {
  const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  // This file has a database of its own, so the constraint can go; the first test ran before.
  await client.query("ALTER TABLE bookings DROP CONSTRAINT booking_no_overlap");
  await client.end();
  const space = await aSpace({ desks: 4 });
  const pairs: Pair[] = space.desks.flatMap((desk) =>
    days.map((on) => ({
      slug: space.slug,
      resourceId: desk.id,
      day: on,
      part: "morning" as const,
    })),
  );
  await inParallel(
    pairs.flatMap((pair) =>
      [0, 1, 2, 3].map(() => async () => bookResource(await aMember(), pair, mondayMorning)),
    ),
  );
  expect(await overlapsIn(space.id)).toBeGreaterThan(0);
});
