import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { updateNetworkSettings } from "@/lib/privacy/network-settings/commands";
import { getNetworkSettingsToEdit } from "@/lib/privacy/network-settings/queries";
import { aMember, aStaffMember } from "@/tests/support/actors";

test("a change is in the journal by its lines, without their words; the same again is no change", async () => {
  const staff = await aStaffMember();
  const said = { ...(await getNetworkSettingsToEdit(staff)), publicationDirector: "Aliénor Dulac" };
  expect(await updateNetworkSettings(staff, said)).toMatchObject({ value: { changed: 1 } });
  expect(await updateNetworkSettings(staff, said)).toMatchObject({ value: { changed: 0 } });
  const lines = await db.journalEntry.findMany({ where: { action: "network.updated" } });
  expect(lines).toMatchObject([
    { actorId: staff.personId, after: { lines: ["publicationDirector"] } },
  ]);
  expect(JSON.stringify(lines, (_key, value) => String(value))).not.toContain("Aliénor");
});

test("a member changes nothing", async () => {
  const settings = await getNetworkSettingsToEdit(await aStaffMember());
  await expect(updateNetworkSettings(await aMember(), settings)).rejects.toThrow(NotFound);
});
