import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { getOwnProfile } from "@/lib/members/queries";
import { aMember } from "@/tests/support/actors";
import { aCommune, aPerson } from "@/tests/support/factories";

test("a member reads the profile as it is now, not as it was at sign-in", async () => {
  const member = await aMember();
  const { insee } = await aCommune();
  await db.profile.create({ data: { personId: member.personId, communeId: insee } });
  await db.person.update({ where: { id: member.personId }, data: { name: "Nom d’aujourd’hui" } });
  expect(await getOwnProfile(member)).toEqual({
    name: "Nom d’aujourd’hui",
    email: member.email,
    commune: insee,
  });
});

test("somebody who has said nothing yet has an empty profile", async () => {
  const { id } = await aPerson({ name: null });
  const newcomer = { ...(await aMember()), personId: id };
  expect(await getOwnProfile(newcomer)).toMatchObject({ name: "", commune: null });
});

test("a person who does not exist has no profile at all", async () => {
  await expect(
    getOwnProfile({ ...(await aMember()), personId: randomUUID() }),
  ).rejects.toMatchObject({ code: "P2025" });
});
