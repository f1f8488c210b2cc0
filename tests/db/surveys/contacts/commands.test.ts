import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import {
  askContact,
  confirmContact,
  forgetOldContacts,
  stopContact,
} from "@/lib/surveys/contacts/commands";
import { aCommune } from "@/tests/support/factories";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

async function aWish(overrides: Partial<Parameters<typeof askContact>[1]> = {}) {
  const campaign = await aCampaign();
  const email = `habitante-${randomUUID()}@exemple.test`;
  const input = {
    campaign: campaign.slug,
    email,
    wishes: ["resultats" as const],
    locale: "fr" as const,
    network: randomUUID(),
    ...overrides,
  };
  return {
    campaign,
    email: input.email,
    input,
    asked: await askContact(anonymous, input, whileOpen),
  };
}

async function linkTo(email: string): Promise<string> {
  const { payload } = await db.notification.findFirstOrThrow({
    where: { email, kind: "survey-contact" },
    orderBy: { createdAt: "desc" },
  });
  return /jeton=([\w-]{22})/.exec(JSON.stringify(payload))?.[1] ?? "";
}

const contactOf = (email: string) => db.surveyContact.findFirst({ where: { email } });

test("whoever wishes to hear of the survey is written to, and counts once they have said yes", async () => {
  const { asked, email } = await aWish({ firstName: "Odette" });
  expect(asked).toEqual({ ok: true, value: null });
  expect(await contactOf(email)).toMatchObject({
    firstName: "Odette",
    wishes: ["resultats"],
    month: new Date("2026-07-01"),
    confirmedMonth: null,
  });
  const token = await linkTo(email);
  expect(JSON.stringify(await contactOf(email))).not.toContain(token);
  for (const _ of ["first", "again"]) {
    expect(await confirmContact(anonymous, { token }, whileOpen)).toEqual({
      ok: true,
      value: null,
    });
  }
  expect((await contactOf(email))?.confirmedMonth).toEqual(new Date("2026-07-01"));
});

test("answers and an address left one minute apart have no day in common, not even by the mails", async () => {
  const { insee, name } = await aCommune({ isMember: true });
  const onThe23rd = new Date("2026-07-23T09:00:00Z");
  const wishes = ["ouverture" as const];
  const { campaign, email, input } = await aWish({ commune: name, wishes });
  await db.surveyContact.deleteMany({ where: { email } });
  await db.notification.deleteMany({ where: { email } });
  await askContact(anonymous, input, onThe23rd);
  await confirmContact(anonymous, { token: await linkTo(email) }, onThe23rd);
  await db.surveyResponse.create({
    data: {
      ...{ campaignId: campaign.id, version: 1, source: "site", entryMode: "online", locale: "fr" },
      ...{ day: new Date("2026-07-23"), answers: { commune_residence: insee } },
      receiptHash: randomUUID(),
    },
  });
  await db.notification.updateMany({ where: { email }, data: { deliveredAt: onThe23rd } });
  await forgetOldContacts(systemActor("test"), new Date("2026-07-24T03:47:00Z"));
  const sameDay = await db.$queryRaw`
    SELECT c.email FROM survey_contacts c JOIN survey_responses r ON r.campaign_id = c.campaign_id
      AND r.answers ->> 'commune_residence' = c.commune_insee
    LEFT JOIN notifications n ON n.email = c.email
    WHERE r.day IN (c.month, c.confirmed_month, n.created_at::date, n.delivered_at::date)`;
  expect(sameDay).toEqual([]);
  expect(await contactOf(email)).toMatchObject({ communeId: insee });
  await expect(
    db.surveyContact.updateMany({ where: { email }, data: { month: new Date("2026-07-23") } }),
  ).rejects.toThrow("survey_contact_tells_months");
});

test("the commune of a contact is kept only where they wish to hear of openings, by how near they are", async () => {
  const { insee, name } = await aCommune({ isMember: true });
  const near = await aWish({ commune: name, wishes: ["resultats", "ouverture"] });
  expect(await contactOf(near.email)).toMatchObject({ communeId: insee });
  const { email } = await aWish({ commune: name, wishes: ["resultats", "ateliers"] });
  expect(await contactOf(email)).toMatchObject({ communeId: null });
  await expect(
    db.surveyContact.updateMany({ where: { email }, data: { communeId: insee } }),
  ).rejects.toThrow("survey_contacts_commune_for_openings");
});

test("an address known already is told nothing new, and nobody learns that it is", async () => {
  const { email, input } = await aWish();
  await confirmContact(anonymous, { token: await linkTo(email) }, whileOpen);
  const again = { ...input, wishes: ["ateliers" as const] };
  expect(await askContact(anonymous, again, whileOpen)).toEqual({ ok: true, value: null });
  expect(await contactOf(email)).toMatchObject({ wishes: ["resultats"] });
  expect(await db.notification.count({ where: { email } })).toBe(1);
});

test("one mailbox gets three mails a day at most, one network asks twenty times an hour", async () => {
  const { email, input } = await aWish();
  for (let count = 0; count < 4; count += 1) await askContact(anonymous, input, whileOpen);
  expect(await db.notification.count({ where: { email } })).toBe(3);
  const network = randomUUID();
  const others = [];
  for (let count = 0; count < 21; count += 1) {
    const other = { ...input, email: `${randomUUID()}@exemple.test`, network };
    others.push(await askContact(anonymous, other, whileOpen));
  }
  expect(others.map((each) => each.ok)).toEqual([...Array.from({ length: 20 }, () => true), false]);
});

test("the link of the mail stops everything: nothing of it is kept", async () => {
  const { email } = await aWish();
  const token = await linkTo(email);
  expect(await stopContact(anonymous, { token })).toEqual({ ok: true, value: null });
  expect(await contactOf(email)).toBeNull();
  expect(await stopContact(anonymous, { token })).toMatchObject({ refusal: "unknown_link" });
  expect(await confirmContact(anonymous, { token })).toMatchObject({ refusal: "unknown_link" });
});

test("a commune that does not exist is refused, and nothing is written", async () => {
  const { asked, email } = await aWish({ commune: "Nulle-Part-sur-Lot" });
  expect(asked).toMatchObject({ ok: false, refusal: "unknown_commune" });
  expect(await contactOf(email)).toBeNull();
});

test("nothing that a contact holds is anything that an answer holds", async () => {
  const columns = async (table: string) =>
    (
      await db.$queryRaw<{ column_name: string }[]>`
        SELECT column_name FROM information_schema.columns WHERE table_name = ${table}`
    ).map(({ column_name }) => column_name);
  const [contacts, responses] = [
    await columns("survey_contacts"),
    await columns("survey_responses"),
  ];
  const common = contacts.filter((name) => responses.includes(name)).sort();
  // Keys of their own, the campaign and the language; no instant, no day, no code, no network.
  expect(common).toEqual(["campaign_id", "id", "locale"]);
});

test("what was never confirmed goes at the beginning of the next month, everything after a year, by the system alone", async () => {
  const [left, kept] = [await aWish(), await aWish()];
  await confirmContact(anonymous, { token: await linkTo(kept.email) }, whileOpen);
  await expect(forgetOldContacts(anonymous)).rejects.toThrow();
  const after = (days: number) => new Date(whileOpen.getTime() + days * 86_400_000);
  // Asked for on the last day of July, it may be confirmed for a week.
  await forgetOldContacts(systemActor("test"), new Date("2026-08-07T23:00:00Z"));
  expect(await contactOf(left.email)).not.toBeNull();
  await forgetOldContacts(systemActor("test"), new Date("2026-08-08T00:00:00Z"));
  expect([await contactOf(left.email), await contactOf(kept.email)]).toEqual([
    null,
    expect.anything(),
  ]);
  await forgetOldContacts(systemActor("test"), after(367));
  expect(await contactOf(kept.email)).toBeNull();
});
