import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { Forbidden, NotFound, Unauthenticated } from "@/lib/core/errors";
import {
  createToken,
  issueTokens,
  noteTokenUse,
  revokeToken,
} from "@/lib/identity/api-tokens/commands";
import { findTokenHolder, listOwnTokens } from "@/lib/identity/api-tokens/queries";
import { mostTokens } from "@/lib/identity/api-tokens/schema";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { mondayMorning } from "@/tests/support/factories";
import { anEmail } from "@/tests/support/sign-in";

const input = { nom: "Agenda", droits: ["bookings:read" as const], duree: "30" as const };
const later = (days: number) => new Date(mondayMorning.getTime() + days * 86_400_000);
const system = systemActor("console");

async function aToken() {
  const member = await aMember();
  const made = await createToken(member, input, mondayMorning);
  if (!made.ok) throw new Error(made.refusal);
  return { member, ...made.value };
}

test("a token says who it is for and what it may, and is kept as a hash only", async () => {
  const { member, token, id } = await aToken();
  expect(token).toMatch(/^clot_[\w-]{43}$/);
  expect(await findTokenHolder(token, mondayMorning)).toEqual({
    tokenId: id,
    actor: member,
    scopes: ["bookings:read"],
    usedAt: null,
  });
  const row = await db.apiToken.findUniqueOrThrow({ where: { id } });
  expect(JSON.stringify(row)).not.toContain(token.slice(5));
});

test("a token stops working when it is revoked, expires, or its person is erased", async () => {
  const { member, token, id } = await aToken();
  expect(await findTokenHolder(token, later(31))).toBeNull();
  await db.person.update({ where: { id: member.personId }, data: { erasedAt: mondayMorning } });
  expect(await findTokenHolder(token, mondayMorning)).toBeNull();
  await db.person.update({ where: { id: member.personId }, data: { erasedAt: null } });
  await revokeToken(member, { tokenId: id }, mondayMorning);
  await revokeToken(member, { tokenId: id }, later(1));
  expect(await findTokenHolder(token, mondayMorning)).toBeNull();
  const { revokedAt } = await db.apiToken.findUniqueOrThrow({ where: { id } });
  expect(revokedAt).toEqual(mondayMorning);
});

test("nobody ends somebody else's token, and a visitor has none", async () => {
  const { id } = await aToken();
  await expect(revokeToken(await aMember(), { tokenId: id })).rejects.toThrow(NotFound);
  await expect(revokeToken(anonymous, { tokenId: id })).rejects.toThrow(Unauthenticated);
  await expect(createToken(anonymous, input)).rejects.toThrow(Unauthenticated);
});

test("a person has only so many tokens, even made at once", async () => {
  const member = await aMember();
  const made = await Promise.all(
    Array.from({ length: mostTokens + 3 }, () => createToken(member, input, mondayMorning)),
  );
  expect(made.filter((result) => result.ok)).toHaveLength(mostTokens);
  expect(await listOwnTokens(member, mondayMorning)).toHaveLength(mostTokens);
});

test("the console makes a token for each address, in their order, and members of unknown ones", async () => {
  const member = await aMember();
  const emails = [anEmail(), member.email ?? "", anEmail()];
  const result = await issueTokens(system, { emails, name: "console" }, mondayMorning);
  const tokens = result.ok ? result.value : [];
  const holders = await Promise.all(tokens.map((token) => findTokenHolder(token, mondayMorning)));
  expect(holders.map((holder) => holder?.actor.email)).toEqual(emails);
  expect(holders[0]?.scopes).toEqual(["bookings:read", "bookings:write"]);
  await expect(issueTokens(member, { emails, name: "x" })).rejects.toThrow(Forbidden);
});

test("the last use is noted", async () => {
  const { token, id, member } = await aToken();
  await noteTokenUse(member, { tokenId: id }, later(1));
  expect((await findTokenHolder(token, later(1)))?.usedAt).toEqual(later(1));
});
