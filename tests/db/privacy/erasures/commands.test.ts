import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { anonymous, type PersonActor, systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { Unauthenticated } from "@/lib/core/errors";
import { grantRole } from "@/lib/identity/roles/commands";
import { db } from "@/lib/infra/db";
import { closeReport, reportAbuse } from "@/lib/members/abuse-reports/commands";
import { deliverNotification, notify } from "@/lib/notifications/commands";
import { eraseOwnAccount } from "@/lib/privacy/erasures/commands";
import { monthInput } from "@/lib/reports/schema";
import { aMember, anActor, aStaffMember } from "@/tests/support/actors";
import {
  aBooking,
  aCommune,
  aPerson,
  aSpace,
  mondayMorning,
  tuesday,
} from "@/tests/support/factories";
import { aConversation, aListedMember } from "@/tests/support/mutual-help";
import { usageOfMonths } from "@/tests/support/network-usage";
import { aBookingPayload } from "@/tests/support/notifications";
import { contentsOf, whereFound } from "@/tests/support/whole-database";

const yes = { mot: "effacer" };
const june = { first: monthInput.parse("2026-06"), last: monthInput.parse("2026-06") };

/** Somebody who came last week, comes tomorrow, and told of themselves. */
async function somebodyWithALife() {
  const member = await aMember();
  const { personId } = member;
  await db.person.update({ where: { id: personId }, data: { name: "Ysoline Vermandois" } });
  const space = await aSpace();
  const commune = await aCommune();
  await db.profile.create({
    data: { personId, communeId: commune.insee, activity: "Luthière, atelier Vermandois" },
  });
  const past = await aBooking({
    space,
    personId,
    day: day("2026-06-09"),
    startsAt: "2026-06-09T06:30:00Z",
    endsAt: "2026-06-09T16:30:00Z",
    checkedInAt: "2026-06-09T07:00:00Z",
  });
  await db.booking.updateMany({
    where: { id: past.id },
    data: { note: "Ysoline Vermandois arrive tard", createdBy: personId, companions: ["Odon"] },
  });
  const wish = { slug: space.slug, day: tuesday, part: "morning" } as const;
  expect((await bookResource(member, wish, mondayMorning)).ok).toBe(true);
  const other = await aPerson();
  const { id: conversationId } = await db.conversation.create({
    data: { starterId: personId, otherId: other.id, lastAt: mondayMorning },
  });
  await db.conversationMessage.create({
    data: { conversationId, senderId: personId, text: "Ysoline Vermandois vous écrit" },
  });
  await db.notification.create({
    data: {
      kind: "anything",
      personId: other.id,
      email: other.email ?? "",
      payload: { message: "Un mot d’Ysoline Vermandois" },
    },
  });
  await db.session.create({
    data: { tokenHash: crypto.randomUUID(), personId, expiresAt: new Date("2026-07-01") },
  });
  await db.consent.create({ data: { personId, purpose: "presence", givenAt: mondayMorning } });
  return { member, space, past, commune };
}

test("nothing of the name and the address is left, and the figures are the same", async () => {
  const { member, past, commune } = await somebodyWithALife();
  const later = new Date("2026-07-02T08:00:00Z");
  const before = await usageOfMonths(june, later);
  expect(await whereFound("Vermandois")).not.toEqual([]);
  expect(await eraseOwnAccount(member, yes, mondayMorning)).toMatchObject({ ok: true });
  expect(await whereFound("Vermandois")).toEqual([]);
  expect(await whereFound("Ysoline")).toEqual([]);
  expect(await whereFound(member.email ?? "")).toEqual([]);
  const after = await usageOfMonths(june, later);
  // Tomorrow's place is free again; all that was counted is counted.
  const uncounted = (report: typeof before) => JSON.stringify(report).replace(/"booked":\d+/g, "");
  expect(uncounted(after)).toBe(uncounted(before));
  const kept = await db.booking.findFirstOrThrow({
    where: { id: past.id },
    include: { person: { include: { profile: true } } },
  });
  expect(kept).toMatchObject({ note: null, companions: [], createdBy: null });
  expect(kept.personId).not.toBe(member.personId);
  expect(kept.person).toMatchObject({ name: null, email: null });
  expect(kept.person?.profile).toMatchObject({ communeId: commune.insee, activity: null });
});

/** Who wrote a message, thanks and offers help to somebody; the mails sent, or still waiting in the outbox. */
async function writesTo(member: PersonActor, areSent: boolean) {
  const reader = await aListedMember();
  await aConversation(member, reader, "Je signe Hermance, à bientôt");
  const { personId } = reader;
  const common = { personId, email: reader.email ?? "", locale: "fr" };
  const { name } = await db.person.findUniqueOrThrow({ where: { id: member.personId } });
  const url = "https://cowloting.example/";
  const spaceName = "Luzech";
  const when = { day: tuesday, startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T10:30:00Z" };
  const met = { ...when, need: "un violon", offer: null, spaceName, timeZone: "Europe/Paris" };
  const matches = [
    { ...met, otherId: member.personId, name },
    { ...met, otherId: personId, name: "Odalric" },
  ];
  const text = "Merci, Hermance";
  const thanks = { fromId: member.personId, name, day: tuesday, spaceName, text, url };
  await db.$transaction(async (tx) => {
    await notify(tx, { ...common, kind: "co-presence", payload: { matches, url } }, mondayMorning);
    await notify(tx, { ...common, kind: "thanks-received", payload: thanks }, mondayMorning);
  });
  if (!areSent) return;
  for (const { id } of await db.notification.findMany({ where: { personId } })) {
    await deliverNotification(systemActor("worker"), { notificationId: id }, mondayMorning);
  }
}

test.each([
  ["sent", true],
  ["waiting in the outbox", false],
])(
  "a name of one word, and one of before, leave the mails to others too: %s",
  async (_when, areSent) => {
    const member = await aMember();
    const { personId } = member;
    const called = (name: string) => db.person.update({ where: { id: personId }, data: { name } });
    await called("Hermance");
    await writesTo(member, areSent);
    await called("Ondine Vaudrecourt");
    await writesTo(member, areSent);
    await called("Zéphyrine");
    await writesTo(member, areSent);
    const names = ["Hermance", "Vaudrecourt", "Zéphyrine"];
    for (const name of names) expect(await whereFound(name), name).not.toEqual([]);
    expect(await eraseOwnAccount(member, yes, mondayMorning)).toMatchObject({ ok: true });
    for (const name of [...names, member.email ?? ""]) expect(await whereFound(name)).toEqual([]);
    // The same mail named somebody else, who is still there.
    if (!areSent) expect(await whereFound("Odalric")).toEqual(["notifications.payload"]);
  },
);

test.each(["url", "text", "Le Pressoir"])(
  "somebody called « %s » leaves, and mails to others that wait say all they said",
  async (name) => {
    const [member, other] = [await aMember(), await aMember()];
    await db.person.update({ where: { id: member.personId }, data: { name } });
    const to = { personId: other.personId, email: other.email ?? "", locale: "fr" };
    const payload = aBookingPayload({ spaceName: "Le Pressoir" });
    await db.$transaction((tx) =>
      notify(tx, { ...to, kind: "booking-confirmed", payload }, mondayMorning),
    );
    expect(await eraseOwnAccount(member, yes, mondayMorning)).toMatchObject({ ok: true });
    const [left] = await db.notification.findMany({ where: { personId: other.personId } });
    expect(left?.payload).toEqual(payload);
  },
);

test("somebody with a role, and of whom something was told, leaves neither name nor address", async () => {
  const member = await aListedMember();
  const { personId } = member;
  await db.person.update({ where: { id: personId }, data: { name: "Aliénor Castelviel" } });
  const [staff, reporter] = [await aStaffMember(), await aMember()];
  const space = await aSpace();
  const admin = await anActor([{ role: "admin", spaceId: null }]);
  for (const grant of [{ role: "staff" as const, spaceId: null }, hostOfSpace(space)]) {
    await grantRole(admin, { personId, ...grant }, mondayMorning);
  }
  await db.roleGrant.create({ data: { ...hostOfSpace(space), personId: staff.personId } });
  const told = { personId, reason: "insult" as const, text: "Aliénor Castelviel m’a insultée" };
  const report = await reportAbuse(reporter, told, mondayMorning);
  await closeReport(staff, { reportId: report.ok ? report.value.id : "" }, mondayMorning);
  await reportAbuse(reporter, told, mondayMorning);
  expect(await whereFound("Castelviel")).toContain("abuse_reports.text");
  expect(await eraseOwnAccount(member, yes, mondayMorning)).toMatchObject({ ok: true });
  for (const said of ["Castelviel", "Aliénor", member.email ?? ""]) {
    expect(await whereFound(said), said).toEqual([]);
  }
  expect(await db.roleGrant.count({ where: { personId, revokedAt: null } })).toBe(0);
});

const hostOfSpace = ({ id: spaceId }: { id: string }) => ({ role: "host" as const, spaceId });

test("only the account's number is left of it: in the journal, and in what it is the key of", async () => {
  const { member } = await somebodyWithALife();
  await eraseOwnAccount(member, yes, mondayMorning);
  const places = await whereFound(member.personId);
  expect(places).toEqual(["journal_entries.actor_id", "journal_entries.subject_id", "persons.id"]);
});

test("the place of tomorrow is free again, and nobody is signed in any more", async () => {
  const { member, space } = await somebodyWithALife();
  await eraseOwnAccount(member, yes, mondayMorning);
  expect(await db.session.count({ where: { personId: member.personId } })).toBe(0);
  const held = { spaceId: space.id, state: "confirmed", startsAt: { gt: mondayMorning } } as const;
  expect(await db.booking.count({ where: held })).toBe(0);
});

test("it cannot half-happen: where one table refuses, nothing has changed in any", async () => {
  const { member } = await somebodyWithALife();
  const before = await contentsOf();
  await db.$executeRaw`
    CREATE FUNCTION refuse_tombstone() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'planted'; END $$`;
  await db.$executeRaw`
    CREATE TRIGGER planted BEFORE UPDATE OF erased_at ON persons FOR EACH ROW
    WHEN (NEW.erased_at IS NOT NULL) EXECUTE FUNCTION refuse_tombstone()`;
  await expect(eraseOwnAccount(member, yes, mondayMorning)).rejects.toThrow(/planted/);
  expect(await contentsOf()).toEqual(before);
  await db.$executeRaw`DROP TRIGGER planted ON persons`;
  // Its negative control: without the planted refusal, the same call changes a good deal.
  expect((await eraseOwnAccount(member, yes, mondayMorning)).ok).toBe(true);
  expect(await contentsOf()).not.toEqual(before);
});

test("asked twice at once, it is done once", async () => {
  const { member } = await somebodyWithALife();
  const results = await Promise.all(
    [1, 2, 3].map(() => eraseOwnAccount(member, yes, mondayMorning)),
  );
  expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
  const lines = { action: "person.erased", subjectId: member.personId };
  expect(await db.journalEntry.count({ where: lines })).toBe(1);
});

test("a wrong word erases nothing, a visitor has nothing to erase", async () => {
  const member = await aMember();
  expect(await eraseOwnAccount(member, { mot: "oui" })).toMatchObject({ refusal: "wrong_word" });
  expect((await db.person.findUnique({ where: { id: member.personId } }))?.erasedAt).toBeNull();
  await expect(eraseOwnAccount(anonymous, yes)).rejects.toThrow(Unauthenticated);
});

test("the one host of a space is told which, and may leave once there is another", async () => {
  const space = await aSpace();
  const host = await anActor();
  const grant = { role: "host" as const, spaceId: space.id };
  await db.roleGrant.create({ data: { ...grant, personId: host.personId } });
  expect(await eraseOwnAccount(host, yes)).toMatchObject({
    refusal: "only_host",
    data: { spaces: [space.name] },
  });
  await db.roleGrant.create({ data: { ...grant, personId: (await aPerson()).id } });
  expect((await eraseOwnAccount(host, yes)).ok).toBe(true);
});

test("of the last two admins who leave at once, one stays", async () => {
  const admins = [await anActor(), await anActor()];
  for (const { personId } of admins) {
    await db.roleGrant.create({ data: { personId, role: "admin", spaceId: null } });
  }
  const results = await Promise.all(admins.map((admin) => eraseOwnAccount(admin, yes)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: "last_admin" });
});
