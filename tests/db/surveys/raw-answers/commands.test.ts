import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { openAnswers } from "@/lib/surveys/raw-answers/commands";
import { aMember, anActor, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";
import { aReading, aStoredResponse } from "@/tests/support/survey-answers";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

test("each reading is in the journal, by whom and of which response", async () => {
  const [campaign, reader] = [await aCampaign(), await aStaffMember()];
  await aReading(campaign.id, reader);
  const { id } = await aStoredResponse(campaign.id, { profil: "independant" });
  const opened = await openAnswers(reader, { id }, whileOpen);
  expect(opened).toMatchObject({ day: "2026-07-01", answers: { profil: "independant" } });
  await openAnswers(reader, { id }, whileOpen);
  const lines = await db.journalEntry.findMany({ where: { subjectId: id } });
  expect(lines.map(({ action, actorId }) => [action, actorId])).toEqual([
    ["survey.answers_read", reader.personId],
    ["survey.answers_read", reader.personId],
  ]);
  // The journal says that it was read, never what it says.
  expect(JSON.stringify(lines.map(({ after }) => after))).not.toContain("independant");
});

test("nobody else opens an answer: staff not named, administrators, hosts, members, visitors, too late", async () => {
  const [campaign, late] = [await aCampaign(), await aStaffMember()];
  await aReading(campaign.id, late, "2026-06-30");
  const elsewhere = await aStaffMember();
  await aReading((await aCampaign()).id, elsewhere);
  const { id } = await aStoredResponse(campaign.id);
  const others = [
    ...[late, elsewhere, anonymous, await aMember(), await aStaffMember()],
    await hostOf(await aSpace()),
    await anActor([{ role: "admin", spaceId: null }]),
  ];
  for (const other of others) {
    await expect(openAnswers(other, { id }, whileOpen)).rejects.toThrow(NotFound);
  }
  expect(await db.journalEntry.count({ where: { subjectId: id } })).toBe(0);
});

test("a response taken back or never given is not found", async () => {
  const [campaign, reader] = [await aCampaign(), await aStaffMember()];
  await aReading(campaign.id, reader);
  await expect(openAnswers(reader, { id: randomUUID() }, whileOpen)).rejects.toThrow(NotFound);
});
