import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { freezeOldMonths } from "@/lib/reports/frozen-months/commands";
import { seedDemonstration } from "@/prisma/seed/demonstration";
import { seedTerritory } from "@/prisma/seed/territory";
import { verifyReports } from "@/scripts/reports/verify";

test("nothing to say on the demonstration; a figure, a presence, a month kept wrongly are found and named", async () => {
  await seedTerritory();
  await seedDemonstration(new Date());
  const { said, faults } = await verifyReports();
  expect(faults).toEqual([]);
  expect(Number(said[0]?.split(" ")[0])).toBeGreaterThan(10_000);
  expect(said.join(" ")).toContain("as the bookings say");

  const luzech = await db.space.findFirstOrThrow({ where: { name: { contains: "Luzech" } } });
  const [fact] = await db.dailyFact.findMany({
    where: { spaceId: luzech.id, half: "morning", kind: "desk", occupied: { gt: 1 } },
    orderBy: { day: "desc" },
    skip: 40,
    take: 1,
  });
  const [presence] = await db.presenceDay.findMany({
    where: { isGuest: false, morning: true },
    orderBy: { day: "desc" },
    skip: 50,
    take: 1,
  });
  if (!fact || !presence) throw new Error("the demonstration has no such day");
  const { half, kind, occupied } = fact;
  await db.dailyFact.update({
    where: { spaceId_day_half_kind: { spaceId: luzech.id, day: fact.day, half, kind } },
    data: { occupied: occupied - 1 },
  });
  const { spaceId, day, who } = presence;
  await db.presenceDay.delete({ where: { spaceId_day_who: { spaceId, day, who } } });
  const [month] = await db.monthlyUsage.findMany({
    where: { spaceId: luzech.id, personDays: { gt: 3 } },
    orderBy: { month: "desc" },
    skip: 1,
    take: 1,
  });
  if (!month) throw new Error("the demonstration has no such month");
  await db.monthlyUsage.update({
    where: { spaceId_month: { spaceId: luzech.id, month: month.month } },
    data: { personDays: month.personDays + 1 },
  });
  const spoilt = await verifyReports();
  const on = (at: Date, own: Intl.DateTimeFormatOptions) =>
    at.toLocaleDateString("en-GB", { timeZone: "UTC", month: "long", year: "numeric", ...own });
  expect(spoilt.faults).toContain(
    `${luzech.name}, ${on(fact.day, { day: "numeric" })}, morning, desks occupied: kept ${occupied - 1}, counted ${occupied}`,
  );
  expect(spoilt.faults.filter((line) => line.includes("only one side knows"))).toContainEqual(
    expect.stringContaining(`${on(day, { day: "numeric" })}, morning`),
  );
  expect(spoilt.faults).toContain(
    `${luzech.name}, ${on(month.month, {})}, person-days: kept ${month.personDays + 1}, counted ${month.personDays}`,
  );
}, 120_000);

test("months whose people are gone are compared in what needs nobody, and said to be kept", async () => {
  const { months } = await freezeOldMonths(systemActor("test"));
  expect(months).toBeGreaterThan(1);
  await db.$executeRaw`INSERT INTO stale_days (space_id) SELECT id FROM spaces`;
  const { said, faults } = await verifyReports();
  // What the test before corrupted was counted again with everything else.
  expect(faults).toEqual([]);
  expect(said.join(" ")).toMatch(/\d+ months are frozen/);
  const [frozen] = await db.networkMonth.findMany({
    where: { frozenAt: { not: null } },
    orderBy: { month: "desc" },
    take: 1,
  });
  const [fact] = await db.dailyFact.findMany({
    where: { booked: { gt: 0, lt: 5 }, day: { gte: frozen?.month ?? new Date() } },
    orderBy: { day: "asc" },
    take: 1,
  });
  if (!fact) throw new Error("no such day");
  const { spaceId, day, half, kind, booked, occupied } = fact;
  await db.dailyFact.update({
    where: { spaceId_day_half_kind: { spaceId, day, half, kind } },
    data: { booked: booked - 1, occupied: Math.min(occupied, booked - 1) },
  });
  const spoilt = await verifyReports();
  expect(spoilt.faults).toContainEqual(
    expect.stringContaining(`s booked: kept ${booked - 1}, counted ${booked}`),
  );
}, 120_000);
