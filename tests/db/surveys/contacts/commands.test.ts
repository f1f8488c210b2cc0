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
    day: new Date("2026-07-01"),
    confirmedOn: null,
  });
  const token = await linkTo(email);
  expect(JSON.stringify(await contactOf(email))).not.toContain(token);
  for (const _ of ["first", "again"]) {
    expect(await confirmContact(anonymous, { token }, whileOpen)).toEqual({
      ok: true,
      value: null,
    });
  }
  expect((await contactOf(email))?.confirmedOn).toEqual(new Date("2026-07-01"));
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
  // Keys of their own, the campaign, and the day; no instant, no code, no network.
  expect(common).toEqual(["campaign_id", "day", "id", "locale"]);
});

test("what was never confirmed goes after a week, everything after a year, by the system alone", async () => {
  const [left, kept] = [await aWish(), await aWish()];
  await confirmContact(anonymous, { token: await linkTo(kept.email) }, whileOpen);
  await expect(forgetOldContacts(anonymous)).rejects.toThrow();
  const after = (days: number) => new Date(whileOpen.getTime() + days * 86_400_000);
  await forgetOldContacts(systemActor("test"), after(6));
  expect(await contactOf(left.email)).not.toBeNull();
  await forgetOldContacts(systemActor("test"), after(9));
  expect([await contactOf(left.email), await contactOf(kept.email)]).toEqual([
    null,
    expect.anything(),
  ]);
  await forgetOldContacts(systemActor("test"), after(367));
  expect(await contactOf(kept.email)).toBeNull();
});
