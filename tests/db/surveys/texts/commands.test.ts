import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getCampaign } from "@/lib/surveys/campaigns/queries";
import { openTexts, reviewText } from "@/lib/surveys/texts/commands";
import { listPublishedTexts } from "@/lib/surveys/texts/queries";
import { aMember, anActor, aStaffMember } from "@/tests/support/actors";
import { aReading, aStoredResponse } from "@/tests/support/survey-answers";
import { aCampaign } from "@/tests/support/surveys";

const at = new Date("2026-10-02T08:00:00Z");

async function aPublishedCampaign() {
  const { id, slug } = await aCampaign({ publishedAt: new Date("2026-10-01T08:00:00Z") });
  const reader = await aStaffMember();
  await aReading(id, reader);
  const response = await aStoredResponse(id, {
    profil: "independant",
    commune_residence: "46182",
    commentaire: "Une salle pour répéter",
    savoir_faire: "",
  });
  return { campaign: await getCampaign(reader, slug, at), reader, responseId: response.id };
}

test("a free text comes to be read alone: no commune, no profile, no day", async () => {
  const { campaign, reader, responseId } = await aPublishedCampaign();
  const { texts, counts } = await openTexts(reader, { campaign, state: "waiting" }, at);
  expect(texts).toEqual([
    { responseId, question: "commentaire", text: "Une salle pour répéter", state: "waiting" },
  ]);
  expect(counts).toEqual({ waiting: 1, published: 0, hidden: 0 });
  const read = { action: "survey.texts_read", subjectId: campaign.id };
  expect(await db.journalEntry.count({ where: read })).toBe(1);
});

test("it is published only once somebody said so, and no more once hidden; the journal has both, not the text", async () => {
  const { campaign, reader, responseId } = await aPublishedCampaign();
  const text = { responseId, question: "commentaire" };
  expect(await listPublishedTexts(campaign)).toEqual([]);
  await reviewText(reader, { ...text, decision: "published" }, at);
  await reviewText(reader, { ...text, decision: "published" }, at);
  expect(await listPublishedTexts(campaign)).toEqual([
    { question: "commentaire", text: "Une salle pour répéter" },
  ]);
  await reviewText(reader, { ...text, decision: "hidden" }, at);
  expect(await listPublishedTexts(campaign)).toEqual([]);
  const lines = await db.journalEntry.findMany({
    where: { subjectId: responseId },
    orderBy: { at: "asc" },
  });
  expect(lines.map(({ action }) => action)).toEqual([
    "survey.text_published",
    "survey.text_hidden",
  ]);
  expect(JSON.stringify(lines.map(({ after }) => after))).not.toContain("répéter");
});

test("nothing is published before the campaign is, and a text goes with the answers taken back", async () => {
  const { campaign, reader, responseId } = await aPublishedCampaign();
  await reviewText(reader, { responseId, question: "commentaire", decision: "published" }, at);
  expect(await listPublishedTexts({ ...campaign, state: "closed" })).toEqual([]);
  await db.surveyResponse.delete({ where: { id: responseId } });
  expect(await listPublishedTexts(campaign)).toEqual([]);
});

test("only named readers review, and only what is a free text that was written", async () => {
  const { campaign, reader, responseId } = await aPublishedCampaign();
  const decision = "published" as const;
  const others = [
    ...[anonymous, await aMember(), await aStaffMember()],
    await anActor([{ role: "admin", spaceId: null }]),
  ];
  for (const other of others) {
    const review = reviewText(other, { responseId, question: "commentaire", decision }, at);
    await expect(review).rejects.toThrow(NotFound);
    await expect(openTexts(other, { campaign, state: "waiting" }, at)).rejects.toThrow(NotFound);
  }
  for (const question of ["profil", "savoir_faire", "inconnu"]) {
    await expect(reviewText(reader, { responseId, question, decision }, at)).rejects.toThrow(
      NotFound,
    );
  }
  const unknown = reviewText(
    reader,
    { responseId: randomUUID(), question: "commentaire", decision },
    at,
  );
  await expect(unknown).rejects.toThrow(NotFound);
});
