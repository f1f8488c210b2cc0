import { expect, test } from "vitest";
import { createToken, revokeToken } from "@/lib/identity/api-tokens/commands";
import { findTokenHolder, listOwnTokens } from "@/lib/identity/api-tokens/queries";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { aSpace, mondayMorning } from "@/tests/support/factories";

const input = { nom: "Agenda", droits: [], duree: "none" as const };

test("roles are those held at that very request", async () => {
  const member = await aMember();
  const space = await aSpace();
  const made = await createToken(member, input, mondayMorning);
  const token = made.ok ? made.value.token : "";
  const grant = await db.roleGrant.create({
    data: { personId: member.personId, role: "host", spaceId: space.id },
  });
  const grants = async () => (await findTokenHolder(token, mondayMorning))?.actor.grants;
  expect(await grants()).toEqual([{ role: "host", spaceId: space.id }]);
  await db.roleGrant.update({ where: { id: grant.id }, data: { revokedAt: mondayMorning } });
  expect(await grants()).toEqual([]);
});

test("one sees one's own tokens that work, without their secret", async () => {
  const member = await aMember();
  const first = await createToken(member, input, mondayMorning);
  await createToken(member, { ...input, nom: "Tableur" }, new Date(+mondayMorning + 1));
  await createToken(await aMember(), input, mondayMorning);
  if (first.ok) await revokeToken(member, { tokenId: first.value.id }, mondayMorning);
  const [token, ...others] = await listOwnTokens(member, mondayMorning);
  expect(token).toMatchObject({ name: "Tableur", scopes: [], expiresAt: null, usedAt: null });
  expect(others).toEqual([]);
  expect(Object.keys(token ?? {})).not.toContain("tokenHash");
});

test("what is no token of ours is nobody's", async () => {
  for (const text of ["", "clot_x", "' OR 1=1 --"]) {
    expect(await findTokenHolder(text, mondayMorning)).toBeNull();
  }
});
