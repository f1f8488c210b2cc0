import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { fillProfile } from "@/lib/members/profiles/fillings/commands";
import { aMember } from "@/tests/support/actors";
import { aCommune, aSpace } from "@/tests/support/factories";

test("one's profile is filled for oneself alone, whether or not there was one", async () => {
  const member = await aMember();
  await db.profile.deleteMany({ where: { personId: member.personId } });
  const [{ insee }, space] = [await aCommune(), await aSpace()];
  const filling = { commune: insee, space: space.id, rhythm: "le mardi", skills: ["jardin"] };
  expect(await fillProfile(member, filling)).toEqual({
    ok: true,
    value: { filled: ["commune", "space", "rhythm", "skills"], left: [] },
  });
  const profile = await db.profile.findUniqueOrThrow({ where: { personId: member.personId } });
  expect(profile).toMatchObject({
    ...{ communeId: insee, usualSpaceId: space.id, rhythm: "le mardi", skills: ["jardin"] },
    ...{ audiences: {}, membersText: "", publicText: "" },
  });
});

test("a field that was open is closed when it is filled, so that nobody finds it by searching", async () => {
  const member = await aMember();
  const audiences = { skills: "everyone", name: "everyone" };
  await db.profile.upsert({
    where: { personId: member.personId },
    create: { personId: member.personId, audiences },
    update: { audiences, skills: [] },
  });
  await fillProfile(member, { skills: ["apiculture"] });
  const profile = await db.profile.findUniqueOrThrow({ where: { personId: member.personId } });
  expect(profile.audiences).toEqual({ name: "everyone" });
  expect(profile.publicText).not.toContain("apiculture");
});

test("a commune or a space that is no more is left out, the rest is kept", async () => {
  const member = await aMember();
  const filling = { commune: "00000", space: randomUUID(), rhythm: "le mardi" };
  const filled = await fillProfile(member, filling);
  expect(filled).toMatchObject({ value: { filled: ["rhythm"] } });
});

test("filled twice at once, it is filled once", async () => {
  const member = await aMember();
  const results = await Promise.all([
    fillProfile(member, { rhythm: "le mardi" }),
    fillProfile(member, { rhythm: "le jeudi" }),
  ]);
  const filled = results.flatMap((result) => (result.ok ? result.value.filled : []));
  expect(filled).toEqual(["rhythm"]);
});
