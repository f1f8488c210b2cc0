import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { anonymous } from "@/lib/core/actor";
import { Unauthenticated } from "@/lib/core/errors";
import { noteVisit } from "@/lib/identity/visits/commands";
import { db } from "@/lib/infra/db";
import { listOwnData } from "@/lib/privacy/exports/queries";
import { aMember } from "@/tests/support/actors";
import { aRegistration } from "@/tests/support/events";
import { aPerson, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { aConversation, aListedMember, anAd } from "@/tests/support/mutual-help";
import { anOrganisation } from "@/tests/support/organisations";
import { register, seats } from "@/tests/support/registering";

test("everything of mine is there: account, profile, bookings, conversations, with places by their name", async () => {
  const member = await aMember();
  const { personId } = member;
  const space = await aSpace();
  const wish = {
    slug: space.slug,
    day: tuesday,
    part: "morning",
    note: "près de la fenêtre",
  } as const;
  expect((await bookResource(member, wish, mondayMorning)).ok).toBe(true);
  await db.profile.create({ data: { personId, activity: "Luthière", skills: ["violon"] } });
  const other = await aPerson();
  const { id: conversationId } = await db.conversation.create({
    data: { starterId: other.id, otherId: personId, lastAt: mondayMorning },
  });
  await db.conversationMessage.create({
    data: { conversationId, senderId: other.id, text: "Bonjour à vous" },
  });
  const tables = await listOwnData(member);
  const rowsOf = (name: string) => tables.find(({ table }) => table === name)?.rows ?? [];
  expect(rowsOf("persons")).toMatchObject([{ id: "me", email: member.email, name: member.name }]);
  expect(rowsOf("profiles")).toMatchObject([{ activity: "Luthière", skills: ["violon"] }]);
  expect(rowsOf("bookings")).toMatchObject([{ space_id: space.name, part: "morning" }]);
  expect(rowsOf("conversations")).toMatchObject([{ starter_id: "someone", other_id: "me" }]);
  expect(rowsOf("conversation_messages")).toMatchObject([
    { sender_id: "someone", text: "Bonjour à vous" },
  ]);
  expect(JSON.stringify(tables)).not.toContain(other.id);
});

test("what stands elsewhere is named, not numbered, and a visit is the day that was kept", async () => {
  const [member, other] = [await aMember(), await aMember()];
  const { personId } = member;
  const organisation = await anOrganisation({ beneficiaries: [member] });
  const ad = await anAd(other.personId, { title: "Qui prête une échelle ?" });
  await db.conversation.create({
    data: { starterId: personId, otherId: other.personId, adId: ad.id, lastAt: mondayMorning },
  });
  await noteVisit(member, mondayMorning);
  const tables = await listOwnData(member);
  const rowsOf = (name: string) => tables.find(({ table }) => table === name)?.rows ?? [];
  expect(rowsOf("organisation_people")).toMatchObject([{ organisation_id: organisation.name }]);
  expect(rowsOf("conversations")).toMatchObject([{ ad_id: "Qui prête une échelle ?" }]);
  expect(rowsOf("persons")).toMatchObject([{ last_seen_at: "2026-06-15" }]);
});

test("nothing of anybody else is: not a row, not a name, not an address, not a number", async () => {
  const [member, other] = [await aMember(), await aMember()];
  await db.person.update({ where: { id: other.personId }, data: { name: "Odalric Autrebois" } });
  await db.profile.create({ data: { personId: other.personId, activity: "secret d’Odalric" } });
  await db.block.create({ data: { blockerId: other.personId, blockedId: member.personId } });
  const said = JSON.stringify(await listOwnData(member));
  for (const words of ["Odalric", other.personId, other.email ?? "-"]) {
    expect(said).not.toContain(words);
  }
});

test("a mail that waits in the outbox gives away neither the number of whom it names nor their words", async () => {
  const [writer, reader] = [await aMember(), await aListedMember()];
  await aConversation(writer, reader, "Bonjour à vous");
  const tables = await listOwnData(reader);
  expect(tables.find(({ table }) => table === "notifications")?.rows).toMatchObject([
    { kind: "message-received", payload: {} },
  ]);
  expect(JSON.stringify(tables)).not.toContain(writer.personId);
});

test("whoever was blocked or reported reads nothing of it; whoever did, does", async () => {
  const [member, other] = [await aMember(), await aMember()];
  await db.block.create({ data: { blockerId: other.personId, blockedId: member.personId } });
  await db.abuseReport.create({
    data: {
      ...{ subject: "person", subjectId: member.personId, personId: member.personId },
      ...{ reporterId: other.personId, reason: "insult", text: "il m’a insultée" },
    },
  });
  const rowsOf = async (actor: typeof member) => {
    const tables = await listOwnData(actor);
    return ["blocks", "abuse_reports"].map((name) => {
      const own = tables.find(({ table }) => table === name);
      return own?.rows.length;
    });
  };
  expect(await rowsOf(member)).toEqual([0, 0]);
  expect(await rowsOf(other)).toEqual([1, 1]);
});

test("a visitor has nothing to take away", async () => {
  await expect(listOwnData(anonymous)).rejects.toThrow(Unauthenticated);
});

test("what I registered for without signing in is mine once my address is proved, nobody else's is", async () => {
  const member = await aMember();
  const where = { id: member.personId };
  const email = `ines.${member.personId.slice(-6)}@gmail.com`;
  await db.person.update({ where, data: { email, emailVerifiedAt: null } });
  const event = await seats(9, { asksNames: true });
  await register(event, {
    email: `Ines${member.personId.slice(-6)}+atelier@gmail.com`,
    quantity: 2,
    names: { 1: "Lou" },
  });
  await register(event, { email: "autre@exemple.test" });
  await aRegistration(event, { source: "host", email, emailKey: "host-wrote" });
  const mine = async () => {
    const tables = await listOwnData({ ...member, email });
    const rowsOf = (name: string) => tables.find(({ table }) => table === name)?.rows ?? [];
    return {
      rows: rowsOf("event_registrations"),
      names: rowsOf("event_attendees").map(({ name }) => name),
    };
  };
  expect(await mine()).toEqual({ rows: [], names: [] });
  await db.person.update({ where, data: { emailVerifiedAt: mondayMorning } });
  const { rows, names } = await mine();
  expect(rows).toMatchObject([{ quantity: 2, source: "self" }]);
  expect(names.sort()).toEqual(["Bastien Cazes", "Lou"]);
});
