import pg from "pg";
import { expect, test } from "vitest";
import { withdrawClosure } from "@/lib/bookings/closures/commands";
import { bookResource } from "@/lib/bookings/commands";
import { tryPlace } from "@/lib/bookings/tries/commands";
import { undoClosure } from "@/lib/bookings/undoings/commands";
import { type Day, day } from "@/lib/core/day";
import { StaleReading } from "@/lib/core/stale-reading";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { aMember, hostOf } from "@/tests/support/actors";
import { close, onDay } from "@/tests/support/closures";
import { aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { deadlocks, inParallel, outcomesOf, overlapsIn } from "@/tests/support/races";

const days = ["2026-06-16", "2026-06-17", "2026-06-18", "2026-06-19"].map(day);

/** Live bookings that lie in a standing closure of their space or of their place. */
async function slippedIn(spaceId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM bookings b JOIN closures c
      ON c.space_id = b.space_id AND b.starts_at < c.ends_at AND c.starts_at < b.ends_at
     AND (c.resource_id IS NULL OR c.resource_id = b.resource_id)
    WHERE b.space_id = ${spaceId}::uuid AND b.state IN ('confirmed', 'held') AND c.withdrawn_at IS NULL`;
  return Number(row?.count);
}

async function aRace() {
  const space = await aSpace({ desks: 8 });
  const host = await hostOf(space);
  const members = await Promise.all(Array.from({ length: 64 }, aMember));
  const bookings = members.map(
    (member, index) => () =>
      bookResource(
        member,
        { slug: space.slug, day: days[index % days.length] ?? tuesday, part: "morning" },
        mondayMorning,
      ),
  );
  return { space, host, bookings };
}

/** Looks and closes as often as the list changes in between, as a stubborn host does. */
async function closeStubbornly(
  host: Awaited<ReturnType<typeof hostOf>>,
  target: { slug: string; resourceId?: string | undefined },
  on: Day,
) {
  for (;;) {
    const closed = await close(host, target, onDay("day", on));
    if (closed.ok || closed.refusal !== "list_changed") return closed;
  }
}

test("64 people book while the host closes: no booking is left in a closed place, no deadlock", async () => {
  const { space, host, bookings } = await aRace();
  const [desk] = space.desks;
  const closings = days.map((on, index) => () => {
    const target = index === 0 ? { slug: space.slug, resourceId: desk?.id } : space;
    return closeStubbornly(host, target, on);
  });
  const tasks = [...bookings.slice(0, 32), ...closings, ...bookings.slice(32)];
  const results = await inParallel<Awaited<ReturnType<(typeof tasks)[number]>>>(tasks);
  const outcomes = outcomesOf(results);
  expect(await slippedIn(space.id)).toBe(0);
  expect(await overlapsIn(space.id)).toBe(0);
  expect(await deadlocks()).toBe(0);
  expect(await db.closure.count({ where: { spaceId: space.id } })).toBe(4);
  const known = ["ok", "space_closed", "space_full", "slot_taken"];
  expect(Object.keys(outcomes).filter((code) => !known.includes(code))).toEqual([]);
  // Who came before was cancelled with the reason, who came after was told it is closed.
  const cancelled = await db.booking.count({ where: { spaceId: space.id, state: "cancelled" } });
  expect(cancelled + (outcomes["space_closed"] ?? 0)).toBeGreaterThan(0);
});

test("closing, undoing and booking all at once: no overlap, nobody twice, no deadlock", async () => {
  const { space, host, bookings } = await aRace();
  await inParallel(bookings.slice(0, 24));
  const closed = await closeStubbornly(host, space, tuesday);
  const closureId = closed.ok ? closed.value.id : "";
  const last = days[3] ?? tuesday;
  await inParallel<unknown>([
    ...bookings.slice(24),
    () => undoClosure(host, { closureId }, mondayMorning),
    () => undoClosure(host, { closureId }, mondayMorning),
    () => closeStubbornly(host, space, last),
    () => withdrawClosure(host, { closureId }, mondayMorning),
  ]);
  expect(await overlapsIn(space.id)).toBe(0);
  expect(await slippedIn(space.id)).toBe(0);
  expect(await deadlocks()).toBe(0);
});

test("a closure of one place between the reading and the writing is a stale reading, then a refusal", async () => {
  const space = await aSpace({ desks: 2 });
  const [host, member] = [await hostOf(space), await aMember()];
  const [desk] = space.desks;
  const read = await getSpaceBySlug(space.slug);
  const candidates = read.resources.filter(({ id }) => id === desk?.id);
  await close(host, { slug: space.slug, resourceId: desk?.id }, onDay("day"));
  const moment = {
    day: tuesday,
    part: "morning" as const,
    startsAt: new Date("2026-06-16T06:30:00Z"),
    endsAt: new Date("2026-06-16T10:30:00Z"),
  };
  const facts = {
    id: crypto.randomUUID(),
    personId: member.personId,
    state: "confirmed" as const,
    source: "member" as const,
    createdBy: member.personId,
    createdAt: mondayMorning,
  };
  await expect(tryPlace(db, read, moment, candidates, facts)).rejects.toThrow(StaleReading);
  const wish = { slug: space.slug, day: tuesday, part: "morning" as const };
  const asked = await bookResource(member, { ...wish, resourceId: desk?.id }, mondayMorning);
  expect(asked).toMatchObject({
    refusal: "resource_closed",
    data: { alternatives: expect.any(Array) },
  });
  expect(await bookResource(member, wish, mondayMorning)).toMatchObject({
    value: { resource: { id: space.desks[1]?.id } },
  });
});

test("negative control: a door that does not ask for the version lets bookings slip in", async () => {
  const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  // This file has a database of its own, so the door can be broken; the other tests ran before.
  const { rows } = await client.query<{ code: string }>(
    "SELECT pg_get_functiondef('take_place'::regproc) AS code",
  );
  const broken = (rows[0]?.code ?? "").replace(/s\.calendar_version = .*::bigint/, "true");
  expect(broken).not.toBe(rows[0]?.code);
  await client.query(broken);
  await client.end();
  const { space, host } = await aRace();
  const read = await getSpaceBySlug(space.slug);
  await close(host, space, onDay("day"));
  const moment = {
    day: tuesday,
    part: "morning" as const,
    startsAt: new Date("2026-06-16T06:30:00Z"),
    endsAt: new Date("2026-06-16T10:30:00Z"),
  };
  const { personId } = await aMember();
  const facts = { id: crypto.randomUUID(), personId, createdBy: personId };
  await tryPlace(db, read, moment, read.resources, {
    ...facts,
    state: "confirmed",
    source: "member",
    createdAt: mondayMorning,
  });
  expect(await slippedIn(space.id)).toBeGreaterThan(0);
});
