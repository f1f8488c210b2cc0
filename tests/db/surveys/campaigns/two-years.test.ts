import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { findDeclaredUse } from "@/lib/reports/declared-use/queries";
import { findChosenCampaign } from "@/lib/surveys/campaigns/choices/queries";
import {
  findCampaignToHearOf,
  findComingCampaign,
  findCurrentCampaign,
} from "@/lib/surveys/campaigns/queries";
import { keepStep, startDraft } from "@/lib/surveys/drafts/commands";
import { enterSheet } from "@/lib/surveys/entries/commands";
import { countBatches } from "@/lib/surveys/publications/commands";
import { findResults, listPublished } from "@/lib/surveys/publications/queries";
import { framingOf } from "@/lib/web/framed-pages";
import { aStaffMember } from "@/tests/support/actors";
import { aTownHall } from "@/tests/support/desks";
import { aCampaign, answered, whileOpen } from "@/tests/support/surveys";

/** One campaign a year; the second is made ready before the first closes. */
const partnerOf = (code: string) => ({ code, name: code, origin: `https://${code}.example` });
const midnight = new Date("2026-09-15T22:00:00Z");
let first: Awaited<ReturnType<typeof aCampaign>>;
let second: Awaited<ReturnType<typeof aCampaign>>;

beforeAll(async () => {
  first = await aCampaign({ partners: [partnerOf("luzech")] });
  second = await aCampaign({
    partners: [partnerOf("douelle")],
    opensAt: new Date("2027-06-14T22:00:00Z"),
    closesAt: new Date("2027-09-15T22:00:00Z"),
    readyAt: new Date("2026-09-01T08:00:00Z"),
  });
});

describe("the night the first closes", () => {
  test("a step sent one second too late comes back into the frame it left, with what was typed", async () => {
    const input = { campaign: first.slug, locale: "fr", network: randomUUID() } as const;
    const started = await startDraft(anonymous, input, whileOpen);
    if (!started.ok) throw new Error(started.refusal);
    const { code } = started.value;
    await db.surveyDraft.updateMany({ data: { expiresAt: new Date("2026-10-01T00:00:00Z") } });
    const late = new Date(midnight.getTime() + 1_000);
    const step = { code, section: "besoin", raw: { interet: "non" } };
    expect(await keepStep(anonymous, step, late)).toMatchObject({ refusal: "not_open" });
    for (const page of [`repondre/${code}`, `repondre/${code}/relire`]) {
      const { ancestors } = await framingOf(`/enquete/integree/${page}`, late);
      expect(ancestors).toEqual(["https://luzech.example"]);
    }
  });

  test("whoever asks for news hears of the first, whoever comes to answer of the second", async () => {
    expect((await findCurrentCampaign(midnight))?.slug).toBe(first.slug);
    expect((await findCampaignToHearOf(midnight))?.slug).toBe(first.slug);
    expect((await findChosenCampaign(undefined, midnight))?.slug).toBe(first.slug);
    expect(await findComingCampaign(midnight)).toMatchObject({
      ...{ slug: second.slug, state: "to_come" },
    });
    expect((await framingOf("/enquete/integree", midnight)).ancestors).toEqual([
      ...["https://luzech.example", "https://douelle.example"],
    ]);
  });

  test("the sheets of the first are entered for fifteen days, without its name in the address", async () => {
    const { clerk, commune, desk } = await aTownHall();
    const at = new Date("2026-09-29T09:00:00Z");
    const campaign = (await findCurrentCampaign(at))?.slug ?? "";
    const raw = {
      ...{ profil: "retraite_habitant", commune_residence: commune.insee },
      ...{ lien_territoire: "de_passage", interet: "non" },
    };
    const code = randomBytes(16).toString("base64url");
    const sheet = {
      desk,
      campaign,
      code,
      raw,
      mode: "paper",
      language: "fr",
      isBlank: false,
    } as const;
    expect(await enterSheet(clerk, sheet, at)).toMatchObject({ ok: true });
    expect(await db.surveyResponse.count({ where: { campaignId: first.id } })).toBe(1);
  });
});

describe("once both are published", () => {
  const wish = { interet: "certain", frequence: "1_2_sem", profil: "independant" };
  const published = new Date("2027-10-05T08:00:00Z");

  beforeAll(async () => {
    for (const [{ id }, count, publishedAt] of [
      [first, 30, new Date("2026-10-01T08:00:00Z")],
      [second, 40, published],
    ] as const) {
      await answered(
        id,
        Array.from({ length: count }, () => wish),
      );
      await db.surveyResponse.updateMany({ where: { campaignId: id }, data: { batch: null } });
      await db.campaign.update({ where: { id }, data: { publishedAt } });
      await countBatches(systemActor("test"), publishedAt);
    }
  });

  test("the results of the first are still at the address that names it", async () => {
    const responsesOf = async (named: string | null) =>
      (await findResults(named, published))?.figures.responses;
    // One sheet of the first was entered in the tests above.
    expect(await responsesOf(first.slug)).toBeGreaterThanOrEqual(30);
    expect(await responsesOf(first.slug)).toBeLessThan(40);
    expect(await responsesOf(second.slug)).toBe(40);
    expect(await responsesOf(null)).toBe(40);
    expect((await listPublished(published)).map(({ slug }) => slug)).toEqual([
      ...[second.slug, first.slug],
    ]);
    expect((await listPublished(whileOpen)).map(({ slug }) => slug)).toEqual([]);
  });

  test("what the first declared is compared with the whole year after it", async () => {
    const staff = await aStaffMember();
    const year = { first: "2026-10", last: "2027-09" };
    const own = { diagnosis: { campaign: { slug: first.slug } }, period: year };
    expect(await findDeclaredUse(staff, null, published)).toMatchObject(own);
    const later = new Date("2027-12-05T08:00:00Z");
    expect(await findDeclaredUse(staff, first.slug, later)).toMatchObject(own);
    expect(await findDeclaredUse(staff, null, later)).toMatchObject({
      diagnosis: { campaign: { slug: second.slug } },
    });
  });
});
