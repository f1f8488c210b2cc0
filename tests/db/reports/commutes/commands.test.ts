import { describe, expect, test } from "vitest";
import { anonymous, type PersonActor } from "@/lib/core/actor";
import { Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import type { Situation } from "@/lib/members/profiles/schema";
import { listConsents } from "@/lib/privacy/consents/queries";
import { eraseOwnAccount } from "@/lib/privacy/erasures/commands";
import { listOwnData } from "@/lib/privacy/exports/queries";
import { saveCommute, withdrawCommute } from "@/lib/reports/commutes/commands";
import type { CommuteInput } from "@/lib/reports/commutes/schema";
import { aMember } from "@/tests/support/actors";
import { aCommune, aSpace, mondayMorning } from "@/tests/support/factories";

/** Somebody with a profile that says so. */
async function somebody(situation: Situation = "teleworker", isAtHome = true) {
  const member = await aMember();
  const communeId = isAtHome ? (await aCommune()).insee : null;
  await db.profile.create({ data: { personId: member.personId, situation, communeId } });
  return member;
}

async function said(own: Partial<CommuteInput> = {}): Promise<CommuteInput> {
  return { workplace: (await aCommune()).insee, mode: "car", agrees: "yes", ...own };
}

const rowOf = ({ personId }: PersonActor) => db.commute.findUnique({ where: { personId } });

describe("giving one's travel", () => {
  test("a salaried teleworker gives workplace, means and kilometres, and when they agreed is kept", async () => {
    const [member, space] = [await somebody(), await aSpace()];
    const input = await said({ kmToWork: 20.5, space: space.id, kmToSpace: 5 });
    expect(await saveCommute(member, input, mondayMorning)).toEqual({ ok: true, value: null });
    expect(await rowOf(member)).toEqual({
      personId: member.personId,
      workplaceId: input.workplace,
      mode: "car",
      kmToWork: 20.5,
      spaceId: space.id,
      kmToSpace: 5,
      agreedAt: mondayMorning,
    });
  });

  test("given again it replaces what was given, and is one agreement", async () => {
    const member = await somebody();
    await saveCommute(member, await said({ kmToWork: 20 }), mondayMorning);
    await saveCommute(member, await said({ mode: "train" }), mondayMorning);
    expect(await rowOf(member)).toMatchObject({ mode: "train", kmToWork: null });
    expect(await listConsents(member)).toMatchObject([{ purpose: "travel", withdrawnAt: null }]);
  });

  test("two at once are one agreement", async () => {
    const member = await somebody();
    const [one, other] = [await said(), await said({ mode: "bus" })];
    const both = await Promise.all([saveCommute(member, one), saveCommute(member, other)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await listConsents(member)).toHaveLength(1);
  });

  test.each([
    ["not_agreed", { agrees: undefined }],
    ["space_without_km", { space: crypto.randomUUID() }],
    ["km_without_space", { kmToSpace: 5 }],
    ["unknown_space", { space: crypto.randomUUID(), kmToSpace: 5 }],
    ["unknown_commune", { workplace: "Atlantide-sur-Lot" }],
  ] as const)("nothing is kept of what is refused: %s", async (refusal, own) => {
    const member = await somebody();
    expect(await saveCommute(member, await said(own))).toMatchObject({ ok: false, refusal });
    expect(await rowOf(member)).toBeNull();
    expect(await listConsents(member)).toEqual([]);
  });

  test("a name two communes have is asked about, with both", async () => {
    const name = `Saint-Double ${crypto.randomUUID().slice(0, 6)}`;
    await aCommune({ name });
    await aCommune({ name });
    const refused = await saveCommute(await somebody(), await said({ workplace: name }));
    expect(refused).toMatchObject({
      refusal: "ambiguous_commune",
      data: { suggestions: [name, name] },
    });
  });

  test("who is no salaried teleworker, or does not say where they live, gives nothing", async () => {
    const input = await said();
    expect(await saveCommute(await somebody("self_employed"), input)).toMatchObject({
      refusal: "not_teleworker",
    });
    expect(await saveCommute(await aMember(), input)).toMatchObject({ refusal: "not_teleworker" });
    expect(await saveCommute(await somebody("teleworker", false), input)).toMatchObject({
      refusal: "no_home",
    });
    await expect(saveCommute(anonymous, input)).rejects.toThrow(Unauthenticated);
  });
});

describe("taking it back", () => {
  test("deletes what was given, withdraws the agreement with its date, and touches nobody else's", async () => {
    const [member, other] = [await somebody(), await somebody()];
    await saveCommute(member, await said());
    await saveCommute(other, await said());
    await withdrawCommute(member);
    await withdrawCommute(member);
    expect(await rowOf(member)).toBeNull();
    expect(await rowOf(other)).not.toBeNull();
    const [consent] = await listConsents(member);
    expect(consent?.withdrawnAt).toBeInstanceOf(Date);
    await expect(withdrawCommute(anonymous)).rejects.toThrow(Unauthenticated);
  });

  test("is possible whatever one has become since", async () => {
    const member = await somebody();
    await saveCommute(member, await said());
    await db.profile.update({
      where: { personId: member.personId },
      data: { situation: "self_employed" },
    });
    await withdrawCommute(member);
    expect(await rowOf(member)).toBeNull();
  });
});

test("what was given is among one's data, and goes with the account", async () => {
  const [member, space] = [await somebody(), await aSpace()];
  const input = await said({ space: space.id, kmToSpace: 5 });
  await saveCommute(member, input, mondayMorning);
  const tables = await listOwnData(member);
  expect(tables.find(({ table }) => table === "commutes")?.rows).toMatchObject([
    { mode: "car", km_to_space: 5, usual_space_id: space.name },
  ]);
  expect((await eraseOwnAccount(member, { mot: "effacer" })).ok).toBe(true);
  expect(await db.commute.count({ where: { workplaceId: input.workplace } })).toBe(0);
});

test("the table itself refuses kilometres that are no trip, and those of no space", async () => {
  const { personId } = await somebody();
  const workplaceId = (await aCommune()).insee;
  const data = { personId, workplaceId, mode: "car" as const, agreedAt: mondayMorning };
  for (const wrong of [{ kmToWork: 0 }, { kmToWork: 301 }, { kmToSpace: 5 }]) {
    await expect(db.commute.create({ data: { ...data, ...wrong } })).rejects.toThrow(/commute_km/);
  }
});
