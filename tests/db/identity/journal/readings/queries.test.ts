import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { recordViews, writeJournal } from "@/lib/identity/journal/commands";
import { findPersonId, listJournal } from "@/lib/identity/journal/readings/queries";
import { db } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";

const write = (line: Parameters<typeof writeJournal>[1]) =>
  db.$transaction((tx) => writeJournal(tx, line));

test("staff read who did what, where, about whom and what it was before", async () => {
  const [staff, space, member] = [await aStaffMember(), await aSpace(), await aMember()];
  const host = { ...(await hostOf(space)), requestId: "demande-1" };
  await write({
    actor: host,
    action: "role.granted",
    spaceId: space.id,
    subjectId: member.personId,
    before: { role: null },
    after: { role: "host" },
  });
  const { lines, next } = await listJournal(staff, { lieu: space.slug });
  expect(next).toBeNull();
  expect(lines).toMatchObject([
    {
      actor: { personId: host.personId, name: host.name },
      action: "role.granted",
      spaceName: space.name,
      subject: { personId: member.personId, name: member.name },
      before: { role: null },
      after: { role: "host" },
      requestId: "demande-1",
    },
  ]);
});

test("a job has no name, somebody who left has none any more, a booking is nobody", async () => {
  const [staff, space] = [await aStaffMember(), await aSpace()];
  const gone = await hostOf(space);
  await write({ actor: systemActor("worker"), action: "x.done", spaceId: space.id });
  const subjectId = crypto.randomUUID();
  await write({ actor: gone, action: "x.done", spaceId: space.id, subjectId });
  await db.person.update({ where: { id: gone.personId }, data: { name: null, email: null } });
  expect((await listJournal(staff, { lieu: space.slug })).lines).toMatchObject([
    { actor: { personId: gone.personId, name: null }, subject: null },
    { actor: null, subject: null },
  ]);
});

test("a page goes on exactly where the one before ended, whatever is written meanwhile", async () => {
  const [staff, space] = [await aStaffMember(), await aSpace()];
  const host = await hostOf(space);
  const line = { actor: host, action: "x.done", spaceId: space.id };
  for (let count = 0; count < 5; count += 1) await write({ ...line, after: { count } });
  const first = await listJournal(staff, { lieu: space.slug }, 2);
  await write({ ...line, after: { count: 5 } });
  const second = await listJournal(staff, { lieu: space.slug, avant: first.next ?? "" }, 2);
  const third = await listJournal(staff, { lieu: space.slug, avant: second.next ?? "" }, 2);
  const read = [first, second, third].flatMap(({ lines }) => lines.map(({ after }) => after));
  expect(read).toEqual([4, 3, 2, 1, 0].map((count) => ({ count })));
  expect(third.next).toBeNull();
});

test("a person's lines are what they did, what is about them and who saw them", async () => {
  const [staff, space, member] = [await aStaffMember(), await aSpace(), await aMember()];
  const [host, other] = [await hostOf(space), await aMember()];
  await write({ actor: member, action: "a.did", spaceId: space.id });
  await write({ actor: host, action: "b.about", spaceId: space.id, subjectId: member.personId });
  await recordViews(host, { spaceId: space.id, screen: "booking", people: [member.personId] });
  await write({ actor: host, action: "c.other", spaceId: space.id, subjectId: other.personId });
  const { lines } = await listJournal(staff, { personne: member.email ?? "" });
  expect(lines.map(({ action }) => action)).toEqual(["people.viewed", "b.about", "a.did"]);
  expect(await findPersonId(member.email ?? "")).toBe(member.personId);
});

test("an address nobody has finds nothing rather than everything", async () => {
  const staff = await aStaffMember();
  await write({ actor: staff, action: "x.done" });
  const asked = listJournal(staff, { personne: "personne@exemple.test" });
  expect(await asked).toEqual({ lines: [], next: null });
});

test("days are those of the valley, both included", async () => {
  const [staff, space, member] = [await aStaffMember(), await aSpace(), await aMember()];
  const host = await hostOf(space);
  const people = [member.personId];
  const at = new Date("2026-07-01T22:30:00Z");
  await recordViews(host, { spaceId: space.id, screen: "booking", people }, at);
  const on = async (du: string, au: string) =>
    (await listJournal(staff, { lieu: space.slug, du: day(du), au: day(au) })).lines.length;
  expect(await on("2026-07-02", "2026-07-02")).toBe(1);
  expect(await on("2026-07-01", "2026-07-01")).toBe(0);
  expect(await on("2026-07-03", "2026-07-09")).toBe(0);
});

test("one action alone can be asked for", async () => {
  const [staff, space] = [await aStaffMember(), await aSpace()];
  const line = { actor: staff, spaceId: space.id };
  await write({ ...line, action: "a.done" });
  await write({ ...line, action: "b.done" });
  const { lines } = await listJournal(staff, { lieu: space.slug, action: "b.done" });
  expect(lines.map(({ action }) => action)).toEqual(["b.done"]);
});

test("nobody but staff reads the journal", async () => {
  const others = [anonymous, systemActor("x"), await aMember(), await hostOf(await aSpace())];
  for (const actor of others) await expect(listJournal(actor, {})).rejects.toThrow(NotFound);
});
