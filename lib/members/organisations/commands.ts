import { type Actor, type PersonActor, personIdOf } from "@/lib/core/actor";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { secondsToWait } from "@/lib/infra/rate-limit";
import { notify } from "@/lib/notifications/commands";
import { listHiddenPeople } from "../blocks/queries";
import { canMakeOrganisations, canRunOrganisation, isAgreed } from "./policy";
import type {
  AddToOrganisationInput,
  CreateOrganisationInput,
  OrganisationInput,
  OrganisationPersonInput,
  OrganisationRefusal,
  OrganisationRole,
} from "./schema";

/** Makes an organisation; the same form twice makes one. Journalled. Staff and hosts. */
export async function createOrganisation(
  actor: Actor,
  { organisationId: id, name, kind }: CreateOrganisationInput,
  at: Date = now(),
): Promise<Result<{ id: string }, never>> {
  if (!canMakeOrganisations(actor)) throw new NotFound();
  return inTransaction(async (tx) => {
    const data = [{ id, name, kind, createdAt: at, createdBy: personIdOf(actor) ?? id }];
    const { count } = await tx.organisation.createMany({ data, skipDuplicates: true });
    if (count === 0) return ok({ id });
    await writeJournal(tx, { actor, action: "organisation.made", subjectId: id, after: { name } });
    return ok({ id });
  });
}

/** Ends an organisation: nobody books for it from the next request on. Journalled. Staff, the host who made it. */
export async function endOrganisation(
  actor: Actor,
  { organisationId: id }: OrganisationInput,
  at: Date = now(),
): Promise<Result<null, never>> {
  return inTransaction(async (tx) => {
    const organisation = await tx.organisation.findUnique({ where: { id } });
    if (!organisation || !canRunOrganisation(actor, organisation)) throw new NotFound();
    const where = { id, endedAt: null };
    const { count } = await tx.organisation.updateMany({ where, data: { endedAt: at } });
    if (count > 0) await writeJournal(tx, { actor, action: "organisation.ended", subjectId: id });
    return ok(null);
  });
}

/**
 * Asks somebody, named by their whole address, to book for an organisation or to let it book for them;
 * nothing holds before they agree. The answer is the same whether or not somebody has that address.
 * Whoever runs it names delegates, its delegates name beneficiaries. Refuses `too_many_tries`.
 */
export async function addToOrganisation(
  actor: Actor,
  { organisationId, email, role }: AddToOrganisationInput,
  at: Date = now(),
): Promise<Result<null, OrganisationRefusal>> {
  if (actor.kind !== "person") throw new NotFound();
  const limit = { name: "organisation-invite", times: 30, seconds: 3_600 };
  if ((await secondsToWait(limit, actor.personId)) !== null) return refuse("too_many_tries");
  return inTransaction<null, OrganisationRefusal>(async (tx) => {
    const organisation = await findAddable(tx, actor, organisationId, role);
    const person = await tx.person.findFirst({ where: { email, erasedAt: null } });
    if (!person) return ok(null);
    const hidden = await listHiddenPeople(actor.personId, tx);
    if (hidden.includes(person.id)) return ok(null);
    const isNew = await ask(tx, { organisationId, personId: person.id, role, actor, at });
    if (!isNew) return ok(null);
    await writeJournal(tx, {
      ...{ actor, action: "organisation.person_asked", subjectId: person.id },
      after: { organisationId, role },
    });
    const url = `${env().NEXTAUTH_URL}/mon-espace/organisations`;
    const payload = { organisationName: organisation.name, role, url };
    const { id: personId, locale } = person;
    await notify(tx, { kind: "organisation-invited", personId, email, locale, payload });
    return ok(null);
  });
}

/** Says yes to an organisation, for as long as one likes; twice is the same as once. */
export async function agreeToOrganisation(
  actor: Actor,
  { organisationId }: OrganisationInput,
  at: Date = now(),
): Promise<Result<null, never>> {
  if (actor.kind !== "person") throw new Unauthenticated();
  return inTransaction(async (tx) => {
    const where = { organisationId, personId: actor.personId, endedAt: null };
    const asked = await tx.organisationPerson.findFirst({
      where: { ...where, organisation: { endedAt: null } },
    });
    if (!asked) throw new NotFound();
    await tx.organisationPerson.updateMany({
      where: { ...where, agreedAt: null },
      data: { agreedAt: at },
    });
    return ok(null);
  });
}

/** Says no, or leaves; what was booked stands. Twice is the same as once. */
export async function leaveOrganisation(
  actor: Actor,
  { organisationId }: OrganisationInput,
  at: Date = now(),
): Promise<Result<null, never>> {
  if (actor.kind !== "person") throw new Unauthenticated();
  return inTransaction(async (tx) => {
    const key = { organisationId, personId: actor.personId };
    const found = await tx.organisationPerson.findFirst({ where: key });
    if (!found) throw new NotFound();
    const where = { ...key, endedAt: null };
    await tx.organisationPerson.updateMany({ where, data: { endedAt: at } });
    return ok(null);
  });
}

/** Takes somebody out, from the next request on. Whoever runs it: delegates; its delegates: beneficiaries. Journalled. */
export async function removeFromOrganisation(
  actor: Actor,
  { organisationId, personId }: OrganisationPersonInput,
  at: Date = now(),
): Promise<Result<null, never>> {
  if (actor.kind !== "person") throw new NotFound();
  return inTransaction(async (tx) => {
    const key = { organisationId, personId };
    const found = await tx.organisationPerson.findFirst({ where: key });
    if (!found) throw new NotFound();
    await findAddable(tx, actor, organisationId, found.role);
    const where = { ...key, endedAt: null };
    const { count } = await tx.organisationPerson.updateMany({ where, data: { endedAt: at } });
    if (count > 0) {
      const line = { actor, action: "organisation.person_removed", subjectId: personId };
      await writeJournal(tx, { ...line, before: { organisationId, role: found.role } });
    }
    return ok(null);
  });
}

/** The organisation, when the actor may name such people in it; NotFound otherwise. */
async function findAddable(
  tx: Tx,
  actor: PersonActor,
  organisationId: string,
  role: OrganisationRole,
) {
  const organisation = await tx.organisation.findFirst({
    where: { id: organisationId, endedAt: null },
    include: { people: { where: { personId: actor.personId } } },
  });
  if (!organisation) throw new NotFound();
  const may =
    role === "delegate"
      ? canRunOrganisation(actor, organisation)
      : isAgreed(organisation.people[0], "delegate");
  if (!may) throw new NotFound();
  return organisation;
}

type Asking = OrganisationPersonInput & { role: OrganisationRole; actor: PersonActor; at: Date };

/** False when they were asked already, in whatever role; one who left is asked anew. */
async function ask(tx: Tx, { actor, at, role, ...key }: Asking): Promise<boolean> {
  const asked = { role, invitedBy: actor.personId, createdAt: at, agreedAt: null, endedAt: null };
  const data = [{ ...key, ...asked }];
  const { count } = await tx.organisationPerson.createMany({ data, skipDuplicates: true });
  if (count > 0) return true;
  const where = { ...key, endedAt: { not: null } };
  return (await tx.organisationPerson.updateMany({ where, data: asked })).count > 0;
}
