import { expect, test } from "vitest";
import { saveEmergencyContact } from "@/lib/members/emergency-contacts/commands";
import { findEmergencyContact } from "@/lib/members/emergency-contacts/queries";
import { endMembership } from "@/lib/members/memberships/commands";
import { aMember, anActor, aStaffMember, hostOf } from "@/tests/support/actors";
import { aMembership } from "@/tests/support/belonging";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";

test("hosts of the spaces one belongs to see whom to call, until one belongs no more", async () => {
  const space = await aSpace();
  const [member, host] = [await aMember(), await hostOf(space)];
  const { personId } = member;
  await saveEmergencyContact(member, { name: "Paul", phone: "05 65 00 00 00" });
  expect(await findEmergencyContact(host, personId)).toBeNull();
  await aMembership(space, personId);
  expect(await findEmergencyContact(host, personId)).toEqual({
    name: "Paul",
    phone: "05 65 00 00 00",
  });
  expect(await findEmergencyContact(member, personId)).not.toBeNull();
  const others = [
    await hostOf(await aSpace()),
    await aStaffMember(),
    await anActor([{ role: "admin", spaceId: null }]),
    await aMember(),
  ];
  for (const actor of others) expect(await findEmergencyContact(actor, personId)).toBeNull();
  await endMembership(host, { slug: space.slug, personId }, at);
  expect(await findEmergencyContact(host, personId)).toBeNull();
});
