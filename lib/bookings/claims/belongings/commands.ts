import type { Tx } from "@/lib/infra/db";

type Move = { from: string; to: string };

/**
 * Gives all that is one person's to another, who keeps what they had where both had the same; the first
 * is emptied and marked erased. Bookings at one moment both stay: their member gives one back. In the
 * caller's transaction, which holds both people and the spaces of what moves.
 */
export async function moveBelongings(tx: Tx, move: Move, at: Date): Promise<void> {
  await moveBookings(tx, move);
  await moveMemberships(tx, move);
  await moveWelcome(tx, move);
  await moveOrganisations(tx, move);
  await moveHabilitations(tx, move);
  await emptyPerson(tx, move, at);
}

/** Keys of forms sent for the first are of no more use, and must not meet one of the second. */
async function moveBookings(tx: Tx, { from, to }: Move): Promise<void> {
  const data = { personId: to, idempotencyKey: null };
  await tx.booking.updateMany({ where: { personId: from }, data });
  await tx.series.updateMany({ where: { personId: from }, data });
  await tx.waitingEntry.updateMany({ where: { personId: from }, data: { personId: to } });
  // What would be an exchange with oneself is none.
  await tx.swap.updateMany({
    where: { proposedTo: from, proposedBy: to, state: "proposed" },
    data: { state: "withdrawn" },
  });
  await tx.swap.updateMany({ where: { proposedTo: from }, data: { proposedTo: to } });
}

async function moveMemberships(tx: Tx, { from, to }: Move): Promise<void> {
  for (const membership of await tx.membership.findMany({ where: { personId: from } })) {
    const where = { spaceId_personId: { spaceId: membership.spaceId, personId: to } };
    const own = await tx.membership.findUnique({ where, select: { state: true } });
    if (own?.state === "active") continue;
    const { personId: _from, ...data } = membership;
    await tx.membership.upsert({ where, create: { ...data, personId: to }, update: data });
  }
  await tx.membership.deleteMany({ where: { personId: from } });
}

async function moveWelcome(tx: Tx, { from, to }: Move): Promise<void> {
  const where = { personId: from };
  const accepted = await tx.houseRulesAcceptance.findMany({ where });
  await tx.houseRulesAcceptance.createMany({
    data: accepted.map((row) => ({ ...row, personId: to })),
    skipDuplicates: true,
  });
  await tx.houseRulesAcceptance.deleteMany({ where });
  const done = await tx.welcomeStepDone.findMany({ where });
  await tx.welcomeStepDone.createMany({
    data: done.map((row) => ({ ...row, personId: to })),
    skipDuplicates: true,
  });
  await tx.welcomeStepDone.deleteMany({ where });
  const contact = await tx.emergencyContact.findUnique({ where });
  if (contact) {
    const data = [{ ...contact, personId: to }];
    await tx.emergencyContact.createMany({ data, skipDuplicates: true });
    await tx.emergencyContact.deleteMany({ where });
  }
}

async function moveOrganisations(tx: Tx, { from, to }: Move): Promise<void> {
  const where = { personId: from };
  const rows = await tx.organisationPerson.findMany({ where });
  await tx.organisationPerson.createMany({
    data: rows.map((row) => ({ ...row, personId: to })),
    skipDuplicates: true,
  });
  await tx.organisationPerson.deleteMany({ where });
}

/** An induction both attended stays the second's. */
async function moveHabilitations(tx: Tx, { from, to }: Move): Promise<void> {
  const where = { personId: from };
  const rows = await tx.habilitationGrant.findMany({ where });
  await tx.habilitationGrant.deleteMany({ where });
  const data = rows.map((row) => ({ ...row, personId: to }));
  await tx.habilitationGrant.createMany({ data, skipDuplicates: true });
}

/** A name is taken over by whoever had none. */
async function emptyPerson(tx: Tx, { from, to }: Move, at: Date): Promise<void> {
  const { name } = await tx.person.findUniqueOrThrow({ where: { id: from } });
  await tx.person.updateMany({ where: { id: to, name: null }, data: { name } });
  await tx.profile.deleteMany({ where: { personId: from } });
  await tx.person.update({ where: { id: from }, data: { name: null, erasedAt: at } });
}
