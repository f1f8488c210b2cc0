import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { listNamesToRespect } from "@/lib/members/names/queries";
import { aMember } from "@/tests/support/actors";

test("the network and whoever holds a role today are not to be taken for others", async () => {
  const [holder, former, member] = [await aMember(), await aMember(), await aMember()];
  const grantedAt = new Date("2026-01-01T00:00:00Z");
  const grant = { role: "staff" as const, grantedAt };
  await db.roleGrant.create({ data: { ...grant, personId: holder.personId } });
  await db.roleGrant.create({
    data: { ...grant, personId: former.personId, revokedAt: grantedAt },
  });
  await db.networkSetting.create({ data: { key: "publisherName", value: "Réseau des Causses" } });
  const { networkNames, roleHolders } = await listNamesToRespect();
  expect(networkNames).toEqual(["Réseau des Causses"]);
  const ids = roleHolders.map(({ personId }) => personId);
  expect(ids).toContain(holder.personId);
  expect(ids).not.toContain(former.personId);
  expect(ids).not.toContain(member.personId);
});
