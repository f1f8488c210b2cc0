import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { forgetOverdue } from "@/lib/privacy/retention/commands";
import { forgettingSteps, overSince } from "@/lib/privacy/retention/rules";
import { aMember } from "@/tests/support/actors";
import { aBooking, aPerson, aSpace } from "@/tests/support/factories";
import { aStoredResponse } from "@/tests/support/survey-answers";
import { aCampaign } from "@/tests/support/surveys";

const at = new Date("2026-06-15T06:00:00Z");
const system = systemActor("test");

/** Just before the duration of this table is over, and just after. */
function bothSides(table: string): [Date, Date] {
  const step = forgettingSteps().find((each) => each.table === table);
  const since = overSince(step?.limit ?? { over: "empty" }, at).getTime();
  return [new Date(since + 3_600_000), new Date(since - 3_600_000)];
}

test("conversations, ads, reports, notices, invitations and mails go when their time is over, not before", async () => {
  const [one, other, space] = [await aPerson(), await aPerson(), await aSpace()];
  const two = { starterId: one.id, otherId: other.id };
  const plant: Record<string, (when: Date) => Promise<unknown>> = {
    conversations: (lastAt) => db.conversation.create({ data: { ...two, lastAt } }),
    ads: (closedAt) =>
      db.ad.create({
        data: {
          personId: one.id,
          kind: "ask",
          theme: "digital",
          title: "Un coup de main",
          text: "…",
          searchText: "un coup de main",
          validUntil: new Date("2030-01-01"),
          closedAt,
        },
      }),
    abuse_reports: (handledAt) =>
      db.abuseReport.create({
        data: {
          subject: "person",
          subjectId: one.id,
          personId: one.id,
          reporterId: other.id,
          reason: "other",
          handledAt,
        },
      }),
    co_presence_notices: (createdAt) =>
      db.coPresenceNotice.create({
        data: { personId: one.id, otherId: crypto.randomUUID(), day: createdAt, createdAt },
      }),
    invitations: (expiresAt) =>
      db.invitation.create({
        data: { spaceId: space.id, codeHash: crypto.randomUUID(), createdBy: one.id, expiresAt },
      }),
    notifications: (createdAt) =>
      db.notification.create({
        data: { kind: "anything", email: "x@exemple.test", payload: {}, createdAt },
      }),
    past_situations: (until) =>
      db.pastSituation.create({ data: { personId: one.id, situation: "resident", until } }),
    sessions: (expiresAt) =>
      db.session.create({
        data: { tokenHash: crypto.randomUUID(), personId: one.id, expiresAt },
      }),
  };
  for (const [table, make] of Object.entries(plant)) {
    for (const when of bothSides(table)) await make(when);
  }
  const counts = async () => {
    const found: Record<string, number> = {};
    for (const table of Object.keys(plant)) {
      const [row] = await db.$queryRawUnsafe<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM ${table}`,
      );
      found[table] = row?.n ?? 0;
    }
    return found;
  };
  const all = (count: number) =>
    Object.fromEntries(Object.keys(plant).map((table) => [table, count]));
  expect(await counts()).toEqual(all(2));
  await forgetOverdue(system, at);
  expect(await counts()).toEqual(all(1));
  await forgetOverdue(system, at);
  expect(await counts()).toEqual(all(1));
});

test("a booking keeps what figures count, and forgets who did what, and what was written, after thirteen months", async () => {
  const [space, host] = [await aSpace(), await aPerson()];
  const written = async (on: string) => {
    const { id } = await aBooking({
      space,
      day: day(on),
      startsAt: `${on}T06:30:00Z`,
      endsAt: `${on}T16:30:00Z`,
      checkedInAt: `${on}T07:00:00Z`,
    });
    const data = { note: "un mot", companions: ["Odon"], createdBy: host.id, checkedInBy: host.id };
    await db.booking.updateMany({ where: { id }, data });
    return id;
  };
  const [old, recent] = [await written("2025-05-06"), await written("2025-06-03")];
  await forgetOverdue(system, at);
  expect(await db.booking.findFirst({ where: { id: old } })).toMatchObject({
    note: null,
    companions: [],
    createdBy: null,
    checkedInBy: null,
    checkedInAt: new Date("2025-05-06T07:00:00Z"),
  });
  expect(await db.booking.findFirst({ where: { id: recent } })).toMatchObject({
    note: "un mot",
    companions: ["Odon"],
    createdBy: host.id,
  });
});

test("only the system forgets", async () => {
  await expect(forgetOverdue(await aMember(), at)).rejects.toThrow(Forbidden);
});

test("answers to the survey go after two years, contacts after one with what they were told, figures stay", async () => {
  const campaign = await aCampaign();
  const daysOf = (kept: string, over: string) => [new Date(kept), new Date(over)] as const;
  const [young, old] = daysOf("2024-06-15", "2024-06-14");
  const stored = await Promise.all(
    [young, old].map(async (given) => {
      const { id } = await aStoredResponse(campaign.id, { commentaire: "…" });
      await db.surveyTextReview.create({
        data: { responseId: id, question: "commentaire", state: "published", day: given },
      });
      return db.surveyResponse.update({ where: { id }, data: { day: given } });
    }),
  );
  const [recent, past] = daysOf("2025-07-01", "2025-06-01");
  const contacts = await Promise.all(
    [recent, past].map((asked) =>
      db.surveyContact.create({
        data: {
          ...{
            campaignId: campaign.id,
            email: `${crypto.randomUUID()}@exemple.test`,
            month: asked,
          },
          ...{ wishes: ["resultats"], locale: "fr", confirmedMonth: asked },
          tellings: { create: { about: "results", day: recent } },
        },
      }),
    ),
  );
  const batch = { campaignId: campaign.id, number: 1, responses: 2, day: old };
  await db.surveyBatch.create({ data: batch });
  await forgetOverdue(system, at);
  const left = await db.surveyResponse.findMany({ where: { campaignId: campaign.id } });
  expect(left.map(({ id }) => id)).toEqual([stored[0]?.id]);
  expect(await db.surveyTextReview.count({ where: { responseId: stored[1]?.id ?? "" } })).toBe(0);
  const known = await db.surveyContact.findMany({ where: { campaignId: campaign.id } });
  expect(known.map(({ id }) => id)).toEqual([contacts[0]?.id]);
  const { id: gone } = contacts[1] ?? { id: "" };
  expect(await db.surveyContactTelling.count({ where: { contactId: gone } })).toBe(0);
  expect(await db.surveyBatch.count({ where: { campaignId: campaign.id } })).toBe(1);
});
