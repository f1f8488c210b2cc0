import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { freezeOldMonths } from "@/lib/reports/frozen-months/commands";
import { listOpenMonths } from "@/lib/reports/open-data/queries";
import { seedDemonstration } from "@/prisma/seed/demonstration";
import { seedTerritory } from "@/prisma/seed/territory";
import { usageOfMonth } from "@/tests/support/network-usage";

const at = new Date("2026-06-17T08:42:00Z");

test("nothing is told before a month is over", async () => {
  expect(await listOpenMonths(at)).toEqual([]);
});

test("months told are those the report counts, the running one left out, the same once frozen", async () => {
  await seedTerritory();
  await seedDemonstration(at);
  const before = await listOpenMonths(at);
  const months = [...new Set(before.map(({ month }) => month))];
  expect(months.length).toBeGreaterThan(14);
  expect(months.at(-1)).toBe("2026-05");
  for (const month of months) {
    const report = await usageOfMonth(month, at);
    const own = before.filter((line) => line.month === month);
    const told = [
      ...own.filter(({ space }) => space),
      ...own.filter(({ space }) => space === null),
    ].map(({ space, offered, people }) => [space?.slug ?? null, offered, people]);
    const counted = [...report.spaces, { slug: null, usage: report.network }].map(
      ({ slug, usage: { offered, ...people } }) => [slug, offered, people],
    );
    const hidden = own.filter(({ people }) => people === null).map(({ space }) => space?.slug);
    expect(told).toEqual(
      counted.map(([slug, offered, people]) => {
        const isHidden = hidden.some((each) => (each ?? null) === slug);
        const line = own.find(({ space }) => (space?.slug ?? null) === slug);
        const shown = line?.guestsHidden ? { ...Object(people), guests: null } : people;
        return [slug, offered, isHidden ? null : shown];
      }),
    );
  }
  expect(before.some(({ hidden }) => hidden === "few_people")).toBe(true);
  expect(before.some(({ people }) => (people?.users ?? 0) > 10)).toBe(true);
  expect((await freezeOldMonths(systemActor("test"), at)).months).toBeGreaterThan(1);
  expect(await listOpenMonths(at)).toEqual(before);
}, 120_000);
