import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { recountDailyFacts } from "@/lib/reports/facts/commands";
import { verifyFacts } from "@/lib/reports/facts/verification/queries";
import type { Difference } from "@/lib/reports/facts/verification/schema";
import { chanceOf } from "@/tests/support/chance";
import { aFactWorld, happen } from "@/tests/support/fact-histories";

const system = systemActor("test");

async function differences(): Promise<{ told: Difference[]; waiting: number; agreeing: number }> {
  const told: Difference[] = [];
  const verified = await verifyFacts(system, { tell: (one) => told.push(one) });
  return { told, ...verified };
}

/** When each begins, one after the other: a day that has begun has begun for all. */
test.each(["2028-02-26", "2028-03-22", "2028-04-10"])(
  "a history from %s on: whenever the job has run, facts are what the bookings say",
  async (start) => {
    const chance = chanceOf(Date.parse(start));
    const world = await aFactWorld(chance);
    let present = 0;
    for (let step = 1; step <= 30; step += 1) {
      await happen(world, chance);
      if (!chance.percent(15) && step < 30) continue;
      // Days begin while it goes on; now and then it stops in the middle.
      const at = new Date(
        Date.parse(start) + Math.floor(step / 4) * 86_400_000 + chance.below(24) * 3_600_000,
      );
      if (chance.percent(30)) await recountDailyFacts(system, { most: 1 + chance.below(300) }, at);
      await recountDailyFacts(system, {}, at);
      const { told, waiting } = await differences();
      expect({ step, told, waiting }).toEqual({ step, told: [], waiting: 0 });
      present = Math.max(present, await db.presenceDay.count());
    }
    expect(present).toBeGreaterThan(0);
  },
  120_000,
);

test("control: the same history without its marks is found wrong", async () => {
  const chance = chanceOf(4);
  const world = await aFactWorld(chance);
  const at = new Date("2028-04-22T08:00:00Z");
  await recountDailyFacts(system, {}, at);
  const triggers = ["days_of_new_bookings", "days_of_changed_bookings"];
  for (const name of triggers)
    await db.$executeRawUnsafe(`ALTER TABLE bookings DISABLE TRIGGER ${name}`);
  for (let step = 1; step <= 20; step += 1) await happen(world, chance);
  for (const name of triggers)
    await db.$executeRawUnsafe(`ALTER TABLE bookings ENABLE TRIGGER ${name}`);
  await db.$executeRaw`DELETE FROM stale_days`;
  expect((await differences()).told.length).toBeGreaterThan(3);
  await db.$executeRaw`INSERT INTO stale_days (space_id) SELECT id FROM spaces`;
  await recountDailyFacts(system, {}, at);
  expect((await differences()).told).toEqual([]);
}, 120_000);
