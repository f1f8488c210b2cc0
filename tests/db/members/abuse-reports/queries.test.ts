import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { dismissReport, reportAbuse } from "@/lib/members/abuse-reports/commands";
import {
  countWaitingReports,
  getReportSubject,
  listNetworkReports,
  listReportsOfSpace,
  spacesOfPerson,
} from "@/lib/members/abuse-reports/queries";
import { eraseOwnAccount } from "@/lib/privacy/erasures/commands";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace, mondayMorning } from "@/tests/support/factories";
import { aConversation, aListedMember, anAd, aReport } from "@/tests/support/mutual-help";

const later = new Date(mondayMorning.getTime() + 60_000);

async function aReportedAd() {
  const [space, author, reporter] = [await aSpace(), await aMember(), await aMember()];
  const ad = await anAd(author.personId, { placeSpaceId: space.id, title: "Gagnez gros" });
  return { space, author, reporter, ad, reportId: await aReport(reporter, ad.id) };
}

test("a host reads what was told of their space, of whom and why, not by whom", async () => {
  const { space, author, reporter, reportId } = await aReportedAd();
  const host = await hostOf(space);
  const { waiting, handled, ...about } = await listReportsOfSpace(host, space.slug, later);
  expect(about.space).toEqual({ id: space.id, name: space.name, slug: space.slug });
  expect(handled).toEqual([]);
  expect(waiting).toMatchObject([
    {
      id: reportId,
      subject: "ad",
      reason: "advertising",
      text: "Encore de la publicité.",
      person: { personId: author.personId, name: author.name },
      reporter: null,
      ad: { title: "Gagnez gros", state: "open" },
      message: null,
      handled: null,
    },
  ]);
  expect(JSON.stringify(waiting)).not.toContain(reporter.personId);
  expect(await countWaitingReports(host, space.id)).toBe(1);
});

test("staff read every report and who told of it; handled ones come after, with by whom", async () => {
  const { space, reporter, reportId } = await aReportedAd();
  const host = await hostOf(space);
  const staff = await aStaffMember();
  const before = await countWaitingReports(staff, null);
  await dismissReport(host, { reportId }, later);
  const { waiting, handled } = await listNetworkReports(staff, later);
  expect(waiting.map(({ id }) => id)).not.toContain(reportId);
  expect(handled.find(({ id }) => id === reportId)).toMatchObject({
    reporter: { personId: reporter.personId },
    handled: { at: later, by: { name: host.name, isGone: false }, outcome: "dismissed" },
  });
  expect(await countWaitingReports(staff, null)).toBe(before - 1);
});

test("a host of another space, a member and a visitor find no list and count nothing", async () => {
  const { space } = await aReportedAd();
  for (const actor of [await hostOf(await aSpace()), await aMember(), anonymous]) {
    await expect(listReportsOfSpace(actor, space.slug, later)).rejects.toThrow(NotFound);
    await expect(listNetworkReports(actor, later)).rejects.toThrow(NotFound);
    expect(await countWaitingReports(actor, space.id)).toBe(0);
  }
  await expect(listReportsOfSpace(await aStaffMember(), "nulle-part", later)).rejects.toThrow(
    NotFound,
  );
});

test("nobody reads a report about themselves, the host of the space neither", async () => {
  const { space, author } = await aReportedAd();
  const self = { ...author, grants: [{ role: "host" as const, spaceId: space.id }] };
  expect((await listReportsOfSpace(self, space.slug, later)).waiting).toEqual([]);
  expect(await countWaitingReports(self, space.id)).toBe(0);
});

test("hosts of the spaces a person belongs to, or usually works in, see what is told of them", async () => {
  const [reporter, person, joined, usual] = [
    await aMember(),
    await aListedMember(),
    await aSpace(),
    await aSpace(),
  ];
  const { personId } = person;
  await reportAbuse(reporter, { personId, reason: "insult" }, mondayMorning);
  for (const space of [joined, usual]) {
    expect(await countWaitingReports(await hostOf(space), space.id)).toBe(0);
  }
  await db.membership.create({ data: { spaceId: joined.id, personId, state: "active" } });
  await db.profile.update({ where: { personId }, data: { usualSpaceId: usual.id } });
  for (const space of [joined, usual]) {
    expect(await countWaitingReports(await hostOf(space), space.id)).toBe(1);
  }
  expect(await spacesOfPerson(db, personId)).toEqual({
    usualSpaceId: usual.id,
    membershipSpaceIds: [joined.id],
  });
  await db.membership.updateMany({ where: { personId }, data: { state: "ended", endedAt: later } });
  expect(await countWaitingReports(await hostOf(joined), joined.id)).toBe(0);
});

test("what one is about to tell of is named: an ad, a person, a message received", async () => {
  const { reporter, author, ad, space } = await aReportedAd();
  expect(await getReportSubject(reporter, { adId: ad.id }, later)).toEqual({
    subject: "ad",
    subjectId: ad.id,
    person: { id: author.personId, name: author.name },
    words: "Gagnez gros",
    adSpaceId: space.id,
  });
  const [sender, receiver] = [await aListedMember(), await aListedMember()];
  await aConversation(sender, receiver, "Bonjour");
  const message = await db.conversationMessage.findFirstOrThrow({
    where: { senderId: sender.personId },
  });
  expect(await getReportSubject(receiver, { messageId: message.id }, later)).toMatchObject({
    subject: "message",
    words: "Bonjour",
    person: { id: sender.personId },
  });
  expect(await getReportSubject(receiver, { personId: sender.personId }, later)).toMatchObject({
    subject: "person",
    words: null,
  });
  const nobody = await aMember();
  await expect(getReportSubject(receiver, { personId: nobody.personId }, later)).rejects.toThrow(
    NotFound,
  );
  await expect(getReportSubject(sender, { messageId: message.id }, later)).rejects.toThrow(
    NotFound,
  );
});

test("a reported message that is gone is still a report, without its words", async () => {
  const [sender, receiver] = [await aListedMember(), await aListedMember()];
  await aConversation(sender, receiver, "Menace");
  const message = await db.conversationMessage.findFirstOrThrow({
    where: { senderId: sender.personId },
  });
  await reportAbuse(receiver, { messageId: message.id, reason: "insult" }, mondayMorning);
  const staff = await aStaffMember();
  const read = async () =>
    (await listNetworkReports(staff, later)).waiting.find(
      ({ person }) => person.personId === sender.personId,
    );
  expect((await read())?.message).toMatchObject({ text: "Menace" });
  await db.conversationMessage.delete({ where: { id: message.id } });
  expect(await read()).toMatchObject({ subject: "message", message: null });
});

test("a report outlives whom it is about, who told of it and who handled it: each is said to have left", async () => {
  const { space, author, reporter, reportId } = await aReportedAd();
  const host = await hostOf(space);
  await dismissReport(host, { reportId }, later);
  for (const actor of [author, reporter, host]) {
    expect(await eraseOwnAccount(actor, { mot: "effacer" }, later)).toMatchObject({ ok: true });
  }
  const { handled } = await listNetworkReports(await aStaffMember(), later);
  const gone = { name: null, isGone: true };
  expect(handled.find(({ id }) => id === reportId)).toMatchObject({
    person: gone,
    reporter: gone,
    handled: { by: gone },
  });
});
