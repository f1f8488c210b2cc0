import { expect, test } from "vitest";
import { listCommuneChoices } from "@/lib/surveys/answers/queries";
import { aCommune } from "@/tests/support/factories";

test("communes of the territory are told from the others, elsewhere is none of them", async () => {
  const member = await aCommune({ isMember: true });
  const other = await aCommune();
  const { members, others } = await listCommuneChoices();
  expect(members.has(member.insee)).toBe(true);
  expect(others.has(other.insee)).toBe(true);
  expect(members.has("ailleurs_fr")).toBe(false);
  expect(others.has("ailleurs_fr")).toBe(true);
});
