import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { findActor, listHostsOf, listStaff } from "@/lib/identity/queries";
import { db } from "@/lib/infra/db";
import { aPerson, aSpace, mondayMorning } from "@/tests/support/factories";

test("somebody signed in is known with the roles held now", async () => {
  const [person, space] = [await aPerson(), await aSpace()];
  await db.roleGrant.createMany({
    data: [
      { personId: person.id, role: "host", spaceId: space.id },
      { personId: (await aPerson()).id, role: "admin" },
    ],
  });
  expect(await findActor(person.id)).toEqual({
    kind: "person",
    personId: person.id,
    locale: "fr",
    email: person.email,
    name: person.name,
    grants: [{ role: "host", spaceId: space.id }],
  });
});

test("a role taken back is gone at the next request", async () => {
  const person = await aPerson();
  await db.roleGrant.create({ data: { personId: person.id, role: "staff" } });
  expect(await findActor(person.id)).toMatchObject({ grants: [{ role: "staff" }] });
  await db.roleGrant.updateMany({
    where: { personId: person.id },
    data: { revokedAt: mondayMorning },
  });
  expect(await findActor(person.id)).toMatchObject({ grants: [] });
});

test("an erased account and an unknown one are nobody", async () => {
  const erased = await aPerson({ erasedAt: mondayMorning });
  expect(await findActor(erased.id)).toBeNull();
  expect(await findActor(randomUUID())).toBeNull();
});

test("the hosts of a space are those who hold the role now and can be written to", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  const [host, gone, silent] = [await aPerson(), await aPerson(), await aPerson({ email: null })];
  const grant = (personId: string, spaceId: string, revokedAt: Date | null = null) => ({
    personId,
    role: "host" as const,
    spaceId,
    revokedAt,
  });
  await db.roleGrant.createMany({
    data: [
      grant(host.id, space.id),
      grant(gone.id, space.id, mondayMorning),
      grant(silent.id, space.id),
      grant((await aPerson()).id, other.id),
    ],
  });
  const { id, email, locale } = host;
  expect(await listHostsOf(space.id)).toEqual([{ id, email, locale }]);
});

test("what is told to staff goes to those who are staff or admins now, each once", async () => {
  const [both, former, erased, host] = [
    await aPerson(),
    await aPerson(),
    await aPerson({ erasedAt: mondayMorning }),
    await aPerson(),
  ];
  const space = await aSpace();
  await db.roleGrant.createMany({
    data: [
      { personId: both.id, role: "staff" },
      { personId: both.id, role: "admin" },
      { personId: former.id, role: "staff", revokedAt: mondayMorning },
      { personId: erased.id, role: "staff" },
      { personId: host.id, role: "host", spaceId: space.id },
    ],
  });
  const known = [both, former, erased, host].map(({ id }) => id);
  const told = (await listStaff()).filter(({ id }) => known.includes(id));
  expect(told).toEqual([{ id: both.id, email: both.email, locale: "fr" }]);
});
