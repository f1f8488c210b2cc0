import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { findActor } from "@/lib/identity/queries";
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
