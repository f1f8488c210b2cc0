import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getQuestionnaire } from "@/lib/surveys/questionnaires/queries";
import { countQueries } from "@/tests/support/query-count";
import { surveyOfTheValley } from "@/tests/support/questionnaires";
import { aCampaign } from "@/tests/support/surveys";

async function stampOf(survey: string): Promise<string> {
  const [row] = await db.$queryRaw<{ stamp: string }[]>`
    SELECT xmin::text AS stamp FROM survey_versions WHERE survey = ${survey}`;
  return row?.stamp ?? "";
}

test("a questionnaire is read once while its row is what it was", async () => {
  const { survey } = await aCampaign();
  const stamp = await stampOf(survey);
  expect(await getQuestionnaire(survey, 1, stamp)).toMatchObject({ version: 1 });
  expect(await countQueries(() => getQuestionnaire(survey, 1, stamp))).toBe(0);
});

test("changed, it is read again, under what its row is then", async () => {
  const { survey } = await aCampaign();
  const before = await stampOf(survey);
  await getQuestionnaire(survey, 1, before);
  const changed = { ...surveyOfTheValley(), title: { fr: "Autre", en: "Other" } };
  await db.surveyVersion.update({
    where: { survey_version: { survey, version: 1 } },
    data: { questionnaire: JSON.parse(JSON.stringify(changed)) },
  });
  const after = await stampOf(survey);
  expect(after).not.toBe(before);
  expect((await getQuestionnaire(survey, 1, after)).title.fr).toBe("Autre");
});

test("a version that is not is not found", async () => {
  await expect(getQuestionnaire("none", 1, "0")).rejects.toThrow(NotFound);
});
