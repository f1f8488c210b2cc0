import { type Actor, personIdOf, type RoleName } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { secondsToWait } from "@/lib/infra/rate-limit";
import { writeJournal } from "../journal/commands";
import { canGrantRole } from "./policy";
import { decideWithdrawal } from "./rules";
import type {
  GrantIdInput,
  GrantRoleInput,
  NameHolderInput,
  NameHolderRefusal,
  WithdrawRefusal,
} from "./schema";

export type RoleChange = {
  personId: string;
  email: string;
  locale: string;
  change: "granted" | "withdrawn";
  role: RoleName;
  spaceName: string | null;
};

/** Tells the person, in the transaction that changed what they may do; delivery passes it in. */
export type TellRole = (tx: Tx, change: RoleChange) => Promise<void>;

/** Gives a role, once; journalled. NotFound for whoever may not. */
export async function grantRole(
  actor: Actor,
  input: GrantRoleInput,
  at: Date = now(),
): Promise<void> {
  if (!canGrantRole(actor, input.role)) throw new NotFound();
  await db.$transaction((tx) => giveRole(tx, actor, input, at));
}

/** Whether anything was given: the role may be held already. */
async function giveRole(tx: Tx, actor: Actor, input: GrantRoleInput, at: Date): Promise<boolean> {
  const { count } = await tx.roleGrant.createMany({
    data: [{ ...input, grantedAt: at, grantedBy: personIdOf(actor) }],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await writeJournal(tx, {
    actor,
    action: "role.granted",
    spaceId: input.spaceId,
    subjectId: input.personId,
    after: { role: input.role },
  });
  return true;
}

/** Addresses that led to nobody, for each who tries: names are not to be found by trying. */
const wrongAddresses = { name: "role-unknown", times: 20, seconds: 3_600 };

/**
 * Gives a role to whoever signs in with exactly that address, and tells them. It works from their next
 * request on. Refuses `unknown_person`, `already_held`, `too_many_tries`; NotFound for whoever may not.
 */
export async function nameHolder(
  actor: Actor,
  { courriel, role: { role, spaceId } }: NameHolderInput,
  tell: TellRole,
  at: Date = now(),
): Promise<Result<{ role: RoleName }, NameHolderRefusal>> {
  if (!canGrantRole(actor, role)) throw new NotFound();
  const [person, space] = await Promise.all([
    db.person.findFirst({
      where: { email: courriel, emailVerifiedAt: { not: null }, erasedAt: null },
      select: { id: true, locale: true },
    }),
    spaceId ? db.space.findUnique({ where: { id: spaceId }, select: { name: true } }) : null,
  ]);
  if (spaceId && !space) throw new NotFound();
  if (!person) {
    const wait = await secondsToWait(wrongAddresses, personIdOf(actor) ?? "");
    return refuse(wait === null ? "unknown_person" : "too_many_tries");
  }
  return inTransaction<{ role: RoleName }, NameHolderRefusal>(async (tx) => {
    const { id: personId, locale } = person;
    const isGiven = await giveRole(tx, actor, { personId, role, spaceId }, at);
    if (!isGiven) return refuse("already_held");
    const spaceName = space?.name ?? null;
    await tell(tx, { personId, email: courriel, locale, change: "granted", role, spaceName });
    return ok({ role });
  });
}

/**
 * Takes a role back, from the next request of whoever held it on, and tells them; twice is the same as
 * once. Refuses `last_admin`; NotFound for whoever may not.
 */
export async function withdrawRole(
  actor: Actor,
  { grantId }: GrantIdInput,
  tell: TellRole,
  at: Date = now(),
): Promise<Result<{ role: RoleName }, WithdrawRefusal>> {
  return inTransaction<{ role: RoleName }, WithdrawRefusal>(async (tx) => {
    // Two admins who take the role from each other at once would leave none.
    await lockAlone(tx, "role grants");
    const grant = await tx.roleGrant.findUnique({ where: { id: grantId }, select: grantSelect });
    if (!grant || !canGrantRole(actor, grant.role)) throw new NotFound();
    const { person, role, spaceId, space } = grant;
    if (grant.revokedAt) return ok({ role });
    const refusal = decideWithdrawal(role, await countAdmins(tx));
    if (refusal) return refuse(refusal);
    const revokedBy = personIdOf(actor);
    await tx.roleGrant.update({ where: { id: grantId }, data: { revokedAt: at, revokedBy } });
    const line = { actor, action: "role.withdrawn", spaceId, subjectId: person.id };
    await writeJournal(tx, { ...line, before: { role } });
    const { id: personId, email, locale } = person;
    if (email) {
      const spaceName = space?.name ?? null;
      await tell(tx, { personId, email, locale, change: "withdrawn", role, spaceName });
    }
    return ok({ role });
  });
}

const grantSelect = {
  role: true,
  spaceId: true,
  revokedAt: true,
  person: { select: { id: true, email: true, locale: true } },
  space: { select: { name: true } },
} as const;

async function countAdmins(tx: Tx): Promise<number> {
  return tx.roleGrant.count({
    where: { role: "admin", revokedAt: null, person: { erasedAt: null } },
  });
}
