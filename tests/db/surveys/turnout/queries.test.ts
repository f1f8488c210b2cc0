import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { enterSheet } from "@/lib/surveys/entries/commands";
import { countBatches } from "@/lib/surveys/publications/commands";
import { findOwnTurnout, getTurnout } from "@/lib/surveys/turnout/queries";
import { aMember, anActor, aStaffMember, hostOf } from "@/tests/support/actors";
import { aTownHall } from "@/tests/support/desks";
import { aSpace } from "@/tests/support/factories";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

async function answersFrom(
  campaignId: string,
  insee: string,
  count: number,
  batch: number | null = 1,
) {
  await db.surveyResponse.createMany({
    data: Array.from({ length: count }, () => ({
      ...{ campaignId, version: 1, day: new Date("2026-07-01"), source: "site" },
      ...{ entryMode: "online" as const, locale: "fr", receiptHash: randomUUID() },
      ...{ answers: { commune_residence: insee }, batch },
    })),
  });
}

test("staff see where answers come from against how many live there; nobody else does", async () => {
  const { id, slug } = await aCampaign();
  const { commune, clerk } = await aTownHall();
  await db.commune.update({ where: { insee: commune.insee }, data: { population: 2_000 } });
  await answersFrom(id, commune.insee, 8);
  await answersFrom(id, "ailleurs_fr", 6);
  const { turnout, names } = await getTurnout(await aStaffMember(), slug, whileOpen);
  const own = turnout?.lines.find(({ communes }) => communes.includes(commune.insee));
  expect(own).toMatchObject({ communes: [commune.insee], respondents: 8, perThousand: 4 });
  expect(turnout?.respondents).toBe(8);
  expect(names.get(commune.insee)).toBe(commune.name);
  const admin = await anActor([{ role: "admin", spaceId: null }]);
  expect((await getTurnout(admin, slug, whileOpen)).turnout?.respondents).toBe(8);
  for (const actor of [anonymous, await aMember(), await hostOf(await aSpace()), clerk]) {
    await expect(getTurnout(actor, slug, whileOpen)).rejects.toThrow(NotFound);
  }
});

test("what has just come is seen with its batch, not one answer after the other, closed or not", async () => {
  const { id, slug, closesAt } = await aCampaign();
  const { commune, clerk, desk } = await aTownHall();
  await answersFrom(id, commune.insee, 6);
  await answersFrom(id, commune.insee, 1, null);
  const seenAt = async (at: Date) => (await findOwnTurnout(clerk, desk, slug, at))?.line;
  expect(await seenAt(whileOpen)).toMatchObject({ respondents: 6 });
  expect(await seenAt(closesAt)).toMatchObject({ respondents: 6 });
});

test("a clerk sees their own commune and no other, and nothing of fewer than five", async () => {
  const { id, slug } = await aCampaign();
  const [here, there] = [await aTownHall(), await aTownHall()];
  // Of the two, the one that is told with the empty communes beside is chosen by its inhabitants.
  const fewest = { where: { insee: there.commune.insee }, data: { population: 1 } };
  await db.commune.update(fewest);
  await db.commune.update({ where: { insee: here.commune.insee }, data: { population: 9_000 } });
  await answersFrom(id, here.commune.insee, 6);
  await answersFrom(id, there.commune.insee, 9);
  const own = await findOwnTurnout(here.clerk, here.desk, slug, whileOpen);
  expect(own?.line).toMatchObject({ communes: [here.commune.insee], respondents: 6 });
  expect([...(own?.names.keys() ?? [])]).toEqual([here.commune.insee]);
  await expect(findOwnTurnout(here.clerk, there.desk, slug, whileOpen)).rejects.toThrow(NotFound);
  const third = await aTownHall();
  await answersFrom(id, third.commune.insee, 3);
  const few = await findOwnTurnout(third.clerk, third.desk, slug, whileOpen);
  expect(few?.line?.communes.length).toBeGreaterThan(1);
  expect(few?.line?.respondents).toBeGreaterThanOrEqual(5);
});

test("a host sees none: a space is of no commune's town hall", async () => {
  const { slug } = await aCampaign();
  const space = await aSpace();
  const desk = { kind: "space", slug: space.slug } as const;
  expect(await findOwnTurnout(await hostOf(space), desk, slug, whileOpen)).toBeNull();
});

test("sheets a clerk enters move the gauge together, once five of them make a batch", async () => {
  const { slug } = await aCampaign();
  const { commune, clerk, desk } = await aTownHall();
  const raw = {
    ...{ profil: "retraite_habitant", commune_residence: commune.insee },
    ...{ lien_territoire: "de_passage", interet: "non" },
  };
  const counted = async () => {
    await countBatches(systemActor("test"), whileOpen);
    return (await findOwnTurnout(clerk, desk, slug, whileOpen))?.line?.respondents ?? 0;
  };
  const seen: number[] = [];
  for (let sheet = 0; sheet < 5; sheet += 1) {
    const code = randomUUID().replaceAll("-", "").slice(0, 22);
    const how = { mode: "paper", language: "fr", isBlank: false } as const;
    await enterSheet(clerk, { desk, campaign: slug, code, raw, ...how }, whileOpen);
    seen.push(await counted());
  }
  expect(seen).toEqual([0, 0, 0, 0, 5]);
});
