import { randomUUID } from "node:crypto";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { hashOfToken } from "@/lib/identity/commands";
import { db } from "@/lib/infra/db";
import { sendResponse } from "@/lib/surveys/responses/commands";
import { aCommune } from "@/tests/support/factories";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

/** Finished drafts by their codes, of one campaign. */
async function finishedDrafts(count: number) {
  const { insee } = await aCommune({ isMember: true });
  const { id } = await aCampaign();
  const codes = Array.from({ length: count }, () => randomUUID());
  const answers = {
    profil: "retraite_habitant",
    commune_residence: insee,
    lien_territoire: "aucun",
    interet: "non",
  };
  await db.surveyDraft.createMany({
    data: codes.map((code) => ({
      codeHash: hashOfToken(code),
      campaignId: id,
      answers,
      source: "site",
      locale: "fr",
      expiresAt: new Date("2027-01-01"),
    })),
  });
  return { campaignId: id, codes };
}

const send = (code: string) => sendResponse(anonymous, { code }, whileOpen);

/** Every text that goes to Postgres while the work runs. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const { query } = pg.Client.prototype;
  const texts: string[] = [];
  pg.Client.prototype.query = function noted(this: pg.Client, ...given: unknown[]) {
    const [first] = given;
    const text =
      typeof first === "object" && first !== null && "text" in first ? first.text : first;
    texts.push(String(text));
    return Reflect.apply(query, this, given);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return texts;
}

const writes = (texts: string[]) =>
  texts.filter((text) => /\b(INSERT|UPDATE|DELETE)\b/i.test(text));

describe("1 000 drafts, each sent twice at once", () => {
  test("leave one response each, and everybody is told it is sent", async () => {
    const { campaignId, codes } = await finishedDrafts(1_000);
    // By fifty, so that what is tried is the race and not the wait for a connection.
    for (let from = 0; from < codes.length; from += 50) {
      const some = codes.slice(from, from + 50);
      const outcomes = await Promise.all(some.flatMap((code) => [send(code), send(code)]));
      expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
    }
    expect(await db.surveyResponse.count({ where: { campaignId } })).toBe(1_000);
    const receipts = await db.surveyResponse.findMany({
      where: { campaignId },
      select: { receiptHash: true },
    });
    expect(new Set(receipts.map(({ receiptHash }) => receiptHash)).size).toBe(1_000);
    expect(await db.surveyDraft.count({ where: { campaignId } })).toBe(0);
  }, 60_000);

  test("negative control: looking first, then writing without the receipt, leaves more", async () => {
    const { campaignId, codes } = await finishedDrafts(200);
    const naive = async (code: string) => {
      const draft = await db.surveyDraft.findUnique({ where: { codeHash: hashOfToken(code) } });
      if (!draft) return;
      await db.surveyResponse.create({
        data: {
          campaignId,
          version: 1,
          day: whileOpen,
          source: draft.source,
          entryMode: draft.entryMode,
          locale: draft.locale,
          answers: {},
          // A receipt of its own each time: nothing then makes two sendings one.
          receiptHash: randomUUID(),
        },
      });
      await db.surveyDraft.deleteMany({ where: { codeHash: draft.codeHash } });
    };
    for (let from = 0; from < codes.length; from += 20) {
      await Promise.all(codes.slice(from, from + 20).flatMap((code) => [naive(code), naive(code)]));
    }
    expect(await db.surveyResponse.count({ where: { campaignId } })).toBeGreaterThan(200);
  }, 60_000);
});

test("a submission is one reading and one write", async () => {
  const { codes } = await finishedDrafts(2);
  const [first = "", second = ""] = codes;
  // The first reads the questionnaire too, which is kept.
  await send(first);
  const texts = await statementsOf(() => send(second));
  expect(writes(texts)).toHaveLength(1);
  expect(texts).toHaveLength(2);
});
