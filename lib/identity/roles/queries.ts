import type { Actor, RoleName } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { canGrantRole, canSeeRoles } from "./policy";

/** One role held now, as those who answer for it read it. */
export type RoleHeld = {
  grantId: string;
  personId: string;
  name: string | null;
  email: string | null;
  role: RoleName;
  space: { id: string; name: string } | null;
  grantedAt: Date;
  /** Null = from the machine of the installation, or by somebody who left. */
  grantedBy: string | null;
  /** Whether whoever reads may take it back. */
  mayWithdraw: boolean;
};

/** Every role held now: admins, staff, then hosts by space and name. NotFound for whoever is not staff. */
export async function listRoles(actor: Actor): Promise<RoleHeld[]> {
  if (!canSeeRoles(actor)) throw new NotFound();
  const rows = await db.roleGrant.findMany({
    where: { revokedAt: null, person: { erasedAt: null } },
    select: {
      id: true,
      role: true,
      grantedAt: true,
      grantedBy: true,
      person: { select: { id: true, name: true, email: true } },
      space: { select: { id: true, name: true } },
    },
    orderBy: [{ role: "desc" }, { space: { name: "asc" } }, { person: { name: "asc" } }],
  });
  const givers = await db.person.findMany({
    where: { id: { in: rows.flatMap(({ grantedBy }) => grantedBy ?? []) } },
    select: { id: true, name: true },
  });
  return rows.map(({ id, person, ...grant }) => ({
    grantId: id,
    personId: person.id,
    name: person.name,
    email: person.email,
    ...grant,
    grantedBy: givers.find((giver) => giver.id === grant.grantedBy)?.name ?? null,
    mayWithdraw: canGrantRole(actor, grant.role),
  }));
}
