import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { listKeptMonths } from "@/lib/reports/frozen-months/queries";
import { monthInput } from "@/lib/reports/schema";

test("a frozen month gives its spaces, their sum, its distinct people and where they live", async () => {
  const month = new Date("2024-03-01");
  const usage = {
    month,
    offered: 40,
    booked: 20,
    occupied: 10,
    personDays: 7.5,
    users: 4,
    guests: 1,
  };
  const spaces = [crypto.randomUUID(), crypto.randomUUID()];
  for (const spaceId of spaces) await db.monthlyUsage.create({ data: { ...usage, spaceId } });
  await db.networkMonth.create({
    data: { month, users: 6, residences: { "46182": 5, "": 1 }, frozenAt: month },
  });
  const found = await listKeptMonths({ first: day("2024-03-01"), last: day("2024-04-30") });
  expect([...found.keys()]).toEqual(["2024-03"]);
  const march = found.get(monthInput.parse("2024-03"));
  expect(march?.network).toEqual({
    offered: 80,
    booked: 40,
    occupied: 20,
    personDays: 15,
    users: 6,
    guests: 2,
  });
  expect(march?.bySpace.get(spaces[0] ?? "")?.users).toBe(4);
  expect(march?.residences.get("46182")).toBe(5);
  expect(march?.isFrozen).toBe(true);
});
