import { createHash, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
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

type Brought = { challenge: string; solution?: string; answer?: string };
const admitted = (network: string, proof?: Brought) =>
  admitStart(anonymous, { network, proof }, whileOpen);
const start = async (network: string, proof?: Brought) => (await admitted(network, proof)).kind;

/** What is asked of somebody who comes now. */
async function asked() {
  const admission = await admitted(randomUUID());
  if (admission.kind !== "prove") throw new Error(admission.kind);
  return admission.challenge;
}

/** As many as are let in freely in ten minutes, each from a network of its own. */
async function manyBegin(): Promise<void> {
  let last = "free";
  for (let count = 0; count < 301 && last === "free"; count += 1) last = await start(randomUUID());
  expect(last).toBe("prove");
}

beforeEach(manyBegin);

test("while many begin, a second of work lets one in, once", async () => {
  const proof = worked(await asked());
  expect(await start(randomUUID(), proof)).toBe("by_work");
  expect(await start(randomUUID(), proof)).toBe("prove");
});

test("whoever runs no script adds two numbers instead, ten times an hour a network", async () => {
  const network = randomUUID();
  const admissions: string[] = [];
  for (let count = 0; count < 11; count += 1) {
    const { challenge, sum } = makeChallenge(15, whileOpen);
    admissions.push(await start(network, { challenge, answer: ` ${sum[0] + sum[1]} ` }));
  }
  expect(admissions).toEqual([...Array.from({ length: 10 }, () => "by_answer"), "prove"]);
});

test("a wrong proof, a forged challenge and one too old are none", async () => {
  const { challenge, sum } = makeChallenge(15, whileOpen);
  const answer = String(sum[0] + sum[1]);
  expect(await start(randomUUID(), { challenge, answer: "99" })).toBe("prove");
  expect(await start(randomUUID(), { challenge, solution: "x" })).toBe("prove");
  expect(await start(randomUUID(), { challenge: `${challenge}x`, answer })).toBe("prove");
  expect(await start(randomUUID(), { challenge: "a.b.c", answer })).toBe("prove");
  // Nor one that says it asks for less than it did.
  const easier = worked({ challenge: challenge.replace(".15.", ".1."), bits: 1 });
  expect(await start(randomUUID(), easier)).toBe("prove");
  const later = new Date(whileOpen.getTime() + 11 * 60_000);
  const proof = { challenge, answer };
  expect((await admitStart(anonymous, { network: randomUUID(), proof }, later)).kind).toBe("prove");
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

test("the work grows with those who come, and a proof is of the bits its challenge asked for", async () => {
  const before = await asked();
  for (let count = 0; count < 100; count += 1) await start(randomUUID());
  expect((await asked()).bits).toBe(before.bits + 1);
  expect(await start(randomUUID(), worked(before))).toBe("by_work");
});

test("whoever proves is not counted twice among those who come", async () => {
  const counted = async () => {
    const where = { key: { startsWith: "survey-starts:" } };
    return (await db.rateLimit.findFirstOrThrow({ where })).points;
  };
  const challenge = await asked();
  const before = await counted();
  expect(await start(randomUUID(), worked(challenge))).toBe("by_work");
  expect(await counted()).toBe(before);
  expect(await start(randomUUID())).toBe("prove");
  expect(await counted()).toBe(before + 1);
});

describe("the address of a school, in quiet times", () => {
  beforeEach(async () => {
    await db.rateLimit.deleteMany({ where: { key: { startsWith: "survey-starts:" } } });
  });

  test("begins sixty an hour, the others by a second of work, and hundreds never", async () => {
    const school = randomUUID();
    const kinds: string[] = [];
    for (let count = 0; count < 61; count += 1) kinds.push(await start(school));
    expect(kinds).toEqual([...Array.from({ length: 60 }, () => "free"), "prove"]);
    const admission = await admitted(school);
    if (admission.kind !== "prove") throw new Error(admission.kind);
    expect(admission.challenge.bits).toBe(15);
    expect(await start(school, worked(admission.challenge))).toBe("by_work");
    expect(await start(randomUUID())).toBe("free");
    await db.rateLimit.updateMany({
      where: { key: { startsWith: "survey-start:" }, points: { gte: 60 } },
      data: { points: 600 },
    });
    expect(await start(school)).toBe("too_many");
    expect(await start(school, worked(makeChallenge(15, whileOpen)))).toBe("too_many");
  });
});

test("no job begins a response", async () => {
  await expect(admitStart(systemActor("test"), { network: "x" }, whileOpen)).rejects.toThrow();
});
