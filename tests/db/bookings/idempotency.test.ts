import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { bookFor } from "@/lib/bookings/hosted/commands";
import { bookSeries } from "@/lib/bookings/series/commands";
import { welcomeWalkIn } from "@/lib/bookings/walk-ins/commands";
import type { PersonActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/infra/db";
import { aMember, anActor } from "@/tests/support/actors";
import { aSpace, mondayMorning } from "@/tests/support/factories";

const here = { day: day("2026-06-16"), part: "day" as const };
/** Another day: one seat at a time is another rule. */
const there = { day: day("2026-06-17"), part: "day" as const };
const times = 20;

async function twoSpaces() {
  const made = [await aSpace({ desks: times }), await aSpace({ desks: times })] as const;
  return made.map(({ id, slug, desks }) => ({ id, slug, desks: desks.map((desk) => desk.id) }));
}

type Aimed = { slug: string; resourceId?: string; idempotencyKey: string };

/** The same key aimed at both spaces at the same instant, a number of times; each time both outcomes. */
async function race<Value>(
  say: (aimed: Aimed, on: typeof here) => Promise<Result<Value, string>>,
): Promise<string[][]> {
  const [first, second] = await twoSpaces();
  if (!first || !second) throw new Error("two spaces were made");
  const said = Array.from({ length: times }, async (_, turn) => {
    const idempotencyKey = randomUUID();
    const aim = ({ slug, desks }: typeof first): Aimed => {
      const resourceId = desks[turn];
      return { slug, idempotencyKey, ...(resourceId ? { resourceId } : {}) };
    };
    const both = await Promise.all([say(aim(first), here), say(aim(second), there)]);
    return both.map((result) => (result.ok ? "ok" : result.refusal)).sort();
  });
  return Promise.all(said);
}

const once = Array.from({ length: times }, () => ["idempotency_key_reused", "ok"]);

async function members(): Promise<() => PersonActor> {
  const made = await Promise.all(Array.from({ length: times }, aMember));
  let next = 0;
  // Each pair of wishes is of one person, who has nothing else.
  return () => {
    const member = made[Math.floor(next / 2)];
    next += 1;
    if (!member) throw new Error("nobody is left");
    return member;
  };
}

test("one key aimed at two spaces at once books once, the other is told", async () => {
  const who = await members();
  const outcomes = await race((aimed, on) =>
    bookResource(who(), { ...aimed, ...on }, mondayMorning),
  );
  expect(outcomes).toEqual(once);
});

test("the same for any free seat, and for a space this process has not read yet", async () => {
  const who = await members();
  const outcomes = await race(({ slug, idempotencyKey }, on) =>
    bookResource(who(), { slug, idempotencyKey, ...on }, mondayMorning),
  );
  expect(outcomes).toEqual(once);
});

test("the same for somebody a host knows by a name", async () => {
  const admin = await anActor([{ role: "admin", spaceId: null }]);
  const outcomes = await race((aimed, on) =>
    bookFor(admin, { ...aimed, ...on, guestName: "Odette" }, mondayMorning),
  );
  expect(outcomes).toEqual(once);
});

test("the same for somebody at the door", async () => {
  const admin = await anActor([{ role: "admin", spaceId: null }]);
  const outcomes = await race(({ slug, idempotencyKey }) =>
    welcomeWalkIn(
      admin,
      { slug, idempotencyKey, part: "morning", guestName: "Odette" },
      mondayMorning,
    ),
  );
  expect(outcomes).toEqual(once);
});

test("the same for a series", async () => {
  const who = await members();
  const dates = { frequency: "weekly" as const, lastDay: day("2026-07-10"), skipped: [] };
  const outcomes = await race(({ resourceId = "", ...aimed }, { day: firstDay }) =>
    bookSeries(
      who(),
      { ...aimed, ...dates, resourceId, firstDay, moment: { part: "day" } },
      mondayMorning,
    ),
  );
  expect(outcomes).toEqual(once);
});

test("the key answers with its booking in its own space, whatever was tried elsewhere", async () => {
  const [first, second] = await twoSpaces();
  const member = await aMember();
  const idempotencyKey = randomUUID();
  const say = (slug = "", on = here) =>
    bookResource(member, { slug, idempotencyKey, ...on }, mondayMorning);
  const booked = await say(first?.slug);
  expect(booked.ok).toBe(true);
  expect(await say(second?.slug, there)).toMatchObject({ refusal: "idempotency_key_reused" });
  const again = await say(first?.slug);
  expect(again.ok && again.value.id).toBe(booked.ok && booked.value.id);
  expect(await db.booking.count({ where: { idempotencyKey } })).toBe(1);
  // Somebody else may have made the same number.
  const other = await bookResource(
    await aMember(),
    { slug: second?.slug ?? "", idempotencyKey, ...there },
    mondayMorning,
  );
  expect(other.ok).toBe(true);
});

test("negative control: looked for in one space alone, a key books in both", async () => {
  const migrations = path.resolve(import.meta.dirname, "../../../prisma/migrations");
  const former = readFileSync(
    path.join(migrations, "20261124230000_offer_places/migration.sql"),
    "utf8",
  );
  // This file has a database of its own; the other tests ran before.
  await db.$executeRawUnsafe(former.slice(former.indexOf("CREATE OR REPLACE FUNCTION")));
  const who = await members();
  const outcomes = await race((aimed, on) =>
    bookResource(who(), { ...aimed, ...on }, mondayMorning),
  );
  expect(outcomes.flat()).toEqual(Array.from({ length: times * 2 }, () => "ok"));
});
