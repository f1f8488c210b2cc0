import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { hashOfToken } from "@/lib/identity/commands";
import { keepStep, startDraft } from "@/lib/surveys/drafts/commands";
import { findDraft } from "@/lib/surveys/drafts/queries";
import { sendResponse } from "@/lib/surveys/responses/commands";
import { findReceipt } from "@/lib/surveys/responses/queries";
import { aCommune } from "@/tests/support/factories";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

async function aCode() {
  const { slug } = await aCampaign();
  const input = { campaign: slug, locale: "fr", source: "papier", network: randomUUID() } as const;
  const started = await startDraft(anonymous, input, whileOpen);
  if (!started.ok) throw new Error(started.refusal);
  return { slug, code: started.value.code };
}

/** All that is required of somebody who wishes for no place, and a remark. */
async function fillIn(code: string, commentaire: string): Promise<void> {
  const { insee } = await aCommune({ isMember: true });
  const steps: Record<string, Record<string, unknown>> = {
    vous: {
      profil: "retraite_habitant",
      commune_residence: insee,
      lien_territoire: "residence_principale",
    },
    besoin: { interet: "non" },
    participation: { commentaire },
  };
  for (const [section, raw] of Object.entries(steps)) {
    await keepStep(anonymous, { code, section, raw }, whileOpen);
  }
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

test("an expired code, a guessed one and one that was sent never show answers, to whoever asks", async () => {
  const secret = "un four à pain, rien qu’à moi";
  const begun = async () => {
    const { code } = await aCode();
    await fillIn(code, secret);
    return code;
  };
  const [expired, sent, alive] = [await begun(), await begun(), await begun()];
  expect(await sendResponse(anonymous, { code: sent }, whileOpen)).toMatchObject({ ok: true });
  const later = new Date("2026-08-01T09:00:00Z");
  const guessed = [...[...alive].slice(0, -2), "zz"].join("");
  for (const [code, at] of [
    [expired, later],
    [sent, whileOpen],
    [guessed, whileOpen],
    [alive.toLowerCase(), whileOpen],
    [hashOfToken(alive).slice(0, 22), whileOpen],
    [hashOfToken(alive), whileOpen],
  ] as const) {
    expect(await findDraft(anonymous, code, at), code).toBeNull();
    expect(JSON.stringify(await findReceipt(anonymous, code, at)), code).not.toContain(secret);
  }
  expect(await findReceipt(anonymous, sent, whileOpen)).not.toBeNull();
  // The same question with the right code in time: what is not shown above is there to be shown.
  expect(JSON.stringify(await findDraft(anonymous, alive, whileOpen))).toContain(secret);
});
