import { expect, test } from "vitest";
import { listCommuneChoices, listNamedCommunes } from "@/lib/surveys/answers/queries";
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

test("communes are named, those of the territory first", async () => {
  const { insee: member } = await aCommune({ isMember: true });
  const { insee: outside } = await aCommune({ isMember: false });
  const named = await listNamedCommunes();
  const ids = named.map(({ insee }) => insee);
  expect(ids.indexOf(member)).toBeLessThan(ids.indexOf(outside));
  expect(named.find(({ insee }) => insee === member)).toMatchObject({ isMember: true });
});
