import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { forgetOverdue } from "@/lib/privacy/retention/commands";
import { askPreparation, prepareReport } from "@/lib/reports/preparations/commands";
import {
  findReportInTime,
  getPreparationsVersion,
  getPreparedReports,
  isPreparedByJob,
  listPreparations,
} from "@/lib/reports/preparations/queries";
import { aMember, anActor, aStaffMember } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";

await aSpace();
const system = systemActor("test");
const at = new Date("2026-11-30T09:00:00Z");
const range = { first: day("2026-01-01"), last: day("2026-06-30") };
const later = (days: number) => new Date(at.getTime() + days * 86_400_000);

async function asked() {
  const staff = await aStaffMember();
  const made = await askPreparation(staff, range, at);
  if (!made.ok) throw new Error(made.refusal);
  return { staff, id: made.value.id };
}

test("whoever asked sees how far it is; other staff do not, admins see whose it is", async () => {
  const { staff, id } = await asked();
  const [own] = await listPreparations(staff, at);
  expect(own).toMatchObject({ id, range, state: "waiting", done: 0, total: 1, askedBy: null });
  expect(await listPreparations(await aStaffMember(), at)).toEqual([]);
  const admin = await anActor([{ role: "admin", spaceId: null }]);
  expect((await listPreparations(admin, at)).map((each) => each.id)).toContain(id);
  await expect(listPreparations(await aMember(), at)).rejects.toThrow(NotFound);
});

test("its files are for whoever asked and for admins, once done", async () => {
  const { staff, id } = await asked();
  await expect(getPreparedReports(staff, id, at)).rejects.toThrow(NotFound);
  await prepareReport(system, { preparationId: id }, at);
  expect((await getPreparedReports(staff, id, at)).reports).toHaveLength(1);
  const admin = await anActor([{ role: "admin", spaceId: null }]);
  expect((await getPreparedReports(admin, id, at)).reports).toHaveLength(1);
  for (const stranger of [await aStaffMember(), await aMember(), { kind: "anonymous" } as const]) {
    await expect(getPreparedReports(stranger, id, at)).rejects.toThrow(NotFound);
  }
  await expect(getPreparedReports(staff, "pas-un-numero", at)).rejects.toThrow(NotFound);
});

test("after seven days it is not given, not listed, and swept away", async () => {
  const { staff, id } = await asked();
  await prepareReport(system, { preparationId: id }, at);
  expect((await getPreparedReports(staff, id, later(6.9))).reports).toHaveLength(1);
  await expect(getPreparedReports(staff, id, later(7))).rejects.toThrow(NotFound);
  expect(await listPreparations(staff, later(7))).toEqual([]);
  await forgetOverdue(system, later(6.5));
  expect(await db.reportPreparation.count({ where: { id } })).toBe(1);
  await forgetOverdue(system, later(8));
  expect(await db.reportPreparation.count({ where: { id } })).toBe(0);
});

test("the version changes with what is further, not otherwise", async () => {
  const { staff, id } = await asked();
  const before = await getPreparationsVersion(staff, at);
  expect(await getPreparationsVersion(staff, at)).toBe(before);
  await prepareReport(system, { preparationId: id }, at);
  expect(await getPreparationsVersion(staff, at)).not.toBe(before);
});

test("a year of a small network is made at once, longer is not", async () => {
  expect(await isPreparedByJob(range)).toBe(false);
  expect(await isPreparedByJob({ first: day("2025-01-01"), last: day("2026-06-30") })).toBe(true);
});

test("the report of a long period is there once it was prepared, and a short one at once", async () => {
  const long = { first: day("2025-01-01"), last: day("2026-06-30") };
  const staff = await aStaffMember();
  expect((await findReportInTime(staff, range, at))?.range).toEqual(range);
  expect(await findReportInTime(staff, long, at)).toBeNull();
  const made = await askPreparation(staff, long, at);
  if (!made.ok) throw new Error(made.refusal);
  expect(await findReportInTime(staff, long, at)).toBeNull();
  await prepareReport(system, { preparationId: made.value.id }, at);
  expect((await findReportInTime(staff, long, at))?.range).toEqual(long);
  expect(await findReportInTime(await aStaffMember(), long, at)).toBeNull();
  await expect(findReportInTime(await aMember(), range, at)).rejects.toThrow(NotFound);
});
