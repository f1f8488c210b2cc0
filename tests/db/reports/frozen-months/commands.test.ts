import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getReport } from "@/lib/reports/figures/queries";
import { freezeOldMonths } from "@/lib/reports/frozen-months/commands";
import { listReportMonths } from "@/lib/reports/queries";
import { addMonths, monthInput } from "@/lib/reports/schema";
import { listTrendMonths } from "@/lib/reports/trends/queries";
import type { TrendMonth } from "@/lib/reports/trends/schema";
import { seedDemonstration } from "@/prisma/seed/demonstration";
import { seedTerritory } from "@/prisma/seed/territory";
import { aMember, aStaffMember } from "@/tests/support/actors";
import { aBooking, aPerson, aSpace } from "@/tests/support/factories";
import { type MonthUsage, usageOfMonth, usageOfMonths } from "@/tests/support/network-usage";

const at = new Date("2026-06-17T08:42:00Z");

test("people leave the bookings of old months, and every report of a month says what it said", async () => {
  await seedTerritory();
  await seedDemonstration(at);
  const staff = await aStaffMember();
  const months = await listReportMonths(staff, at);
  expect(months.length).toBeGreaterThan(15);
  const reports = async () => {
    const read: MonthUsage[] = [];
    const trends: TrendMonth[][] = [];
    // The running month, one with its people, the last one frozen and the first: each draws all the others.
    for (const month of [months[0], months[6], months[13], months.at(-1)]) {
      if (!month) continue;
      read.push(await usageOfMonth(month, at));
      trends.push((await listTrendMonths(staff, month, at)).months);
    }
    return { read, trends };
  };
  const before = await reports();
  const { months: frozen } = await freezeOldMonths(systemActor("test"), at);
  expect(frozen).toBeGreaterThan(3);
  const old = { startsAt: { lt: new Date("2025-05-31T22:00:00Z") } };
  expect(await db.booking.count({ where: old })).toBeGreaterThan(200);
  expect(await db.booking.count({ where: { ...old, personId: { not: null } } })).toBe(0);
  expect(await db.booking.count({ where: { ...old, createdBy: { not: null } } })).toBe(0);
  expect(await reports()).toEqual(before);
  expect(await freezeOldMonths(systemActor("test"), at)).toEqual({ months: 0 });
  expect(await reports()).toEqual(before);

  const june = monthInput.parse("2026-06");
  const long = await usageOfMonths({ first: addMonths(june, -15), last: june }, at);
  const days = (usages: { personDays: number }[]) =>
    usages.reduce((total, { personDays }) => total + personDays, 0);
  const told = (before.trends[0] ?? []).slice(-16);
  expect(told.every(({ hidden }) => hidden === null)).toBe(true);
  expect(days(long.map(({ network }) => network))).toBeCloseTo(
    days(told.map(({ usage }) => usage)),
    6,
  );
}, 120_000);

test("a month in which nobody came is kept too, and a longer period leaves nothing out", async () => {
  const space = await aSpace({ desks: 8 });
  for (const on of ["2024-01-16", "2024-03-12"]) {
    for (let desk = 0; desk < 6; desk += 1) {
      const { id: personId } = await aPerson();
      const [startsAt, endsAt] = [`${on}T07:30:00Z`, `${on}T17:30:00Z`];
      const booked = { space, desk, personId, day: day(on), startsAt, endsAt };
      await aBooking({ ...booked, checkedInAt: startsAt });
    }
  }
  const system = systemActor("test");
  const quarter = { first: day("2024-01-01"), last: day("2024-03-31") };
  const booked = async (until: Date) => {
    const { figures } = await getReport(system, quarter, until);
    return figures.find(
      ({ indicator, measure, place, part }) =>
        indicator === "bookedOccupancy" && measure === "slots" && !place && !part,
    );
  };
  const before = await booked(new Date("2025-01-10T08:00:00Z"));
  for (const month of ["02", "03", "04", "05"]) {
    await freezeOldMonths(system, new Date(`2025-${month}-10T08:00:00Z`));
  }
  expect(before).toMatchObject({ value: 24 });
  expect(await booked(new Date("2025-05-10T08:00:00Z"))).toEqual(before);
});

test("only the system freezes", async () => {
  await expect(freezeOldMonths(await aMember(), at)).rejects.toThrow(Forbidden);
});
