import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { listResponseLines, responsesOfPage } from "@/lib/surveys/raw-answers/queries";
import { aStaffMember } from "@/tests/support/actors";
import { aReading, aStoredResponse } from "@/tests/support/survey-answers";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

test("the list has a page of responses and nothing of what they say", async () => {
  const [campaign, reader] = [await aCampaign(), await aStaffMember()];
  await aReading(campaign.id, reader);
  for (let index = 0; index <= responsesOfPage; index++) {
    await aStoredResponse(campaign.id, { commentaire: "à moi seul" });
  }
  const first = await listResponseLines(reader, campaign, 1, whileOpen);
  const second = await listResponseLines(reader, campaign, 2, whileOpen);
  expect(first.total).toBe(responsesOfPage + 1);
  expect([first.lines.length, second.lines.length]).toEqual([responsesOfPage, 1]);
  expect(JSON.stringify(first)).not.toContain("à moi seul");
  const stranger = await aStaffMember();
  await expect(listResponseLines(stranger, campaign, 1, whileOpen)).rejects.toThrow(NotFound);
});
