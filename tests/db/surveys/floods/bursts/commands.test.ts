import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import { db, inTransaction } from "@/lib/infra/db";
import { notify } from "@/lib/notifications/commands";
import { decideBurst, holdBursts } from "@/lib/surveys/floods/bursts/commands";
import { countBatches } from "@/lib/surveys/publications/commands";
import { aMember, aStaffMember } from "@/tests/support/actors";
import { aPerson } from "@/tests/support/factories";
import { answersOn } from "@/tests/support/survey-answers";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

const system = systemActor("test");
const flood = day("2026-07-03");
const aWeekLater = new Date(whileOpen.getTime() + 7 * 86_400_000);

/** What the job does: what is a burst is held, then a batch is made. */
async function batchAt(at: Date): Promise<void> {
  await holdBursts(system);
  await countBatches(system, at);
}

const countedOf = (campaignId: string) =>
  db.surveyResponse.count({ where: { campaignId, batch: { not: null } } });

test("machines that got in on one day are in no batch until staff say that they count", async () => {
  const campaign = await aCampaign();
  await answersOn(campaign.id, "2026-07-01", 40);
  await answersOn(campaign.id, flood, 1_500);
  await batchAt(whileOpen);
  expect(await countedOf(campaign.id)).toBe(40);
  // Those who go on the same day are held too, those of another day are not.
  await answersOn(campaign.id, flood, 20);
  await answersOn(campaign.id, "2026-07-05", 30);
  await batchAt(aWeekLater);
  expect(await countedOf(campaign.id)).toBe(70);
  const staff = await aStaffMember();
  const burst = { slug: campaign.slug, day: flood };
  expect(await decideBurst(staff, { ...burst, verb: "count" }, aWeekLater)).toMatchObject({
    ok: true,
  });
  await batchAt(new Date(aWeekLater.getTime() + 7 * 86_400_000));
  expect(await countedOf(campaign.id)).toBe(1_590);
  expect(await decideBurst(staff, { ...burst, verb: "hold" }, aWeekLater)).toEqual({
    ...{ ok: false, refusal: "no_burst" },
  });
});

test("negative control: without it they are counted with the others", async () => {
  const campaign = await aCampaign();
  await answersOn(campaign.id, flood, 1_500);
  await countBatches(system, whileOpen);
  expect(await countedOf(campaign.id)).toBe(1_500);
});

test("what staff let be counted may be put aside again before its batch; the journal says who did", async () => {
  const campaign = await aCampaign();
  await answersOn(campaign.id, flood, 300);
  await holdBursts(system);
  const staff = await aStaffMember();
  for (const verb of ["count", "hold"] as const) {
    await decideBurst(staff, { slug: campaign.slug, day: flood, verb }, whileOpen);
  }
  await batchAt(whileOpen);
  expect(await countedOf(campaign.id)).toBe(0);
  const lines = await db.journalEntry.findMany({
    where: { subjectId: campaign.id },
    orderBy: { id: "asc" },
  });
  expect(lines).toMatchObject([
    { action: "campaign.burst_counted", actorId: staff.personId, after: { day: flood } },
    { action: "campaign.burst_held", after: { day: flood } },
  ]);
});

test("a day of no burst is nothing to decide, nor anybody's but staff", async () => {
  const campaign = await aCampaign();
  await answersOn(campaign.id, flood, 299);
  await holdBursts(system);
  expect(await db.surveyResponse.count({ where: { campaignId: campaign.id, held: true } })).toBe(0);
  const burst = { slug: campaign.slug, day: flood, verb: "hold" } as const;
  expect(await decideBurst(await aStaffMember(), burst, whileOpen)).toMatchObject({
    refusal: "no_burst",
  });
  for (const actor of [anonymous, await aMember()]) {
    await expect(decideBurst(actor, burst, whileOpen)).rejects.toThrow(NotFound);
    await expect(holdBursts(actor)).rejects.toThrow(Forbidden);
  }
});

/** Somebody who is staff for the database too. */
async function aStaffPerson() {
  const person = await aPerson();
  await db.roleGrant.create({ data: { personId: person.id, role: "staff" } });
  return person;
}

const toldOf = (personId: string) =>
  db.notification.findMany({ where: { personId, kind: "survey-burst" }, orderBy: { id: "asc" } });

test("staff are written to the first time a day is held, once a day, whatever comes after", async () => {
  const campaign = await aCampaign();
  const [staff, other] = [await aStaffPerson(), await aPerson()];
  await answersOn(campaign.id, flood, 299);
  await holdBursts(system, whileOpen);
  expect(await toldOf(staff.id)).toEqual([]);
  await answersOn(campaign.id, flood, 1);
  await holdBursts(system, whileOpen);
  await answersOn(campaign.id, flood, 50);
  await holdBursts(system, whileOpen);
  expect(await toldOf(staff.id)).toMatchObject([
    {
      payload: {
        day: flood,
        url: expect.stringContaining(`/pilotage/enquete/campagne/${campaign.slug}#afflux`),
      },
    },
  ]);
  await answersOn(campaign.id, "2026-07-05", 300);
  await holdBursts(system, whileOpen);
  expect((await toldOf(staff.id)).map(({ payload }) => payload)).toMatchObject([
    { day: flood },
    { day: "2026-07-05" },
  ]);
  expect(await toldOf(other.id)).toEqual([]);
});

test("two workers who hold at once write once to each of the staff", async () => {
  const campaign = await aCampaign();
  const staff = await aStaffPerson();
  await answersOn(campaign.id, flood, 400);
  await Promise.all([1, 2, 3].map(() => holdBursts(system, whileOpen)));
  expect(await toldOf(staff.id)).toHaveLength(1);
  const held = { campaignId: campaign.id, held: true };
  expect(await db.surveyResponse.count({ where: held })).toBe(400);
});

test("negative control: nothing but its key keeps one from being written to twice of a day", async () => {
  const staff = await aStaffPerson();
  const payload = { day: flood, url: "https://cowloting.example/pilotage/enquete" };
  const mail = { kind: "survey-burst" as const, personId: staff.id, locale: "fr", payload };
  for (const _ of [1, 2]) {
    await inTransaction(async (tx) => ok(await notify(tx, { ...mail, email: staff.email ?? "" })));
  }
  expect(await toldOf(staff.id)).toHaveLength(2);
});
