import { expect, test } from "vitest";
import { anonymous, type PersonActor, systemActor } from "@/lib/core/actor";
import { findActor } from "@/lib/identity/queries";
import { grantRole, type TellRole, withdrawRole } from "@/lib/identity/roles/commands";
import { db } from "@/lib/infra/db";
import { anActor } from "@/tests/support/actors";
import { mondayMorning } from "@/tests/support/factories";

/** Alone in its database: who the last admin is depends on everybody. */
const silent: TellRole = async () => undefined;

async function anAdmin(): Promise<{ actor: PersonActor; grantId: string }> {
  const { personId } = await anActor();
  await grantRole(systemActor("role:grant"), { personId, role: "admin", spaceId: null });
  const actor = await findActor(personId);
  const grant = await db.roleGrant.findFirstOrThrow({ where: { personId } });
  if (!actor) throw new Error("gone");
  return { actor, grantId: grant.id };
}

const admins = () => db.roleGrant.count({ where: { role: "admin", revokedAt: null } });
const refused = { ok: false, refusal: "last_admin" };

test("nobody takes the role of the last admin, not even they themselves", async () => {
  const { actor, grantId } = await anAdmin();
  expect(await withdrawRole(actor, { grantId }, silent)).toEqual(refused);
  expect(await admins()).toBe(1);

  const second = await anAdmin();
  const both = [
    withdrawRole(actor, { grantId: second.grantId }, silent),
    withdrawRole(second.actor, { grantId }, silent),
  ];
  const answers = await Promise.all(both);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual(refused);
  expect(await admins()).toBe(1);
});

test("without the lock, two admins who take the role from each other at once leave none", async () => {
  const [first, second] = [await anAdmin(), await anAdmin()];
  await db.roleGrant.updateMany({
    where: { role: "admin", id: { notIn: [first.grantId, second.grantId] } },
    data: { revokedAt: mondayMorning },
  });
  let toCount = 2;
  let release: () => void = () => undefined;
  const bothCounted = new Promise<void>((resolve) => {
    release = resolve;
  });
  const withdrawUnlocked = (id: string) =>
    db.$transaction(async (tx) => {
      const left = await tx.roleGrant.count({ where: { role: "admin", revokedAt: null } });
      toCount -= 1;
      if (toCount === 0) release();
      await bothCounted;
      if (left > 1)
        await tx.roleGrant.update({ where: { id }, data: { revokedAt: mondayMorning } });
    });
  await Promise.all([first.grantId, second.grantId].map(withdrawUnlocked));
  expect(await admins()).toBe(0);
});

test("an admin who left does not count as one who remains", async () => {
  await db.roleGrant.updateMany({ where: { role: "admin" }, data: { revokedAt: mondayMorning } });
  const [left, stays] = [await anAdmin(), await anAdmin()];
  await db.person.update({
    where: { id: left.actor.personId },
    data: { erasedAt: mondayMorning },
  });
  expect(await withdrawRole(stays.actor, { grantId: stays.grantId }, silent)).toEqual(refused);
  await expect(withdrawRole(anonymous, { grantId: stays.grantId }, silent)).rejects.toThrow();
});
