import { expect, test } from "vitest";
import { acceptRules, publishRules } from "@/lib/members/house-rules/commands";
import { findCurrentRules, findOwnAcceptance } from "@/lib/members/house-rules/queries";
import { aMember, hostOf } from "@/tests/support/actors";
import { aMembership } from "@/tests/support/belonging";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";

test("the last version is in force, and one reads when one accepted it", async () => {
  const space = await aSpace();
  const { slug } = space;
  const [host, member] = [await hostOf(space), await aMember()];
  expect(await findCurrentRules(space.id)).toBeNull();
  await aMembership(space, member.personId);
  await publishRules(host, { slug, text: "Un" }, at);
  await publishRules(host, { slug, text: "Deux" }, at);
  expect(await findCurrentRules(space.id)).toMatchObject({ version: 2, text: "Deux" });
  expect(await findOwnAcceptance(member, space.id, 2)).toBeNull();
  await acceptRules(member, { slug, version: 2 }, at);
  expect(await findOwnAcceptance(member, space.id, 2)).toEqual(at);
});
