import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { amendCampaign } from "@/lib/surveys/amendments/commands";
import { listLaterVersions } from "@/lib/surveys/amendments/queries";
import { wordingChanges } from "@/lib/surveys/amendments/wordings/rules";
import { aMember, aStaffMember } from "@/tests/support/actors";
import { aMisspeltCampaign, mended, misspelt, turned } from "@/tests/support/amendments";
import { aQuestionnaire } from "@/tests/support/questionnaires";
import { whileOpen } from "@/tests/support/surveys";

test("staff read which later versions a campaign may move to, and why not to the others", async () => {
  const { slug } = await aMisspeltCampaign([mended(), turned()]);
  const staff = await aStaffMember();
  expect(await listLaterVersions(staff, slug)).toEqual([
    {
      ...{ version: 3, revision: 1, changes: [] },
      difference: { kind: "choice_gone", label: { fr: "Cofé ?", en: "Cofee?" } },
    },
    {
      ...{ version: 2, revision: 1, difference: null },
      changes: wordingChanges(aQuestionnaire([misspelt()]), aQuestionnaire([mended()])),
    },
  ]);
  await amendCampaign(staff, { slug, revision: 1, version: 2, read: 1 }, whileOpen);
  expect((await listLaterVersions(staff, slug)).map(({ version }) => version)).toEqual([3]);
  const { slug: last } = await aMisspeltCampaign([]);
  expect(await listLaterVersions(staff, last)).toEqual([]);
});

test("nobody else does, and there is none of a campaign that is not", async () => {
  const { slug } = await aMisspeltCampaign();
  for (const actor of [anonymous, await aMember()]) {
    await expect(listLaterVersions(actor, slug)).rejects.toThrow(NotFound);
  }
  await expect(listLaterVersions(await aStaffMember(), "none")).rejects.toThrow(NotFound);
});
