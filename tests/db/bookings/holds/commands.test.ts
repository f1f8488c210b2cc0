import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { holdSpace } from "@/lib/bookings/holds/commands";
import { bookFor } from "@/lib/bookings/hosted/commands";
import { extendSeries } from "@/lib/bookings/series/additions/commands";
import { bookSeries } from "@/lib/bookings/series/commands";
import { takePlace } from "@/lib/bookings/takings/commands";
import { welcomeWalkIn } from "@/lib/bookings/walk-ins/commands";
import type { PersonActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { StaleReading, withFreshReading } from "@/lib/core/stale-reading";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { aMember, hostOf } from "@/tests/support/actors";
import { aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

/** Long enough for the writer below to change the calendar between any reading and its writing. */
const slowness = "0.06";
const everyMs = 10;

beforeAll(async () => {
  // This file has a database of its own.
  await db.$executeRaw`ALTER FUNCTION take_place(jsonb, uuid[], text[]) RENAME TO take_place_at_once`;
  await db.$executeRawUnsafe(`
    CREATE FUNCTION take_place(wish jsonb, candidates uuid[], names text[])
    RETURNS TABLE (outcome text, booking_id uuid, taken_resource_id uuid) LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_sleep(${slowness});
      RETURN QUERY SELECT * FROM take_place_at_once(wish, candidates, names);
    END $$`);
});

/** Somebody changes the calendar of that space all the time, holding none of our locks. */
async function disturb({ id }: { id: string }) {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  const writer = { isDone: false, changes: 0 };
  const writing = (async () => {
    while (!writer.isDone) {
      writer.changes += 1;
      const name = `Hôte ${writer.changes}`;
      await client.query("UPDATE spaces SET host_name = $2 WHERE id = $1", [id, name]);
      await pause(everyMs);
    }
  })();
  onTestFinished(async () => {
    writer.isDone = true;
    await writing;
    await client.end();
  });
  return writer;
}

async function aRestlessSpace() {
  const space = await aSpace({ desks: 8 });
  const [host, member] = [await hostOf(space), await aMember()];
  return { ...space, writer: await disturb(space), host, member };
}

type Restless = Awaited<ReturnType<typeof aRestlessSpace>>;
const dates = { frequency: "weekly" as const, firstDay: tuesday, skipped: [] };

const takings: [string, (space: Restless) => Promise<{ ok: boolean }>][] = [
  [
    "booking a desk",
    ({ slug, member, desks }) =>
      bookResource(
        member,
        { slug, resourceId: desks[0]?.id, day: tuesday, part: "day" },
        mondayMorning,
      ),
  ],
  [
    "booking any seat",
    ({ slug, member }) => bookResource(member, { slug, day: tuesday, part: "day" }, mondayMorning),
  ],
  [
    "booking for somebody",
    ({ slug, host }) =>
      bookFor(host, { slug, day: tuesday, part: "day", guestName: "Odette" }, mondayMorning),
  ],
  [
    "welcoming somebody",
    ({ slug, host }) =>
      welcomeWalkIn(
        host,
        { slug, part: "morning", guestName: "Odette", idempotencyKey: randomUUID() },
        mondayMorning,
      ),
  ],
  ["a series", ({ slug, member, desks }) => aSeries(member, slug, desks[0]?.id ?? "")],
];

async function aSeries(member: PersonActor, slug: string, resourceId: string) {
  const place = { slug, resourceId, moment: { part: "day" as const } };
  return bookSeries(member, { ...place, ...dates, lastDay: day("2026-06-30") }, mondayMorning);
}

test.each(takings)("%s ends well while the calendar changes at each try", async (_what, take) => {
  const space = await aRestlessSpace();
  expect(await take(space)).toMatchObject({ ok: true });
  // One change at least for each try that was stale.
  expect(space.writer.changes).toBeGreaterThan(3);
});

test("what is added to a series does as well", async () => {
  const space = await aSpace();
  const member = await aMember();
  const series = await aSeries(member, space.slug, space.desks[0]?.id ?? "");
  if (!series.ok) throw new Error(series.refusal);
  await disturb(space);
  const longer = { seriesId: series.value.id, lastDay: day("2026-07-14") };
  expect(await extendSeries(member, longer, mondayMorning)).toMatchObject({ ok: true });
});

async function taken(tx: Tx, space: Space, { member }: Restless) {
  const moment = {
    day: tuesday,
    part: "morning" as const,
    startsAt: new Date("2026-06-16T06:30:00Z"),
    endsAt: new Date("2026-06-16T10:30:00Z"),
  };
  const by = { personId: member.personId, createdBy: member.personId, createdAt: mondayMorning };
  const facts = { ...by, state: "confirmed" as const, source: "member" as const };
  return takePlace(tx, space, moment, space.resources, facts);
}

test("negative control: a last reading that is not held is stale as well", async () => {
  const restless = await aRestlessSpace();
  const never = withFreshReading(() =>
    inTransaction(async (tx) => taken(tx, await getSpaceBySlug(restless.slug, tx), restless)),
  );
  await expect(never).rejects.toThrow(StaleReading);
  const held = withFreshReading((isLast) =>
    inTransaction(async (tx) => {
      const space = isLast
        ? await holdSpace(tx, restless.slug, mondayMorning)
        : await getSpaceBySlug(restless.slug, tx);
      return taken(tx, space, restless);
    }),
  );
  expect(await held).toMatchObject({ ok: true });
});

test("a space that is held has all that time has decided written, and serves as before", async () => {
  const space = await aSpace({ desks: 1, noShowGraceMinutes: 30 });
  const first = await bookResource(
    await aMember(),
    { slug: space.slug, day: tuesday, part: "day" },
    mondayMorning,
  );
  const late = new Date("2026-06-16T08:00:00Z");
  await inTransaction(async (tx) => {
    await holdSpace(tx, space.slug, late);
    const rows = await tx.booking.findMany({ where: { spaceId: space.id } });
    expect(rows).toMatchObject([{ id: first.ok && first.value.id, state: "no_show" }]);
    return { ok: true as const, value: null };
  });
});
