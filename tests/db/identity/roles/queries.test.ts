import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { grantRole } from "@/lib/identity/roles/commands";
import { listRoles } from "@/lib/identity/roles/queries";
import { db } from "@/lib/infra/db";
import { aMember, anActor, aStaffMember, hostOf } from "@/tests/support/actors";
import { aPerson, aSpace, mondayMorning } from "@/tests/support/factories";

test("staff read who holds what, since when and by whom; admins first, then staff, then hosts", async () => {
  const [staff, space] = [await aStaffMember(), await aSpace()];
  const [host, admin] = [await aPerson({ name: "Hugo" }), await aPerson({ name: "Ada" })];
  const asHost = { personId: host.id, role: "host" as const, spaceId: space.id };
  await grantRole(staff, asHost, mondayMorning);
  const asAdmin = { personId: admin.id, role: "admin" as const, spaceId: null };
  await grantRole(systemActor("role:grant"), asAdmin, mondayMorning);
  const roles = await listRoles(staff);
  expect(roles.map(({ personId, role }) => [personId, role])).toEqual([
    [admin.id, "admin"],
    [host.id, "host"],
  ]);
  expect(roles[1]).toMatchObject({
    name: "Hugo",
    email: host.email,
    space: { id: space.id, name: space.name },
    grantedAt: mondayMorning,
    grantedBy: staff.name,
    mayWithdraw: true,
  });
  expect(roles[0]).toMatchObject({ space: null, grantedBy: null, mayWithdraw: false });
});

test("roles taken back and people who left are not in the list", async () => {
  const [staff, space] = [await aStaffMember(), await aSpace()];
  const [former, gone] = [await aPerson(), await aPerson({ erasedAt: mondayMorning })];
  const role = "host" as const;
  await db.roleGrant.createMany({
    data: [
      { personId: former.id, role, spaceId: space.id, revokedAt: mondayMorning },
      { personId: gone.id, role, spaceId: space.id },
    ],
  });
  const held = await listRoles(staff);
  expect(held.filter(({ personId }) => [former.id, gone.id].includes(personId))).toEqual([]);
});

test("nobody else reads who holds what", async () => {
  const others = [anonymous, systemActor("worker"), await aMember(), await hostOf(await aSpace())];
  for (const actor of others) await expect(listRoles(actor)).rejects.toThrow(NotFound);
  expect(await listRoles(await anActor([{ role: "admin", spaceId: null }]))).toEqual(
    expect.any(Array),
  );
});
