import { db, type Tx } from "@/lib/infra/db";
import type { NameInUse } from "./rules";

/** Names nobody else may be taken for: that of the network as staff wrote it, those of who holds a role. */
export async function listNamesToRespect(
  client: Tx = db,
): Promise<{ networkNames: string[]; roleHolders: NameInUse[] }> {
  const setting = await client.networkSetting.findUnique({ where: { key: "publisherName" } });
  const grants = await client.roleGrant.findMany({
    where: { revokedAt: null, person: { erasedAt: null, name: { not: null } } },
    distinct: ["personId"],
    select: { personId: true, person: { select: { name: true } } },
  });
  return {
    networkNames: typeof setting?.value === "string" ? [setting.value] : [],
    roleHolders: grants.map(({ personId, person }) => ({ personId, name: person.name ?? "" })),
  };
}
