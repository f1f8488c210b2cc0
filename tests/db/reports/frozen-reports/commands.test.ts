import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { freezeReport } from "@/lib/reports/frozen-reports/commands";
import { freezeReportInput } from "@/lib/reports/frozen-reports/schema";
import { aMember, aStaffMember, hostOf } from "../../../support/actors";
import { aSpace } from "../../../support/factories";

const july = new Date("2026-07-02T08:00:00Z");
const june = { first: day("2026-06-01"), last: day("2026-06-30") };
const said = { title: "Juin", signedAs: "Mme Roussel, directrice" };
const asked = () => ({ reportId: randomUUID(), ...said, ...june });

test("only staff and admins sign a report", async () => {
  const space = await aSpace({ desks: 1 });
  for (const actor of [anonymous, await aMember(), await hostOf(space)]) {
    await expect(freezeReport(actor, asked(), july)).rejects.toThrow(NotFound);
  }
});

test("the same form sent twice at once signs one report, and one line of the journal says it", async () => {
  await aSpace({ desks: 1 });
  const staff = await aStaffMember();
  const form = asked();
  const results = await Promise.all([1, 2, 3].map(() => freezeReport(staff, form, july)));
  expect(results).toEqual(results.map(() => ({ ok: true, value: { id: form.reportId } })));
  expect(await db.frozenReport.count()).toBe(1);
  const lines = await db.journalEntry.findMany({ where: { action: "frozen_report.signed" } });
  expect(lines).toMatchObject([
    { subjectId: form.reportId, after: { title: "Juin", from: "2026-06-01", until: "2026-06-30" } },
  ]);
});

test("a period not over, turned round or of more than three years is refused", async () => {
  const staff = await aStaffMember();
  const refusal = async (first: string, last: string) => {
    const form = { ...asked(), first: day(first), last: day(last) };
    const answer = await freezeReport(staff, form, july);
    return answer.ok ? null : answer.refusal;
  };
  expect(await refusal("2026-07-01", "2026-07-02")).toBe("not_over");
  expect(await refusal("2026-06-30", "2026-06-01")).toBe("turned_round");
  expect(await refusal("2023-06-01", "2026-06-30")).toBe("too_long");
  expect(await refusal("2026-07-01", "2026-07-01")).toBeNull();
  const early = { ...asked(), first: "2000-01-01", last: "2000-01-31" };
  expect(freezeReportInput.safeParse(early).success).toBe(false);
});

test("nothing of a signed report changes or goes, whoever asks the database", async () => {
  await aSpace({ desks: 1 });
  const staff = await aStaffMember();
  const form = asked();
  await freezeReport(staff, form, july);
  const where = { id: form.reportId };
  await expect(db.frozenReport.update({ where, data: { title: "Mai" } })).rejects.toThrow(
    /never changes/,
  );
  await expect(db.frozenReport.delete({ where })).rejects.toThrow(/never changes/);
  await db.person.delete({ where: { id: staff.personId } }).catch(() => undefined);
  await db.frozenReport.update({ where, data: { signedBy: null } });
  expect(await db.frozenReport.findUnique({ where })).toMatchObject({ title: "Juin" });
});
