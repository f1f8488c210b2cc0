import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { freezeOldMonths } from "@/lib/reports/frozen-months/commands";
import { getNetworkReport, listReportMonths } from "@/lib/reports/queries";
import { addMonths, monthInput } from "@/lib/reports/schema";
import { seedDemonstration } from "@/prisma/seed/demonstration";
import { seedTerritory } from "@/prisma/seed/territory";
import { aMember, aStaffMember } from "@/tests/support/actors";

const at = new Date("2026-06-17T08:42:00Z");

test("people leave the bookings of old months, and every report of a month says what it said", async () => {
  await seedTerritory();
  await seedDemonstration(at);
  const staff = await aStaffMember();
  const months = await listReportMonths(staff, at);
  expect(months.length).toBeGreaterThan(15);
  const reports = async () => {
    const read: Awaited<ReturnType<typeof getNetworkReport>>[] = [];
    // The running month, one with its people, the last one frozen and the first: each draws all the others.
    for (const month of [months[0], months[6], months[13], months.at(-1)]) {
      if (!month) continue;
      read.push(await getNetworkReport(staff, { first: month, last: month }, at));
    }
    return read;
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
  const [year, long] = await Promise.all(
    [11, 15].map((back) =>
      getNetworkReport(staff, { first: addMonths(june, -back), last: june }, at),
    ),
  );
  // A year back still knows who came; further, slots and days add up, and people are not known.
  expect(year?.network.users).toBeGreaterThan(20);
  expect(long?.network.users).toBeNull();
  expect(long?.residences).toBeNull();
  const sum = (before[0]?.months ?? [])
    .filter(({ month }) => month >= addMonths(june, -15))
    .reduce((total, { usage }) => total + usage.personDays, 0);
  expect(long?.network.personDays).toBeCloseTo(sum, 6);
}, 120_000);

test("only the system freezes", async () => {
  await expect(freezeOldMonths(await aMember(), at)).rejects.toThrow(Forbidden);
});
