import { expect, test } from "vitest";
import { recheckBookings } from "@/lib/bookings/rechecks/queries";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { hideReported, reopenReport, reportAbuse } from "@/lib/members/abuse-reports/commands";
import type { ReportTarget } from "@/lib/members/abuse-reports/schema";
import type { ProfilePart } from "@/lib/members/audiences/schema";
import { getConversation, listConversations } from "@/lib/members/conversations/queries";
import { searchDirectory } from "@/lib/members/directory/queries";
import { directorySearch } from "@/lib/members/directory/schema";
import { hideSubject, showSubject } from "@/lib/members/hidings/commands";
import { getPhoto } from "@/lib/members/photos/queries";
import { getOwnProfile, getPerson } from "@/lib/members/profiles/queries";
import { listOwnData } from "@/lib/privacy/exports/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aMembership } from "@/tests/support/belonging";
import { aSpace, mondayMorning } from "@/tests/support/factories";
import { aConversation, aListedMember } from "@/tests/support/mutual-help";
import { fillProfile, openedTo } from "@/tests/support/profiles";

const at = mondayMorning;
type Member = Awaited<ReturnType<typeof aMember>>;

async function tell(reporter: Member, target: ReportTarget): Promise<string> {
  const result = await reportAbuse(reporter, { ...target, reason: "insult" }, at);
  return result.ok ? result.value.id : result.refusal;
}

const hide = (actor: Member, reportId: string, parts?: ProfilePart[]) =>
  hideReported(actor, { reportId, reason: "Insultes", parts }, at);

const kindsTo = async ({ personId }: Member) =>
  (await db.notification.findMany({ where: { personId, kind: "content-moderated" } })).map(
    ({ payload }) => payload,
  );

/** Somebody of a space with a profile and a photo open to members, reported. */
async function aReportedPerson() {
  const [space, person, reporter] = [await aSpace(), await aMember(), await aMember()];
  const word = `insulte${crypto.randomUUID().slice(0, 8)}`;
  await fillProfile(person, { activity: word, skills: `${word} rare`, ...openedTo("members") });
  const { personId } = person;
  await db.photo.create({ data: { personId, image: Buffer.from("x"), version: "v1" } });
  await aMembership(space, personId);
  const reportId = await tell(reporter, { personId });
  return { space, person, reporter, word, reportId, host: await hostOf(space) };
}

const found = async (actor: Member, q: string) =>
  (await searchDirectory(actor, directorySearch.parse({ q }), null)).total;

test("what a profile says is hidden from all but its owner, who is told why; the directory finds none of it", async () => {
  const { person, reporter, word, reportId, host } = await aReportedPerson();
  const { personId } = person;
  expect(await found(reporter, word)).toBe(1);
  expect(await hide(host, reportId, ["text"])).toMatchObject({ ok: true });
  expect((await getPerson(reporter, personId, at)).content).toMatchObject({
    name: person.name,
    activity: null,
    skills: [],
    photo: "v1",
  });
  expect((await getPerson(host, personId, at)).content).toMatchObject({ activity: null });
  expect(await found(reporter, word)).toBe(0);
  expect(
    (await searchDirectory(reporter, directorySearch.parse({ competence: word }), null)).total,
  ).toBe(0);
  expect(await getOwnProfile(person)).toMatchObject({
    content: { activity: word },
    audiences: { activity: "members" },
    opened: { activity: "me" },
    hidden: { parts: ["text"], reason: "Insultes" },
  });
  expect(await kindsTo(person)).toMatchObject([
    { what: "text", change: "hidden", reason: "Insultes" },
  ]);
  const [line] = await db.journalEntry.findMany({
    where: { subjectId: personId, actorId: host.personId },
  });
  expect(line).toMatchObject({ action: "profile.hidden" });
});

test("written anew it stays hidden; taken back, it is as its owner last chose", async () => {
  const { person, reporter, reportId, host } = await aReportedPerson();
  await hide(host, reportId, ["text", "photo"]);
  await fillProfile(person, { activity: "Autre chose", ...openedTo("members") });
  expect((await getPerson(reporter, person.personId, at)).content.activity).toBeNull();
  expect(await found(reporter, "Autre chose")).toBe(0);
  for (const _turn of [1, 2])
    expect(await reopenReport(host, { reportId }, at)).toMatchObject({ ok: true });
  expect((await getPerson(reporter, person.personId, at)).content).toMatchObject({
    activity: "Autre chose",
    photo: "v1",
  });
  expect(await kindsTo(person)).toMatchObject([
    { what: "profile", change: "hidden" },
    { what: "profile", change: "restored" },
  ]);
});

test("a hidden photo is at no address but its owner's", async () => {
  const { person, reporter, reportId, host } = await aReportedPerson();
  const { personId } = person;
  await hide(host, reportId, ["photo"]);
  await expect(getPhoto(reporter, personId)).rejects.toThrow(NotFound);
  expect(await getPhoto(person, personId)).toMatchObject({ version: "v1" });
  expect((await getPerson(reporter, personId, at)).content.activity).not.toBeNull();
});

test("a hidden message is as if it had never been for its reader; its sender reads that it was hidden", async () => {
  const [sender, reader, staff] = [await aMember(), await aListedMember(), await aStaffMember()];
  const id = await aConversation(sender, reader, "Menace");
  const message = await db.conversationMessage.findFirstOrThrow({ where: { conversationId: id } });
  const told = await db.notification.findFirstOrThrow({ where: { personId: reader.personId } });
  const reportId = await tell(reader, { messageId: message.id });
  expect(await hide(staff, reportId)).toMatchObject({ ok: true });
  expect((await getConversation(reader, id)).messages).toEqual([]);
  expect((await listConversations(reader)).lines).toMatchObject([{ excerpt: "", unread: 0 }]);
  expect(await getConversation(sender, id)).toMatchObject({
    messages: [{ text: "", isOwn: true, hidden: { reason: "Insultes" } }],
  });
  expect((await listConversations(sender)).lines).toMatchObject([
    { excerpt: "", isLastHidden: true },
  ]);
  // Neither in the digest that waits, nor in what its reader takes away; nor told of again.
  expect(await recheckBookings(db, told, at)).toBeNull();
  expect(JSON.stringify(await listOwnData(reader))).not.toContain('"Menace"');
  expect(JSON.stringify(await listOwnData(sender))).toContain('"Menace"');
  await expect(tell(reader, { messageId: message.id })).rejects.toThrow(NotFound);
  await reopenReport(staff, { reportId }, at);
  expect((await getConversation(reader, id)).messages).toMatchObject([{ text: "Menace" }]);
  const actions = await db.journalEntry.findMany({
    where: { actorId: staff.personId },
    orderBy: { id: "asc" },
  });
  expect(actions.map(({ action }) => action)).toEqual(["message.hidden", "message.restored"]);
});

test("nothing is hidden where nothing is: no part chosen, no photo, a message gone", async () => {
  const { reportId, host, person } = await aReportedPerson();
  await db.photo.delete({ where: { personId: person.personId } });
  for (const parts of [[], ["photo"] as ProfilePart[]]) {
    expect(await hide(host, reportId, parts)).toMatchObject({ refusal: "nothing_to_hide" });
  }
  const gone = { subject: "message" as const, subjectId: crypto.randomUUID() };
  const nothing = { reason: "x", by: null, parts: [] };
  await db.$transaction(async (tx) => {
    expect(await hideSubject(tx, gone, nothing, at)).toBeNull();
    expect(await showSubject(tx, gone)).toBeNull();
    expect(await showSubject(tx, { subject: "person", subjectId: gone.subjectId })).toBeNull();
  });
});

test("nobody else hides a profile or a message: its owner, who told of it, a host elsewhere", async () => {
  const { person, reporter, reportId, space } = await aReportedPerson();
  const asHost = { ...person, grants: [{ role: "host" as const, spaceId: space.id }] };
  for (const actor of [person, asHost, reporter, await hostOf(await aSpace())]) {
    await expect(hide(actor, reportId, ["text"])).rejects.toThrow(NotFound);
  }
});
