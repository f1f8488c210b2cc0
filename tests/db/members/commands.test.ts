import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { updateProfile } from "@/lib/members/commands";
import { getOwnProfile } from "@/lib/members/queries";
import { aMember } from "@/tests/support/actors";
import { aCommune } from "@/tests/support/factories";

test("a member writes a name and the commune of residence, and changes them", async () => {
  const member = await aMember();
  const [first, second] = [await aCommune(), await aCommune()];
  expect(await updateProfile(member, { name: "Maëlle", commune: first.insee })).toEqual({
    ok: true,
    value: null,
  });
  expect(await getOwnProfile(member)).toMatchObject({ name: "Maëlle", commune: first.insee });
  await updateProfile(member, { name: "Maëlle R.", commune: second.insee });
  expect(await getOwnProfile(member)).toMatchObject({ name: "Maëlle R.", commune: second.insee });
});

test("a commune once said can be unsaid", async () => {
  const member = await aMember();
  await updateProfile(member, { name: "Maëlle", commune: (await aCommune()).insee });
  await updateProfile(member, { name: "Maëlle" });
  expect(await getOwnProfile(member)).toMatchObject({ commune: null });
});

test("a commune that does not exist is refused, and nothing else of the form is kept", async () => {
  const member = await aMember();
  const commune = (await aCommune()).insee;
  await updateProfile(member, { name: "Maëlle", commune });
  expect(await updateProfile(member, { name: "Autre", commune: "99999" })).toEqual({
    ok: false,
    refusal: "unknown_commune",
  });
  expect(await getOwnProfile(member)).toMatchObject({ name: "Maëlle", commune });
});

test("writing one's profile leaves everybody else's as it was", async () => {
  const [member, other] = [await aMember(), await aMember()];
  await updateProfile(member, { name: "Nouveau nom", commune: (await aCommune()).insee });
  expect(await getOwnProfile(other)).toEqual({
    name: other.name,
    email: other.email,
    commune: null,
  });
});

test("the first profile sent twice at once is written once", async () => {
  const member = await aMember();
  const commune = (await aCommune()).insee;
  const results = await Promise.all(
    Array.from({ length: 6 }, () => updateProfile(member, { name: "Maëlle", commune })),
  );
  expect(results.every((result) => result.ok)).toBe(true);
  expect(await db.profile.count({ where: { personId: member.personId } })).toBe(1);
});
