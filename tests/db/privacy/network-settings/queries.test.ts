import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { env } from "@/lib/infra/env";
import { updateNetworkSettings } from "@/lib/privacy/network-settings/commands";
import {
  findContactEmail,
  getNetworkSettings,
  getNetworkSettingsToEdit,
} from "@/lib/privacy/network-settings/queries";
import { aMember, aStaffMember } from "@/tests/support/actors";

test("one writes to the address of the installation until staff have named one", async () => {
  const { contactEmail, ...unsaid } = await getNetworkSettings();
  expect(await findContactEmail()).toBe(contactEmail);
  expect(contactEmail).toBe(env().CONTACT_EMAIL);
  const said = { ...unsaid, contactEmail: "bonjour@reseau.example" };
  await updateNetworkSettings(systemActor("test"), said);
  expect(await findContactEmail()).toBe("bonjour@reseau.example");
  await updateNetworkSettings(systemActor("test"), { ...unsaid, contactEmail: "" });
});

test("what nobody has said is empty, what was said is read by everybody, changed by staff alone", async () => {
  const empty = await getNetworkSettingsToEdit(await aStaffMember());
  expect(Object.values(empty).every((value) => value === "")).toBe(true);
  const said = { ...empty, publisherName: "Le réseau", contactEmail: "a@reseau.example" };
  await updateNetworkSettings(systemActor("test"), said);
  expect(await getNetworkSettings()).toEqual(said);
  expect(await getNetworkSettingsToEdit(await aStaffMember())).toEqual(said);
  await expect(getNetworkSettingsToEdit(await aMember())).rejects.toThrow(NotFound);
});
