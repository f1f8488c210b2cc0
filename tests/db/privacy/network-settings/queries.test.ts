import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { updateNetworkSettings } from "@/lib/privacy/network-settings/commands";
import {
  getNetworkSettings,
  getNetworkSettingsToEdit,
} from "@/lib/privacy/network-settings/queries";
import { aMember, aStaffMember } from "@/tests/support/actors";

test("what nobody has said is empty, what was said is read by everybody, changed by staff alone", async () => {
  const empty = await getNetworkSettings();
  expect(Object.values(empty).every((value) => value === "")).toBe(true);
  const said = { ...empty, publisherName: "Le réseau" };
  await updateNetworkSettings(systemActor("test"), said);
  expect(await getNetworkSettings()).toEqual(said);
  expect(await getNetworkSettingsToEdit(await aStaffMember())).toEqual(said);
  await expect(getNetworkSettingsToEdit(await aMember())).rejects.toThrow(NotFound);
});
