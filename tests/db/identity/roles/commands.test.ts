import { expect, test } from "vitest";
import { anonymous, type PersonActor, systemActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { findActor } from "@/lib/identity/queries";
import {
  grantRole,
  nameHolder,
  type RoleChange,
  type TellRole,
  withdrawRole,
} from "@/lib/identity/roles/commands";
import { db } from "@/lib/infra/db";
import { aMember, anActor, aStaffMember, hostOf } from "@/tests/support/actors";
import { aPerson, aSpace, mondayMorning } from "@/tests/support/factories";
import { anEmail } from "@/tests/support/sign-in";

test("staff name a host: the role works at once and the journal says who gave it", async () => {
  const [staff, person, space] = [await aStaffMember(), await aPerson(), await aSpace()];
  const grant = { personId: person.id, role: "host" as const, spaceId: space.id };
  await grantRole(staff, grant, mondayMorning);
  expect(await findActor(person.id)).toMatchObject({
    grants: [{ role: "host", spaceId: space.id }],
  });
  expect(await db.roleGrant.findMany({ where: { personId: person.id } })).toMatchObject([
    { grantedBy: staff.personId, grantedAt: mondayMorning },
  ]);
  expect(await db.journalEntry.findMany({ where: { subjectId: person.id } })).toMatchObject([
    { action: "role.granted", actorId: staff.personId, spaceId: space.id, after: { role: "host" } },
  ]);
});

test("the same role given many times at once is given and journalled once", async () => {
  const [staff, person, space] = [await aStaffMember(), await aPerson(), await aSpace()];
  const grant = { personId: person.id, role: "host" as const, spaceId: space.id };
  await Promise.all(Array.from({ length: 6 }, () => grantRole(staff, grant, mondayMorning)));
  expect(await db.roleGrant.count({ where: { personId: person.id } })).toBe(1);
  expect(await db.journalEntry.count({ where: { subjectId: person.id } })).toBe(1);
});

test("who may not give a role is told of nothing: a stranger, a host, staff naming staff", async () => {
  const [person, space] = [await aPerson(), await aSpace()];
  const asHost = { personId: person.id, role: "host" as const, spaceId: space.id };
  const asStaff = { personId: person.id, role: "staff" as const, spaceId: null };
  for (const actor of [anonymous, await aMember(), await hostOf(space)]) {
    await expect(grantRole(actor, asHost, mondayMorning)).rejects.toThrow(NotFound);
  }
  await expect(grantRole(await aStaffMember(), asStaff, mondayMorning)).rejects.toThrow(NotFound);
  expect(await db.roleGrant.count({ where: { personId: person.id } })).toBe(0);
  expect(await db.journalEntry.count({ where: { subjectId: person.id } })).toBe(0);
  const admin = await anActor([{ role: "admin", spaceId: null }]);
  await grantRole(admin, asStaff, mondayMorning);
  expect(await db.roleGrant.count({ where: { personId: person.id } })).toBe(1);
});

test("a role taken back can be given again", async () => {
  const [staff, person, space] = [await aStaffMember(), await aPerson(), await aSpace()];
  const grant = { personId: person.id, role: "host" as const, spaceId: space.id };
  await grantRole(staff, grant, mondayMorning);
  await db.roleGrant.updateMany({
    where: { personId: person.id },
    data: { revokedAt: mondayMorning },
  });
  await grantRole(staff, grant, mondayMorning);
  expect(await findActor(person.id)).toMatchObject({ grants: [{ role: "host" }] });
});

const anAdmin = async () => {
  const admin = await anActor();
  await grantRole(systemActor("role:grant"), {
    personId: admin.personId,
    role: "admin",
    spaceId: null,
  });
  return asNow(admin);
};

/** Who somebody is at their next request. */
async function asNow({ personId }: PersonActor): Promise<PersonActor> {
  const actor = await findActor(personId);
  if (!actor) throw new Error("gone");
  return actor;
}

/** Keeps what would be told. */
function listener() {
  const told: RoleChange[] = [];
  const tell: TellRole = async (_tx, change) => {
    told.push(change);
  };
  return { told, tell };
}

const silent: TellRole = async () => undefined;
const aKnownPerson = () => aPerson({ emailVerifiedAt: mondayMorning });
const grantOf = (personId: string) =>
  db.roleGrant.findFirstOrThrow({ where: { personId, revokedAt: null } });
const linesAbout = (subjectId: string) =>
  db.journalEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } });

const host = (spaceId: string) => ({ role: "host" as const, spaceId });
const asStaff = { role: "staff" as const, spaceId: null };
const asAdmin = { role: "admin" as const, spaceId: null };

test("staff name a host by the address they sign in with, who is told and is one at the next request", async () => {
  const [staff, person, space] = [await aStaffMember(), await aKnownPerson(), await aSpace()];
  const { told, tell } = listener();
  const input = { courriel: person.email ?? "", role: host(space.id) };
  expect(await nameHolder(staff, input, tell, mondayMorning)).toMatchObject({ ok: true });
  expect((await findActor(person.id))?.grants).toEqual([{ role: "host", spaceId: space.id }]);
  expect(told).toEqual([
    {
      personId: person.id,
      email: person.email,
      locale: "fr",
      change: "granted",
      role: "host",
      spaceName: space.name,
    },
  ]);
});

test("an address nobody signs in with, of somebody who left or never came, is one and the same refusal", async () => {
  const [staff, space] = [await aStaffMember(), await aSpace()];
  const gone = await aPerson({ emailVerifiedAt: mondayMorning, erasedAt: mondayMorning });
  const neverCame = await aPerson();
  for (const courriel of [anEmail(), gone.email ?? "", neverCame.email ?? ""]) {
    const answer = await nameHolder(staff, { courriel, role: host(space.id) }, silent);
    expect(answer).toEqual({ ok: false, refusal: "unknown_person" });
  }
  expect(await db.roleGrant.count({ where: { spaceId: space.id } })).toBe(0);
});

test("whoever tries address after address is stopped", async () => {
  const [staff, space] = [await aStaffMember(), await aSpace()];
  const answers: unknown[] = [];
  for (let tries = 0; tries < 21; tries += 1) {
    answers.push(await nameHolder(staff, { courriel: anEmail(), role: host(space.id) }, silent));
  }
  expect(answers.slice(0, 20)).toEqual(
    Array.from({ length: 20 }, () => ({ ok: false, refusal: "unknown_person" })),
  );
  expect(answers[20]).toEqual({ ok: false, refusal: "too_many_tries" });
});

test("a role held already is refused, and nobody is told twice", async () => {
  const [staff, person, space] = [await aStaffMember(), await aKnownPerson(), await aSpace()];
  const { told, tell } = listener();
  const input = { courriel: person.email ?? "", role: host(space.id) };
  await nameHolder(staff, input, tell);
  expect(await nameHolder(staff, input, tell)).toEqual({ ok: false, refusal: "already_held" });
  expect([told.length, (await linesAbout(person.id)).length]).toEqual([1, 1]);
});

test("a space that does not exist is not found", async () => {
  const [staff, person] = [await aStaffMember(), await aKnownPerson()];
  const input = {
    courriel: person.email ?? "",
    role: host("0197a5c4-0000-7000-8000-000000000009"),
  };
  await expect(nameHolder(staff, input, silent)).rejects.toThrow(NotFound);
});

test("a mail that cannot be written gives no role", async () => {
  const [staff, person, space] = [await aStaffMember(), await aKnownPerson(), await aSpace()];
  const failing: TellRole = async () => {
    throw new Error("outbox full");
  };
  const input = { courriel: person.email ?? "", role: host(space.id) };
  await expect(nameHolder(staff, input, failing)).rejects.toThrow("outbox full");
  expect((await findActor(person.id))?.grants).toEqual([]);
  expect(await linesAbout(person.id)).toEqual([]);
});

test("a role taken back is gone at the next request, journalled with what it was, and the person is told", async () => {
  const [staff, person, space] = [await aStaffMember(), await aKnownPerson(), await aSpace()];
  await grantRole(staff, { personId: person.id, ...host(space.id) });
  const { id: grantId } = await grantOf(person.id);
  const { told, tell } = listener();
  expect(await withdrawRole(staff, { grantId }, tell, mondayMorning)).toMatchObject({ ok: true });
  expect(await withdrawRole(staff, { grantId }, tell, mondayMorning)).toMatchObject({ ok: true });
  expect((await findActor(person.id))?.grants).toEqual([]);
  expect(await db.roleGrant.findUnique({ where: { id: grantId } })).toMatchObject({
    revokedAt: mondayMorning,
    revokedBy: staff.personId,
  });
  expect(told).toMatchObject([{ change: "withdrawn", role: "host", spaceName: space.name }]);
  expect((await linesAbout(person.id)).slice(1)).toMatchObject([
    {
      action: "role.withdrawn",
      actorId: staff.personId,
      spaceId: space.id,
      before: { role: "host" },
      after: null,
    },
  ]);
});

test("staff take back the role of a host only; an admin all of them; a host none", async () => {
  const [staff, admin, space] = [await aStaffMember(), await anAdmin(), await aSpace()];
  const [one, other] = [await aKnownPerson(), await aKnownPerson()];
  await grantRole(admin, { personId: one.id, ...asStaff });
  await grantRole(admin, { personId: other.id, ...host(space.id) });
  const [ofStaff, ofHost] = [await grantOf(one.id), await grantOf(other.id)];
  const strangers = [anonymous, await aMember(), await hostOf(space)];
  for (const actor of strangers) {
    const attempt = withdrawRole(actor, { grantId: ofHost.id }, silent);
    await expect(attempt).rejects.toThrow(NotFound);
  }
  await expect(withdrawRole(staff, { grantId: ofStaff.id }, silent)).rejects.toThrow(NotFound);
  expect(await withdrawRole(staff, { grantId: ofHost.id }, silent)).toMatchObject({ ok: true });
  expect(await withdrawRole(admin, { grantId: ofStaff.id }, silent)).toMatchObject({ ok: true });
});

test("only an admin names staff and admins by address", async () => {
  const [staff, admin, person] = [await aStaffMember(), await anAdmin(), await aKnownPerson()];
  const courriel = person.email ?? "";
  for (const role of [asStaff, asAdmin]) {
    await expect(nameHolder(staff, { courriel, role }, silent)).rejects.toThrow(NotFound);
    expect(await nameHolder(admin, { courriel, role }, silent)).toMatchObject({ ok: true });
  }
});

test("a role withdrawn while its holder's page stood open changes nothing any more", async () => {
  const [admin, space] = [await anAdmin(), await aSpace()];
  const staff = await anActor();
  await grantRole(admin, { personId: staff.personId, ...asStaff });
  const other = await aKnownPerson();
  const { id: grantId } = await grantOf(staff.personId);
  // Their page was made while they held it: the form of it, sent now, is a new request.
  await withdrawRole(admin, { grantId }, silent);
  const input = { courriel: other.email ?? "", role: host(space.id) };
  await expect(nameHolder(await asNow(staff), input, silent)).rejects.toThrow(NotFound);
  expect((await findActor(other.id))?.grants).toEqual([]);
  expect(await linesAbout(other.id)).toEqual([]);
});
