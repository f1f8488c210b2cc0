import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { keepStep, startDraft } from "@/lib/surveys/drafts/commands";
import { findDraft } from "@/lib/surveys/drafts/queries";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

async function aCode() {
  const { slug } = await aCampaign();
  const input = { campaign: slug, locale: "fr", source: "papier", network: randomUUID() } as const;
  const started = await startDraft(anonymous, input, whileOpen);
  if (!started.ok) throw new Error(started.refusal);
  return { slug, code: started.value.code };
}

test("whoever has the code finds the answers kept, the campaign and where they came from", async () => {
  const { slug, code } = await aCode();
  const raw = { profil: "independant" };
  await keepStep(anonymous, { code, section: "vous", raw }, whileOpen);
  expect(await findDraft(anonymous, code, whileOpen)).toMatchObject({
    answers: raw,
    source: "papier",
    campaign: { slug, state: "open" },
  });
});

test("a draft is still read once the campaign is over, so that its text is not lost", async () => {
  const { code } = await aCode();
  const kept = await findDraft(anonymous, code, new Date("2026-07-30T09:00:00Z"));
  expect(kept?.campaign.state).toBe("open");
  expect(await findDraft(anonymous, code, new Date("2026-08-02T09:00:00Z"))).toBeNull();
});

test("a made-up code opens nothing, and no job reads drafts", async () => {
  expect(await findDraft(anonymous, "x".repeat(22), whileOpen)).toBeNull();
  await expect(findDraft(systemActor("test"), "x".repeat(22))).rejects.toThrow();
});
