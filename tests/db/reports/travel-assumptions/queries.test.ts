import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import {
  getAssumptionsHistory,
  getTravelAssumptions,
} from "@/lib/reports/travel-assumptions/queries";
import { usualValues } from "@/lib/reports/travel-assumptions/schema";
import { aMember, aStaffMember } from "@/tests/support/actors";

const [march, april, may] = ["03", "04", "05"].map((month) => new Date(`2026-${month}-02T08:00Z`));

test("a report is counted by the version in force at its instant, the first before any change", async () => {
  const staff = await aStaffMember();
  const made = { madeBy: staff.personId };
  const values = { ...usualValues, carKgPerKm: 0.2 };
  const second = { version: 2, values, madeAt: april ?? new Date(0), ...made };
  const third = {
    version: 3,
    values: { ...values, reboundPercent: 20 },
    madeAt: may ?? new Date(0),
  };
  await db.travelAssumptions.createMany({ data: [second, third] });
  expect(await getTravelAssumptions(march)).toEqual({ version: 1, values: usualValues });
  expect(await getTravelAssumptions(april)).toEqual({ version: 2, values });
  const history = await getAssumptionsHistory(staff);
  expect(history).toMatchObject({ version: 3, values: { carKgPerKm: 0.2, reboundPercent: 20 } });
  expect(history.versions).toEqual([
    {
      version: 3,
      made: { at: may, personId: null, by: null },
      changes: [{ name: "reboundPercent", before: 31, after: 20 }],
    },
    {
      version: 2,
      made: { at: april, personId: staff.personId, by: staff.name },
      changes: [{ name: "carKgPerKm", before: 0.178, after: 0.2 }],
    },
    { version: 1, made: null, changes: [] },
  ]);
  expect([...history.since]).toEqual([
    ["carKgPerKm", april],
    ["reboundPercent", may],
  ]);
});

test("only staff and admins read who changed what", async () => {
  for (const actor of [anonymous, await aMember()]) {
    await expect(getAssumptionsHistory(actor)).rejects.toThrow(NotFound);
  }
});
