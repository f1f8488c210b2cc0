import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { sayCampaignVerb } from "@/lib/surveys/campaigns/changes/commands";
import { getCampaign } from "@/lib/surveys/campaigns/queries";
import { decideEdit } from "@/lib/surveys/edits/rules";
import type { Edit } from "@/lib/surveys/edits/schema";
import { questionOf } from "@/lib/surveys/questionnaires/rules";
import { questionnaire } from "@/lib/surveys/questionnaires/schema";
import { editVersion, restoreVersion } from "@/lib/surveys/versions/commands";
import { getVersion } from "@/lib/surveys/versions/queries";
import { aMember, anActor, aStaffMember, hostOf } from "@/tests/support/actors";
import { aDraftCampaign } from "@/tests/support/campaigns";
import { aSpace } from "@/tests/support/factories";
import { aQuestion } from "@/tests/support/questionnaires";

const words = (text: string) => ({ fr: text, en: text });
const wording = (question: string, text: string): Edit => ({
  kind: "question_changed",
  question,
  label: words(text),
  requirement: question === "a" ? "needed" : "required",
  bounds: {},
});
const three = () => aDraftCampaign([aQuestion("a"), aQuestion("b"), aQuestion("c")]);
const labelIn = async (survey: string, version: number, question: string) => {
  const { questionnaire: asked } = await getVersion(await aStaffMember(), { survey, version });
  return questionOf(asked, question)?.label.fr;
};
const anAnswer = (campaignId: string) =>
  db.surveyResponse.create({
    data: {
      ...{ campaignId, version: 1, day: new Date("2026-07-01"), source: "site", locale: "fr" },
      ...{ entryMode: "online", answers: { a: "yes" }, receiptHash: randomUUID() },
    },
  });

describe("a version nobody can have answered", () => {
  test("is edited itself, what it was is kept, and the journal has a line", async () => {
    const staff = await aStaffMember();
    const { campaign } = await three();
    const read = { survey: campaign.survey, version: 1, revision: 1 };
    const edited = await editVersion(staff, { ...read, edit: wording("b", "Autrement dit") });
    expect(edited).toEqual({ ok: true, value: { version: 1, revision: 2, isNew: false } });
    const version = await getVersion(staff, read);
    expect(version).toMatchObject({ revision: 2, isKept: false });
    expect(version.history).toMatchObject([{ revision: 2, kind: "question_changed" }]);
    expect(await labelIn(campaign.survey, 1, "b")).toBe("Autrement dit");
    expect(
      await db.journalEntry.findFirst({ where: { subjectId: campaign.survey } }),
    ).toMatchObject({
      action: "questionnaire.question_changed",
      after: { version: 1, about: "b" },
    });
  });

  test("saying the same again keeps nothing and tells nobody", async () => {
    const { campaign } = await three();
    const read = { survey: campaign.survey, version: 1, revision: 1 };
    const staff = await aStaffMember();
    expect(await editVersion(staff, { ...read, edit: wording("b", "b") })).toMatchObject({
      ok: true,
    });
    expect((await getVersion(staff, read)).revision).toBe(1);
    expect(await db.journalEntry.count({ where: { subjectId: campaign.survey } })).toBe(0);
  });

  test("an edit that cannot be changes nothing", async () => {
    const { campaign } = await three();
    const read = { survey: campaign.survey, version: 1, revision: 1 };
    const staff = await aStaffMember();
    const edit: Edit = { kind: "question_removed", question: "zz" };
    expect(await editVersion(staff, { ...read, edit })).toEqual({ ok: false, refusal: "gone" });
    expect((await getVersion(staff, read)).revision).toBe(1);
  });
});

describe("two people edit at once", () => {
  test("different questions: both are kept", async () => {
    const { campaign } = await three();
    const staff = await aStaffMember();
    const read = { survey: campaign.survey, version: 1, revision: 1 };
    const edited = await Promise.all([
      editVersion(staff, { ...read, edit: wording("b", "La deuxième") }),
      editVersion(staff, { ...read, edit: wording("c", "La troisième") }),
    ]);
    expect(edited.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await labelIn(campaign.survey, 1, "b")).toBe("La deuxième");
    expect(await labelIn(campaign.survey, 1, "c")).toBe("La troisième");
    expect((await getVersion(staff, read)).revision).toBe(3);
  });

  test("the same question: the second is told, and the first is not written over", async () => {
    const { campaign } = await three();
    const staff = await aStaffMember();
    const read = { survey: campaign.survey, version: 1, revision: 1 };
    const edited = await Promise.all([
      editVersion(staff, { ...read, edit: wording("b", "Un") }),
      editVersion(staff, { ...read, edit: wording("b", "Deux") }),
    ]);
    expect(edited.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(edited.find(({ ok }) => !ok)).toMatchObject({ refusal: "changed_since" });
    expect(await labelIn(campaign.survey, 1, "b")).toBe(edited[0].ok ? "Un" : "Deux");
  });

  test("without the revision the second writes over the first, unseen", async () => {
    const { campaign } = await three();
    const key = { survey_version: { survey: campaign.survey, version: 1 } };
    let waiting: (() => void)[] = [];
    const together = () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length < 2) return;
        for (const go of waiting) go();
        waiting = [];
      });
    const unguarded = async (edit: Edit) => {
      const row = await db.surveyVersion.findUniqueOrThrow({ where: key });
      await together();
      const decided = decideEdit(questionnaire.parse(row.questionnaire), edit);
      if (!decided.ok) throw new Error(decided.refusal);
      const data = { questionnaire: JSON.parse(JSON.stringify(decided.value)) };
      await db.surveyVersion.update({ where: key, data });
    };
    await Promise.all([unguarded(wording("b", "Deux")), unguarded(wording("c", "Trois"))]);
    const labels = [await labelIn(campaign.survey, 1, "b"), await labelIn(campaign.survey, 1, "c")];
    expect(labels).not.toEqual(["Deux", "Trois"]);
  });
});

describe("a version that is kept", () => {
  test("stays as it is: the edit makes the next one, and answers keep the one they were given under", async () => {
    const { campaign, during } = await three();
    const staff = await aStaffMember();
    const { survey, slug, id } = campaign;
    await sayCampaignVerb(staff, { slug, verb: "ready" }, during);
    await anAnswer(id);
    const edit = wording("b", "Version deux");
    const edited = await editVersion(staff, { survey, version: 1, revision: 1, edit });
    expect(edited).toEqual({ ok: true, value: { version: 2, revision: 2, isNew: true } });
    expect(await labelIn(survey, 1, "b")).toBe("b");
    expect(await labelIn(survey, 2, "b")).toBe("Version deux");
    const asked = (await getCampaign(anonymous, slug, during)).questionnaire;
    expect([asked.version, questionOf(asked, "b")?.label.fr]).toEqual([1, "b"]);
    const answer = await db.surveyResponse.findFirstOrThrow({ where: { campaignId: id } });
    expect(answer.version).toBe(1);
    const actions = await db.journalEntry.findMany({
      where: { subjectId: survey },
      orderBy: { id: "asc" },
    });
    expect(actions.map(({ action }) => action)).toEqual([
      "questionnaire.version_made",
      "questionnaire.question_changed",
    ]);
  });

  test("with a draft after it, says so rather than make a second one", async () => {
    const { campaign, during } = await three();
    const staff = await aStaffMember();
    const { survey, slug } = campaign;
    await sayCampaignVerb(staff, { slug, verb: "ready" }, during);
    const read = { survey, version: 1, revision: 1 };
    await editVersion(staff, { ...read, edit: wording("b", "Deux") });
    expect(await editVersion(staff, { ...read, edit: wording("c", "Encore") })).toEqual({
      ok: false,
      refusal: "draft_exists",
      data: { version: 2 },
    });
  });

  test("is what it was when it becomes ready while somebody edits it", async () => {
    const { campaign, during } = await three();
    const staff = await aStaffMember();
    const { survey, slug } = campaign;
    const edit: Edit = { kind: "question_moved", question: "c", by: "up" };
    const [, edited] = await Promise.all([
      sayCampaignVerb(staff, { slug, verb: "ready" }, during),
      editVersion(staff, { survey, version: 1, revision: 1, edit }),
    ]);
    // Whichever came first: either the edit is what the public reads, or it made a version of its own.
    if (!edited.ok) throw new Error(edited.refusal);
    const read = (await getCampaign(anonymous, slug, during)).questionnaire;
    const order = read.sections.flatMap(({ questions }) => questions.map(({ id }) => id));
    expect(order).toEqual(edited.value.isNew ? ["a", "b", "c"] : ["a", "c", "b"]);
  });

  test("is kept by the database itself once it has answers", async () => {
    const { campaign } = await three();
    const where = { survey_version: { survey: campaign.survey, version: 1 } };
    const over = { data: { questionnaire: {} } };
    await anAnswer(campaign.id);
    await expect(db.surveyVersion.update({ where, ...over })).rejects.toThrow(/has answers/);
    await db.surveyResponse.deleteMany({ where: { campaignId: campaign.id } });
    await db.surveyVersion.update({ where, ...over });
  });
});

describe("going back", () => {
  test("the last edit is undone, and one may go back from there", async () => {
    const { campaign } = await three();
    const staff = await aStaffMember();
    const { survey } = campaign;
    const at = (revision: number) => ({ survey, version: 1, revision });
    await editVersion(staff, { ...at(1), edit: wording("b", "Deux") });
    await editVersion(staff, { ...at(2), edit: wording("b", "Trois") });
    const back = (revision: number, to: number) =>
      restoreVersion(staff, { ...at(revision), from: { version: 1, revision: to } });
    expect(await back(3, 2)).toMatchObject({ ok: true });
    expect(await labelIn(survey, 1, "b")).toBe("Deux");
    expect(await back(4, 1)).toMatchObject({ ok: true });
    expect(await labelIn(survey, 1, "b")).toBe("b");
    expect(await back(5, 3)).toMatchObject({ ok: true });
    expect(await labelIn(survey, 1, "b")).toBe("Trois");
    expect(await back(6, 40)).toEqual({ ok: false, refusal: "gone" });
    expect(await back(2, 1)).toEqual({ ok: false, refusal: "changed_since" });
  });

  test("a draft takes the text of the version before it", async () => {
    const { campaign, during } = await three();
    const staff = await aStaffMember();
    const { survey, slug } = campaign;
    await sayCampaignVerb(staff, { slug, verb: "ready" }, during);
    await editVersion(staff, { survey, version: 1, revision: 1, edit: wording("b", "Deux") });
    const draft = { survey, version: 2, revision: 2 };
    expect(await restoreVersion(staff, { ...draft, from: { version: 1 } })).toMatchObject({
      ok: true,
    });
    expect(await labelIn(survey, 2, "b")).toBe("b");
    expect((await getVersion(staff, draft)).questionnaire.version).toBe(2);
    const none = await restoreVersion(staff, { ...draft, revision: 3, from: { version: 9 } });
    expect(none).toEqual({ ok: false, refusal: "gone" });
  });
});

test("visitors, members and hosts write no questionnaire", async () => {
  const { campaign } = await three();
  const read = { survey: campaign.survey, version: 1, revision: 1 };
  const edit = wording("b", "Autre");
  for (const actor of [anonymous, await aMember(), await hostOf(await aSpace())]) {
    await expect(editVersion(actor, { ...read, edit })).rejects.toThrow(NotFound);
    await expect(restoreVersion(actor, { ...read, from: { version: 1 } })).rejects.toThrow(
      NotFound,
    );
  }
  const admin = await anActor([{ role: "admin", spaceId: null }]);
  expect(await editVersion(admin, { ...read, edit })).toMatchObject({ ok: true });
  const unknown = editVersion(admin, { ...read, version: 7, edit });
  await expect(unknown).rejects.toThrow(NotFound);
});
