import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { sayCampaignVerb } from "@/lib/surveys/campaigns/changes/commands";
import type { CampaignVerb } from "@/lib/surveys/campaigns/changes/schema";
import { getCampaign } from "@/lib/surveys/campaigns/queries";
import { startDraft } from "@/lib/surveys/drafts/commands";
import { aStaffMember } from "@/tests/support/actors";
import { aDraftCampaign } from "@/tests/support/campaigns";
import { aQuestion, aQuestionnaire } from "@/tests/support/questionnaires";
import { aCampaign } from "@/tests/support/surveys";

describe("a campaign goes through its states", () => {
  const say = async (slug: string, verb: CampaignVerb, at: Date) =>
    sayCampaignVerb(await aStaffMember(), { slug, verb }, at);

  test("ready, open, closed now, published, each in the journal", async () => {
    const { campaign, during } = await aDraftCampaign();
    const { slug, id } = campaign;
    const stateAt = async (at: Date) => (await getCampaign(await aStaffMember(), slug, at)).state;
    expect(await say(slug, "ready", new Date("2026-01-01T08:00:00Z"))).toMatchObject({ ok: true });
    expect(await stateAt(new Date("2026-01-02T08:00:00Z"))).toBe("to_come");
    expect(await stateAt(during)).toBe("open");
    expect(await say(slug, "close", during)).toMatchObject({ ok: true });
    expect(await stateAt(during)).toBe("closed");
    expect(await say(slug, "publish", during)).toMatchObject({ ok: true });
    expect(await stateAt(during)).toBe("published");
    // The figures are counted at once, by a job of the same transaction.
    const jobs = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM graphile_worker.jobs
      WHERE task_identifier = 'count_survey_batches'`;
    expect(jobs[0]?.count).toBe(1);
    const lines = await db.journalEntry.findMany({
      where: { subjectId: id },
      orderBy: { id: "asc" },
    });
    expect(lines.map(({ action }) => action)).toEqual([
      "campaign.readied",
      "campaign.closed",
      "campaign.results_published",
    ]);
  });

  test("said twice it is done once, with one line in the journal", async () => {
    const { campaign, during } = await aDraftCampaign();
    await say(campaign.slug, "ready", during);
    expect(await say(campaign.slug, "ready", during)).toMatchObject({ ok: true });
    expect(await db.journalEntry.count({ where: { subjectId: campaign.id } })).toBe(1);
  });

  test("a questionnaire in which the checker finds a fault is not put before anybody", async () => {
    const later = [aQuestion("a", { showIf: { q: "b", in: ["yes"] } }), aQuestion("b")];
    const { campaign, during } = await aDraftCampaign(later);
    expect(await say(campaign.slug, "ready", during)).toEqual({
      ok: false,
      refusal: "faulty_questionnaire",
    });
  });

  test("of two drafts of the same days made ready at once, one is", async () => {
    const { campaign, during } = await aDraftCampaign();
    const { opensAt, closesAt } = campaign;
    const questionnaire = aQuestionnaire([aQuestion("a")]);
    const other = await aCampaign({ questionnaire, readyAt: null, opensAt, closesAt });
    const said = await Promise.all([
      say(campaign.slug, "ready", during),
      say(other.slug, "ready", during),
    ]);
    expect(said.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(said.find(({ ok }) => !ok)).toMatchObject({ refusal: "overlaps" });
  });

  test("without waiting in line both would be: each sees the other as a draft", async () => {
    const { campaign, during } = await aDraftCampaign();
    const { opensAt, closesAt } = campaign;
    const questionnaire = aQuestionnaire([aQuestion("a")]);
    const other = await aCampaign({ questionnaire, readyAt: null, opensAt, closesAt });
    const unguarded = async (id: string, arrived: () => Promise<void>) => {
      const where = { id: { not: id }, readyAt: { not: null }, opensAt };
      const isFree = (await db.campaign.count({ where })) === 0;
      await arrived();
      if (isFree) await db.campaign.update({ where: { id }, data: { readyAt: during } });
    };
    let waiting: (() => void)[] = [];
    const together = () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length === 2) {
          for (const go of waiting) go();
          waiting = [];
        }
      });
    await Promise.all([unguarded(campaign.id, together), unguarded(other.id, together)]);
    expect(await db.campaign.count({ where: { opensAt, readyAt: { not: null } } })).toBe(2);
  });

  test("what somebody has begun to answer is not withdrawn", async () => {
    const { campaign, during } = await aDraftCampaign();
    const { slug } = campaign;
    await say(slug, "ready", during);
    expect(await say(slug, "withdraw", during)).toMatchObject({ ok: true });
    await say(slug, "ready", during);
    const start = { campaign: slug, locale: "fr" as const, network: randomUUID() };
    await startDraft(anonymous, start, during);
    expect(await say(slug, "withdraw", during)).toEqual({ ok: false, refusal: "has_answers" });
  });
});
