import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { findCommuneAt, findImportPlan } from "@/lib/spaces/place-imports/queries";
import { aMember, aStaffMember } from "@/tests/support/actors";
import { aCommune } from "@/tests/support/factories";

test("a position is of the commune whose centre is nearest, within fifteen kilometres", async () => {
  const { name } = await aCommune({ latitude: 10, longitude: 10 });
  await aCommune({ latitude: 10.2, longitude: 10 });
  const communeAt = await findCommuneAt();
  expect(communeAt({ latitude: 10.05, longitude: 10 })).toBe(name);
  expect(communeAt({ latitude: 9.8, longitude: 10 })).toBeNull();
});

test("a trial is for staff; one that is not there is not found, none asked for is none", async () => {
  const staff = await aStaffMember();
  expect(await findImportPlan(staff, null)).toBeNull();
  await expect(findImportPlan(staff, randomUUID())).rejects.toThrow(NotFound);
  await expect(findImportPlan(await aMember(), null)).rejects.toThrow(NotFound);
});
