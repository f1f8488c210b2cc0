import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, type PersonActor } from "@/lib/core/actor";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import {
  closeReport,
  dismissReport,
  hideReported,
  reopenReport,
  reportAbuse,
} from "@/lib/members/abuse-reports/commands";
import { getAd } from "@/lib/members/ads/queries";
import { replyToConversation } from "@/lib/members/conversations/commands";
import { aMember, anActor, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace, mondayMorning } from "@/tests/support/factories";
import { aConversation, aListedMember, anAd, aReport, block } from "@/tests/support/mutual-help";
import { outcomesOf } from "@/tests/support/races";

const later = new Date(mondayMorning.getTime() + 60_000);

/** An ad in a space, somebody who tells of it, and the host who answers for it. */
async function aCase() {
  const [space, author, reporter] = [await aSpace(), await aMember(), await aMember()];
  const ad = await anAd(author.personId, { placeSpaceId: space.id, title: "Gagnez gros" });
  const reportId = await aReport(reporter, ad.id);
  return { space, author, reporter, ad, reportId, host: await hostOf(space) };
}

const reportOf = (id: string) => db.abuseReport.findUniqueOrThrow({ where: { id } });

const kindsTo = async ({ personId }: PersonActor) =>
  (await db.notification.findMany({ where: { personId }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  );

const journalOf = async ({ personId }: PersonActor) =>
  (await db.journalEntry.findMany({ where: { actorId: personId }, orderBy: { id: "asc" } })).map(
    ({ action }) => action,
  );

test("a member tells of an ad: its space's hosts are to answer, its author learns nothing", async () => {
  const { space, author, ad, reportId } = await aCase();
  expect(await reportOf(reportId)).toMatchObject({
    subject: "ad",
    subjectId: ad.id,
    personId: author.personId,
    reportedToSpaceId: space.id,
    reason: "advertising",
    text: "Encore de la publicité.",
    handledAt: null,
  });
  expect(await kindsTo(author)).toEqual([]);
});

test("a person is reported to where they usually work, else to the space they joined first, else to staff", async () => {
  const [reporter, usual, first] = [await aMember(), await aSpace(), await aSpace()];
  const told = async (personId: string) => {
    const result = await reportAbuse(reporter, { personId, reason: "insult" }, mondayMorning);
    return result.ok ? (await reportOf(result.value.id)).reportedToSpaceId : result.refusal;
  };
  const [one, two, three] = [await aListedMember(), await aListedMember(), await aListedMember()];
  for (const { personId } of [one, two]) {
    await db.membership.create({ data: { spaceId: first.id, personId, state: "active" } });
  }
  await db.profile.update({ where: { personId: one.personId }, data: { usualSpaceId: usual.id } });
  expect(await told(one.personId)).toBe(usual.id);
  expect(await told(two.personId)).toBe(first.id);
  expect(await told(three.personId)).toBeNull();
});

test("a message is reported by whoever received it, not by its sender nor a stranger", async () => {
  const [sender, receiver] = [await aMember(), await aListedMember()];
  await aConversation(sender, receiver, "Menace");
  const { id: messageId } = await db.conversationMessage.findFirstOrThrow({
    where: { senderId: sender.personId },
  });
  const told = { messageId, reason: "insult" as const };
  for (const other of [sender, await aMember(), await aStaffMember()]) {
    await expect(reportAbuse(other, told, mondayMorning)).rejects.toThrow(NotFound);
  }
  const result = await reportAbuse(receiver, told, mondayMorning);
  expect(result).toMatchObject({ ok: true });
});

test("nobody reports what they may not see, what is their own, or nothing; a visitor nothing at all", async () => {
  const { author, ad } = await aCase();
  const hidden = await aMember();
  await block(author.personId, hidden.personId);
  const because = { reason: "other" as const };
  for (const [actor, target] of [
    [author, { adId: ad.id }],
    [hidden, { adId: ad.id }],
    [hidden, { personId: author.personId }],
    [hidden, { adId: randomUUID() }],
    [hidden, { messageId: randomUUID() }],
    [hidden, {}],
  ] as const) {
    const attempt = reportAbuse(actor, { ...because, ...target }, mondayMorning);
    await expect(attempt).rejects.toThrow(NotFound);
  }
  const visitor = reportAbuse(anonymous, { ...because, adId: ad.id }, mondayMorning);
  await expect(visitor).rejects.toThrow(Unauthenticated);
});

test("what one was sent, and who sent it, can be told of whoever blocked whom since", async () => {
  for (const byVictim of [true, false]) {
    const [sender, receiver] = [await aMember(), await aListedMember()];
    await aConversation(sender, receiver, "Menace");
    const { id: messageId } = await db.conversationMessage.findFirstOrThrow({
      where: { senderId: sender.personId },
    });
    const [blocker, blocked] = byVictim ? [receiver, sender] : [sender, receiver];
    await block(blocker.personId, blocked.personId);
    for (const target of [{ messageId }, { personId: sender.personId }]) {
      const told = { ...target, reason: "insult" as const };
      expect(await reportAbuse(receiver, told, mondayMorning)).toMatchObject({ ok: true });
      expect(await reportAbuse(receiver, told, mondayMorning)).toMatchObject({ ok: true });
    }
    const written = reportAbuse(sender, { messageId, reason: "insult" }, mondayMorning);
    await expect(written).rejects.toThrow(NotFound);
  }
});

test("whom one blocked can be told of all the same, by whoever blocked alone", async () => {
  const [one, other] = [await aListedMember(), await aListedMember()];
  await block(one.personId, other.personId);
  const tell = (actor: PersonActor, { personId }: PersonActor) =>
    reportAbuse(actor, { personId, reason: "insult" }, mondayMorning);
  expect(await tell(one, other)).toMatchObject({ ok: true });
  await expect(tell(other, one)).rejects.toThrow(NotFound);
});

test("the same report sent six times at once is one; by somebody else it is another", async () => {
  const { ad, reporter } = await aCase();
  await Promise.all(Array.from({ length: 6 }, () => aReport(reporter, ad.id)));
  expect(await db.abuseReport.count({ where: { subjectId: ad.id } })).toBe(1);
  await aReport(await aMember(), ad.id);
  expect(await db.abuseReport.count({ where: { subjectId: ad.id } })).toBe(2);
});

test("the twenty-first report of a day is refused", async () => {
  const [reporter, author] = [await aMember(), await aMember()];
  for (let count = 0; count < 20; count += 1) {
    await aReport(reporter, (await anAd(author.personId)).id);
  }
  const { id: adId } = await anAd(author.personId);
  const more = await reportAbuse(reporter, { adId, reason: "other" }, mondayMorning);
  expect(more).toEqual({ ok: false, refusal: "too_many_reports" });
});

test("a host hides the ad: nobody else sees it, its author knows why, who told of it that it is done", async () => {
  const { author, reporter, ad, reportId, host } = await aCase();
  const second = await aMember();
  const otherReport = await aReport(second, ad.id);
  const hide = { reportId, reason: "Publicité" };
  expect(await hideReported(host, hide, later)).toEqual({ ok: true, value: { id: reportId } });
  await expect(getAd(second, ad.id, later)).rejects.toThrow(NotFound);
  expect(await getAd(author, ad.id, later)).toMatchObject({
    state: "hidden",
    hideReason: "Publicité",
  });
  expect(await kindsTo(author)).toEqual(["ad-hidden"]);
  expect([await kindsTo(reporter), await kindsTo(second)]).toEqual([
    ["report-handled"],
    ["report-handled"],
  ]);
  expect(await reportOf(otherReport)).toMatchObject({
    outcome: "hidden",
    handledBy: host.personId,
  });
  expect(await journalOf(host)).toEqual(["ad.hidden"]);
  const told = await db.notification.findMany({ where: { personId: reporter.personId } });
  expect(JSON.stringify(told)).not.toContain(host.personId);
});

test("hidden by two hosts at once, it is hidden once: one mail each, one line in the journal", async () => {
  const { space, author, reporter, reportId, host } = await aCase();
  const other = await hostOf(space);
  const hide = { reportId, reason: "Publicité" };
  const results = await Promise.all([
    hideReported(host, hide, later),
    hideReported(other, hide, later),
    hideReported(host, hide, later),
  ]);
  expect(outcomesOf(results)).toEqual({ ok: 3 });
  expect(await kindsTo(author)).toEqual(["ad-hidden"]);
  expect(await kindsTo(reporter)).toEqual(["report-handled"]);
  expect([...(await journalOf(host)), ...(await journalOf(other))]).toEqual(["ad.hidden"]);
});

test("two hosts who decide otherwise at once: one is heard, the other is told so", async () => {
  const { space, reporter, reportId, host } = await aCase();
  const results = await Promise.all([
    dismissReport(host, { reportId }, later),
    closeReport(await hostOf(space), { reportId }, later),
  ]);
  expect(outcomesOf(results)).toEqual({ ok: 1, already_handled: 1 });
  expect(await kindsTo(reporter)).toEqual(["report-handled"]);
});

test("a hidden ad is shown again: its author is told, its reports wait again", async () => {
  const { author, ad, reportId, host } = await aCase();
  const reader = await aMember();
  await hideReported(host, { reportId, reason: "Publicité" }, later);
  for (const _turn of [1, 2]) await reopenReport(host, { reportId });
  expect(await getAd(reader, ad.id, later)).toMatchObject({ state: "open", hideReason: null });
  expect(await kindsTo(author)).toEqual(["ad-hidden", "ad-restored"]);
  expect(await reportOf(reportId)).toMatchObject({ handledAt: null, outcome: null });
  expect(await journalOf(host)).toEqual(["ad.hidden", "ad.restored"]);
});

test("a report found to be nothing, or dealt with otherwise, is handled and can be taken back", async () => {
  for (const [work, outcome] of [
    [dismissReport, "dismissed"],
    [closeReport, "closed"],
  ] as const) {
    const { reporter, author, reportId, host } = await aCase();
    for (const _turn of [1, 2]) await work(host, { reportId }, later);
    expect(await reportOf(reportId)).toMatchObject({ outcome, handledAt: later });
    await reopenReport(host, { reportId });
    expect(await reportOf(reportId)).toMatchObject({ outcome: null, handledAt: null });
    expect(await kindsTo(reporter)).toEqual(["report-handled"]);
    expect(await kindsTo(author)).toEqual([]);
    expect(await journalOf(host)).toEqual([`report.${outcome}`, "report.reopened"]);
  }
});

test("nobody else handles a report: its author, who told of it, another space's host, a visitor", async () => {
  const { space, author, reporter, ad, reportId } = await aCase();
  const authorAsHost = { ...author, grants: [{ role: "host" as const, spaceId: space.id }] };
  const others = [author, authorAsHost, reporter, await hostOf(await aSpace()), anonymous];
  for (const actor of others) {
    for (const work of [
      () => hideReported(actor, { reportId, reason: "x" }, later),
      () => dismissReport(actor, { reportId }, later),
      () => closeReport(actor, { reportId }, later),
      () => reopenReport(actor, { reportId }),
    ]) {
      await expect(work()).rejects.toThrow(NotFound);
    }
  }
  expect((await reportOf(reportId)).handledAt).toBeNull();
  expect((await getAd(reporter, ad.id, later)).state).toBe("open");
});

test("hosts of every space the person belongs to may answer, an admin and staff too", async () => {
  const { author, reportId } = await aCase();
  const other = await aSpace();
  const host = await hostOf(other);
  await expect(dismissReport(host, { reportId }, later)).rejects.toThrow(NotFound);
  const joined = { spaceId: other.id, personId: author.personId, state: "active" as const };
  await db.membership.create({ data: joined });
  expect(await dismissReport(host, { reportId }, later)).toMatchObject({ ok: true });
  const admin = await anActor([{ role: "admin", spaceId: null }]);
  expect(await reopenReport(admin, { reportId })).toMatchObject({ ok: true });
  expect(await closeReport(await aStaffMember(), { reportId }, later)).toMatchObject({ ok: true });
});

test("a reported message can be answered for after the sender is gone", async () => {
  const [sender, receiver] = [await aMember(), await aListedMember()];
  const conversationId = await aConversation(receiver, await aListedMember());
  await expect(
    replyToConversation(sender, { conversationId, text: "x" }, mondayMorning),
  ).rejects.toThrow(NotFound);
  await aConversation(sender, receiver, "Menace");
  const { id: messageId } = await db.conversationMessage.findFirstOrThrow({
    where: { senderId: sender.personId },
  });
  const told = { messageId, reason: "insult" as const };
  const result = await reportAbuse(receiver, told, mondayMorning);
  await db.conversationMessage.delete({ where: { id: messageId } });
  const reportId = result.ok ? result.value.id : "";
  expect(await closeReport(await aStaffMember(), { reportId }, later)).toMatchObject({ ok: true });
});
