import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import {
  removeEmergencyContact,
  saveEmergencyContact,
} from "@/lib/members/emergency-contacts/commands";
import { emergencyContactInput } from "@/lib/members/emergency-contacts/schema";
import { aMember } from "@/tests/support/actors";

test("one names whom to call, another in their place, then nobody", async () => {
  const member = await aMember();
  const { personId } = member;
  await saveEmergencyContact(member, { name: "Paul", phone: "05 65 00 00 00" });
  await saveEmergencyContact(member, { name: "Ana", phone: "+33 6 00 00 00 00" });
  const read = () => db.emergencyContact.findUnique({ where: { personId } });
  expect(await read()).toMatchObject({ name: "Ana", phone: "+33 6 00 00 00 00" });
  await removeEmergencyContact(member);
  await removeEmergencyContact(member);
  expect(await read()).toBeNull();
});

test("a visitor names nobody", async () => {
  const contact = { name: "Paul", phone: "05 65 00 00 00" };
  await expect(saveEmergencyContact(anonymous, contact)).rejects.toThrow(Unauthenticated);
  await expect(removeEmergencyContact(anonymous)).rejects.toThrow(Unauthenticated);
});

test("a number is a number, a name holds no mark that turns the text", () => {
  const read = (phone: string) => emergencyContactInput.safeParse({ name: "Paul", phone }).success;
  for (const phone of ["0565000000", "+33 (0)5.65.00.00.00"]) expect(read(phone)).toBe(true);
  for (const phone of ["", "appelez-moi", "javascript:1", "12"]) expect(read(phone)).toBe(false);
  const turned = emergencyContactInput.parse({ name: "P\u202eaul\u200b", phone: "0565000000" });
  expect(turned.name).toBe("Paul");
});
