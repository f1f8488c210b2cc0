import { describe, expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getReport } from "@/lib/reports/figures/queries";
import { askPreparation, prepareReport } from "@/lib/reports/preparations/commands";
import { getPreparedReports } from "@/lib/reports/preparations/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";

const space = await aSpace();
const system = systemActor("test");
const at = new Date("2026-11-30T09:00:00Z");
const range = { first: day("2025-03-01"), last: day("2026-06-30") };

async function asked(own = range) {
  const staff = await aStaffMember();
  const made = await askPreparation(staff, own, at);
  if (!made.ok) throw new Error(made.refusal);
  return { staff, id: made.value.id };
}

const told = (id: string) =>
  db.notification.findMany({ where: { kind: "report-ready", onceKey: `report ready ${id}` } });

async function jobsOf(id: string) {
  return db.$queryRaw<{ identifier: string }[]>`
    SELECT t.identifier FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE j.payload ->> 'preparationId' = ${id}`;
}

test("what staff ask for is journalled, prepared by its job, told once, and theirs", async () => {
  const { staff, id } = await asked();
  expect(await jobsOf(id)).toEqual([{ identifier: "prepare_report" }]);
  expect(await db.journalEntry.findFirst({ where: { subjectId: id } })).toMatchObject({
    ...{ action: "report_files.asked", actorId: staff.personId },
    after: { du: "2025-03-01", au: "2026-06-30" },
  });
  await prepareReport(system, { preparationId: id }, at);
  const { reports } = await getPreparedReports(staff, id, at);
  expect(reports.map((report) => report.range)).toEqual([
    range,
    { first: "2025-03-01", last: "2025-12-31" },
    { first: "2026-01-01", last: "2026-06-30" },
  ]);
  expect(reports[0]).toEqual(await getReport(staff, range, at));
  expect(await told(id)).toHaveLength(1);
});

describe("a worker killed half-way", () => {
  test("goes on from the last report kept, and ends once", async () => {
    const { staff, id } = await asked();
    const counted: string[] = [];
    let kills = 1;
    const count = async (part: typeof range, instant: Date) => {
      if (counted.length === 2 && kills-- > 0) throw new Error("killed");
      counted.push(`${part.first} ${part.last}`);
      return getReport(system, part, instant);
    };
    await expect(prepareReport(system, { preparationId: id }, at, count)).rejects.toThrow("killed");
    const half = await db.reportPreparation.findUniqueOrThrow({ where: { id } });
    expect([half.done, half.finishedAt, half.failedAt]).toEqual([2, null, null]);
    await expect(getPreparedReports(staff, id, at)).rejects.toThrow(NotFound);
    await prepareReport(system, { preparationId: id }, at, count);
    await prepareReport(system, { preparationId: id }, at, count);
    expect(counted).toHaveLength(3);
    expect((await getPreparedReports(staff, id, at)).reports).toHaveLength(3);
    expect(await told(id)).toHaveLength(1);
  });

  test("on its last try gives up, and what is asked again is made anew", async () => {
    const { staff, id } = await asked();
    const never = () => Promise.reject(new Error("down"));
    const last = { preparationId: id, isLast: true };
    await expect(prepareReport(system, last, at, never)).rejects.toThrow("down");
    const given = await db.reportPreparation.findUniqueOrThrow({ where: { id } });
    expect(given.failedAt).toEqual(at);
    const again = await askPreparation(staff, range, at);
    expect(again).toMatchObject({ ok: true });
    expect(again).not.toMatchObject({ value: { id } });
    await prepareReport(system, { preparationId: id }, at);
    expect(await told(id)).toEqual([]);
  });
});

test("two workers at once keep each report once, and tell once", async () => {
  const { staff, id } = await asked();
  await Promise.all([1, 2, 3].map(() => prepareReport(system, { preparationId: id }, at)));
  expect((await getPreparedReports(staff, id, at)).reports).toHaveLength(3);
  expect(await told(id)).toHaveLength(1);
});

test("without the count of what is kept, the same three would keep one report three times", async () => {
  const { id } = await asked();
  const keepBlindly = () =>
    db.$executeRaw`UPDATE report_preparations SET parts = parts || '[{}]'::jsonb WHERE id = ${id}::uuid`;
  await Promise.all([1, 2, 3].map(keepBlindly));
  const { parts } = await db.reportPreparation.findUniqueOrThrow({ where: { id } });
  expect(parts).toHaveLength(3);
});

test("asked ten times at once it is asked once", async () => {
  const staff = await aStaffMember();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => askPreparation(staff, range, at)),
  );
  const ids = answers.map((answer) => (answer.ok ? answer.value.id : answer.refusal));
  expect(new Set(ids).size).toBe(1);
  expect(await jobsOf(ids[0] ?? "")).toHaveLength(1);
});

test("five at a time, and nothing that is still to come", async () => {
  const staff = await aStaffMember();
  for (const year of [2020, 2021, 2022, 2023, 2024]) {
    const own = { first: day(`${year}-01-01`), last: day(`${year}-12-31`) };
    expect(await askPreparation(staff, own, at)).toMatchObject({ ok: true });
  }
  expect(await askPreparation(staff, range, at)).toEqual({ ok: false, refusal: "too_many" });
  const future = { first: day("2026-11-30"), last: day("2026-12-31") };
  const other = await aStaffMember();
  expect(await askPreparation(other, future, at)).toEqual({ ok: false, refusal: "nothing_over" });
});

test("nobody else asks, and nobody but the system prepares", async () => {
  for (const stranger of [await aMember(), await hostOf(space), { kind: "anonymous" } as const]) {
    await expect(askPreparation(stranger, range, at)).rejects.toThrow(NotFound);
  }
  const { staff, id } = await asked();
  await expect(prepareReport(staff, { preparationId: id }, at)).rejects.toThrow(Forbidden);
});
