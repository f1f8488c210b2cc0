import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import type { Figure, Report } from "@/lib/reports/figures/schema";
import { freezeOldMonths } from "@/lib/reports/frozen-months/commands";
import { freezeReport } from "@/lib/reports/frozen-reports/commands";
import {
  getFrozenReport,
  listFrozenReports,
  recountFrozenReport,
} from "@/lib/reports/frozen-reports/queries";
import type { IndicatorId } from "@/lib/reports/indicators/schema";
import { askPreparation, prepareReport } from "@/lib/reports/preparations/commands";
import { aMember, aStaffMember, hostOf } from "../../../support/actors";
import { aBooking, aPerson, aSpace } from "../../../support/factories";

const july = new Date("2026-07-02T08:00:00Z");
const june = { first: day("2026-06-01"), last: day("2026-06-30") };

async function sign(range = june, at = july) {
  const staff = await aStaffMember();
  const said = { title: "Rapport", signedAs: "Mme Roussel, directrice" };
  const signed = await freezeReport(staff, { reportId: randomUUID(), ...said, ...range }, at);
  if (!signed.ok) throw new Error(signed.refusal);
  return { staff, id: signed.value.id };
}

async function recounted(...asked: Parameters<typeof recountFrozenReport>) {
  const recount = await recountFrozenReport(...asked);
  if (!recount) throw new Error("too long");
  return recount;
}

async function came(space: Awaited<ReturnType<typeof aSpace>>, on: string, desk = 0) {
  const { id: personId } = await aPerson();
  return aBooking({
    ...{ space, desk, personId, day: day(on) },
    ...{ startsAt: `${on}T06:30:00Z`, endsAt: `${on}T16:30:00Z` },
    checkedInAt: `${on}T07:00:00Z`,
  });
}

test("others than staff and admins find no signed report", async () => {
  const space = await aSpace({ desks: 1 });
  const { id } = await sign();
  for (const actor of [anonymous, await aMember(), await hostOf(space)]) {
    await expect(listFrozenReports(actor)).rejects.toThrow(NotFound);
    await expect(getFrozenReport(actor, id)).rejects.toThrow(NotFound);
    await expect(recountFrozenReport(actor, id, july)).rejects.toThrow(NotFound);
  }
  await expect(getFrozenReport(await aStaffMember(), "nothing")).rejects.toThrow(NotFound);
});

test("counted again from the same data it is identical; a booking added since is named as the reason", async () => {
  const space = await aSpace({ desks: 8 });
  for (const desk of [0, 1, 2, 3, 4, 5]) await came(space, "2026-06-16", desk);
  const { staff, id } = await sign();
  expect(await listFrozenReports(staff)).toContainEqual(
    expect.objectContaining({ id, title: "Rapport", range: june }),
  );
  expect(await recountFrozenReport(staff, id, july)).toMatchObject({
    isIdentical: true,
    changed: [],
  });
  await came(space, "2026-06-17", 6);
  const { isIdentical, differences, changed } = await recounted(staff, id, july);
  expect(isIdentical).toBe(false);
  expect(changed).toEqual(["bookings", "presences", "firsts"]);
  expect(differences).toContainEqual(
    expect.objectContaining({
      figure: expect.objectContaining({ indicator: "personDays", place: null }),
      kept: expect.objectContaining({ value: 6 }),
      counted: expect.objectContaining({ value: 7 }),
      reasons: ["bookings", "presences"],
    }),
  );
});

test("a long report is counted again by a job: until it was prepared there is nothing to compare", async () => {
  const space = await aSpace({ desks: 8 });
  for (const desk of [0, 1, 2, 3, 4, 5]) await came(space, "2026-06-16", desk);
  const long = { first: day("2025-06-29"), last: june.last };
  const { staff, id } = await sign(long);
  expect(await recountFrozenReport(staff, id, july)).toBeNull();
  await came(space, "2026-06-17", 6);
  const asked = await askPreparation(staff, long, july);
  if (!asked.ok) throw new Error(asked.refusal);
  await prepareReport(systemActor("worker"), { preparationId: asked.value.id }, july);
  const { countedAt, changed, differences } = await recounted(staff, id, july);
  expect(countedAt).toBe("2026-07-02");
  expect(changed).toContain("bookings");
  const days = differences.find(
    ({ figure }) => figure.indicator === "personDays" && figure.place === null,
  );
  expect((days?.counted?.value ?? 0) - (days?.kept?.value ?? 0)).toBe(1);
});

test("numbers changed behind our back are found by their hash", async () => {
  await aSpace({ desks: 1 });
  const { staff, id } = await sign();
  expect(await getFrozenReport(staff, id)).toMatchObject({ isIntact: true });
  await db.$executeRaw`ALTER TABLE frozen_reports DISABLE TRIGGER frozen_reports_never_change`;
  await db.$executeRaw`UPDATE frozen_reports SET report = jsonb_set(report, '{figures,0,value}', '7')`;
  expect(await getFrozenReport(staff, id)).toMatchObject({ isIntact: false });
});

test("a report signed reads the same once its bookings have lost their people, and says what no longer counts", async () => {
  const space = await aSpace({ desks: 8 });
  const desks = [0, 1, 2, 3, 4, 5];
  for (const on of ["2025-04-15", "2025-05-13"]) {
    for (const desk of desks) await came(space, on, desk);
  }
  const range = { first: day("2025-04-01"), last: day("2025-06-30") };
  const { staff, id } = await sign(range);
  const before = await getFrozenReport(staff, id);
  expect(figureOf(before.report, "uniqueUsers")).toMatchObject({ value: 10, nearest: 5 });
  await freezeOldMonths(systemActor("test"), july);
  const gone = { startsAt: { lt: new Date("2025-05-31T22:00:00Z") }, personId: { not: null } };
  expect(await db.booking.count({ where: gone })).toBe(0);
  expect(await getFrozenReport(staff, id)).toEqual(before);
  const { changed, differences } = await recounted(staff, id, july);
  expect(changed).toContain("people_gone");
  expect(differences.filter(({ reasons }) => reasons.includes("unexplained"))).toEqual([]);
  expect(differences).toContainEqual(
    expect.objectContaining({
      kept: expect.objectContaining({ indicator: "uniqueUsers", value: 10 }),
      counted: expect.objectContaining({ withheld: "people_gone" }),
    }),
  );
});

function figureOf({ figures }: Report, indicator: IndicatorId): Figure | undefined {
  return figures.find((figure) => figure.indicator === indicator && figure.place === null);
}
