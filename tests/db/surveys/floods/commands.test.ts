import { createHash, randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { startDraft } from "@/lib/surveys/drafts/commands";
import { admitStart, makeChallenge } from "@/lib/surveys/floods/commands";
import { workText, zeroBits } from "@/lib/surveys/floods/rules";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

function worked({ challenge, bits }: { challenge: string; bits: number }) {
  for (let tried = 0; ; tried += 1) {
    const solution = String(tried);
    const digest = createHash("sha256").update(workText(challenge, solution)).digest();
    if (zeroBits(digest) >= bits) return { challenge, solution };
  }
}

const start = (
  network: string,
  proof?: { challenge: string; solution?: string; answer?: string },
) => admitStart(anonymous, { network, proof }, whileOpen);

/** As many as are let in freely in ten minutes, each from a network of its own. */
async function manyBegin(): Promise<void> {
  let last = "free";
  for (let count = 0; count < 301 && last === "free"; count += 1) last = await start(randomUUID());
  expect(last).toBe("prove");
}

beforeEach(manyBegin);

test("while many begin, a second of work lets one in, once", async () => {
  const proof = worked(makeChallenge(whileOpen));
  expect(await start(randomUUID(), proof)).toBe("by_work");
  expect(await start(randomUUID(), proof)).toBe("prove");
});

test("whoever runs no script adds two numbers instead, ten times an hour a network", async () => {
  const network = randomUUID();
  const admissions = [];
  for (let count = 0; count < 11; count += 1) {
    const { challenge, sum } = makeChallenge(whileOpen);
    admissions.push(await start(network, { challenge, answer: ` ${sum[0] + sum[1]} ` }));
  }
  expect(admissions).toEqual([...Array.from({ length: 10 }, () => "by_answer"), "prove"]);
});

test("a wrong proof, a forged challenge and one too old are none", async () => {
  const { challenge, sum } = makeChallenge(whileOpen);
  const answer = String(sum[0] + sum[1]);
  expect(await start(randomUUID(), { challenge, answer: "99" })).toBe("prove");
  expect(await start(randomUUID(), { challenge, solution: "x" })).toBe("prove");
  expect(await start(randomUUID(), { challenge: `${challenge}x`, answer })).toBe("prove");
  expect(await start(randomUUID(), { challenge: "a.b.c", answer })).toBe("prove");
  const later = new Date(whileOpen.getTime() + 11 * 60_000);
  const proof = { challenge, answer };
  expect(await admitStart(anonymous, { network: randomUUID(), proof }, later)).toBe("prove");
  expect(await start(randomUUID(), proof)).toBe("by_answer");
});

test("a real burst writes no more drafts than were let in, and tells what to prove", async () => {
  const { slug, id } = await aCampaign();
  const begin = () =>
    startDraft(anonymous, { campaign: slug, locale: "fr", network: randomUUID() }, whileOpen);
  const outcomes = await Promise.all(Array.from({ length: 120 }, begin));
  expect(outcomes.every((each) => !each.ok && each.refusal === "prove")).toBe(true);
  expect(outcomes[0]).toMatchObject({ data: { bits: expect.any(Number) } });
  expect(await db.surveyDraft.count({ where: { campaignId: id } })).toBe(0);
});

test("no job begins a response", async () => {
  await expect(admitStart(systemActor("test"), { network: "x" }, whileOpen)).rejects.toThrow();
});
