import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { dateColumn, day } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import { db, inTransaction } from "@/lib/infra/db";
import { deliverNotification } from "@/lib/notifications/commands";
import { stopPayload } from "@/lib/notifications/survey-notices/schema";
import { stopWriting, tellOpenings, tellResults } from "@/lib/surveys/contacts/tellings/commands";
import { aCommune, aSpace } from "@/tests/support/factories";
import { aCampaign } from "@/tests/support/surveys";

const system = systemActor("test");
const opened = day("2027-03-01");
const thatDay = new Date("2027-03-01T08:00:00Z");

async function aContact(overrides: object = {}) {
  const { id: campaignId } = await aCampaign();
  const email = `habitante-${randomUUID()}@exemple.test`;
  return db.surveyContact.create({
    data: {
      ...{ campaignId, email, wishes: ["ouverture"], locale: "fr" },
      month: new Date("2027-02-01"),
      confirmedMonth: new Date("2027-02-01"),
      ...overrides,
    },
  });
}

async function aPlaceOpening(communeId: string) {
  const space = await aSpace({ communeId, createdAt: new Date("2027-01-01") });
  await db.resource.updateMany({
    where: { spaceId: space.id },
    data: { inServiceFrom: dateColumn(opened) },
  });
  return space;
}

const mailsTo = (email: string) =>
  db.notification.findMany({ where: { email }, orderBy: { createdAt: "asc" } });

test("whoever asked for openings in a commune hears once when a place opens there, and why", async () => {
  const { insee } = await aCommune();
  const contact = await aContact({ communeId: insee });
  const space = await aPlaceOpening(insee);
  await tellOpenings(system, new Date("2027-02-28T08:00:00Z"));
  expect(await mailsTo(contact.email)).toEqual([]);
  await tellOpenings(system, thatDay);
  await tellOpenings(system, new Date("2027-03-02T08:00:00Z"));
  const mails = await mailsTo(contact.email);
  const mine = mails.filter(({ payload }) => JSON.stringify(payload).includes(space.slug));
  expect(mine).toHaveLength(1);
  expect(mine[0]).toMatchObject({ kind: "survey-opening", payload: { fit: "wished" } });
});

test("two workers at once write one mail", async () => {
  const { insee } = await aCommune();
  const contact = await aContact({ communeId: insee });
  const space = await aPlaceOpening(insee);
  await Promise.all([tellOpenings(system, thatDay), tellOpenings(system, thatDay)]);
  const mails = await mailsTo(contact.email);
  expect(mails.filter(({ payload }) => JSON.stringify(payload).includes(space.slug))).toHaveLength(
    1,
  );
});

test("nothing is written to whoever has not said yes or wished something else", async () => {
  const { insee } = await aCommune();
  const communeId = insee;
  const contacts = [
    await aContact({ communeId, confirmedMonth: null }),
    await aContact({ wishes: ["resultats", "ateliers"] }),
    await aContact({ communeId, month: new Date("2027-04-01") }),
  ];
  await aPlaceOpening(insee);
  await tellOpenings(system, thatDay);
  for (const { email } of contacts) expect(await mailsTo(email)).toEqual([]);
});

test("results are told once to those who asked for them", async () => {
  const contact = await aContact({ wishes: ["resultats"] });
  const other = await aContact();
  const tell = () =>
    inTransaction(async (tx) => {
      await tellResults(tx, contact.campaignId, opened);
      return ok(null);
    });
  await tell();
  await tell();
  const { slug } = await db.campaign.findUniqueOrThrow({ where: { id: contact.campaignId } });
  const url = expect.stringContaining(`/enquete/resultats?campagne=${slug}`);
  expect(await mailsTo(contact.email)).toMatchObject([
    { kind: "survey-results", payload: { url } },
  ]);
  expect(await mailsTo(other.email)).toEqual([]);
});

test("the mail stops itself: the address is erased, and what was to be sent with it", async () => {
  const contact = await aContact({ wishes: ["resultats"] });
  await inTransaction(async (tx) => {
    await tellResults(tx, contact.campaignId, opened);
    return ok(null);
  });
  const [mail] = await mailsTo(contact.email);
  const { stop } = stopPayload.parse(mail?.payload);
  const jeton = new URL(stop.oneClick).searchParams.get("jeton") ?? "";
  expect(await stopWriting(anonymous, { jeton: `${jeton}x` })).toEqual({
    ok: false,
    refusal: "unknown_link",
  });
  expect(await stopWriting(anonymous, { jeton })).toMatchObject({ ok: true });
  expect(await db.surveyContact.count({ where: { id: contact.id } })).toBe(0);
  expect(await mailsTo(contact.email)).toEqual([]);
  expect(await stopWriting(anonymous, { jeton })).toMatchObject({ ok: true });
});

test("the mail that is sent says how to stop, to its reader", async () => {
  const contact = await aContact({ wishes: ["resultats"] });
  await inTransaction(async (tx) => {
    await tellResults(tx, contact.campaignId, opened);
    return ok(null);
  });
  const [mail] = await mailsTo(contact.email);
  await deliverNotification(system, { notificationId: mail?.id ?? "" });
  const sent = await db.demoMail.findFirstOrThrow({ where: { to: contact.email } });
  expect(sent.text).toContain("/enquete/contact/arreter?jeton=");
  expect(sent.text).not.toContain("/mon-espace/notifications");
});

test("nobody tells by hand", async () => {
  await expect(tellOpenings(anonymous, thatDay)).rejects.toThrow(Forbidden);
});
