import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { noteReading } from "@/lib/identity/journal/readings/commands";
import { db } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";

const readingsOf = async (personId: string) =>
  (
    await db.journalEntry.findMany({
      where: { actorId: personId, action: { startsWith: "journal." } },
      orderBy: { id: "asc" },
      select: { action: true, after: true },
    })
  ).map(({ action, after }) => [action, after]);

const morning = new Date("2026-11-30T08:00:00Z");
const evening = new Date("2026-11-30T18:00:00Z");
const tomorrow = new Date("2026-12-01T08:00:00Z");

test("reading the journal is a line of it, once a day for the same question, pages of it included", async () => {
  const staff = await aStaffMember();
  const note = (filters: object, at: Date, isFile = false) =>
    noteReading(staff, { filters, isFile }, at);
  await note({}, morning);
  await note({ avant: "12" }, evening);
  await note({ action: "role.granted" }, evening);
  await note({}, evening, true);
  await note({}, tomorrow);
  expect(await readingsOf(staff.personId)).toEqual([
    ["journal.read", {}],
    ["journal.read", { action: "role.granted" }],
    ["journal.exported", {}],
    ["journal.read", {}],
  ]);
});

test("whom it was asked about is kept as a number, never as an address", async () => {
  const [staff, member] = [await aStaffMember(), await aMember()];
  const ask = (personne: string) => noteReading(staff, { filters: { personne }, isFile: false });
  await ask(member.email ?? "");
  await ask("personne@exemple.test");
  expect(await readingsOf(staff.personId)).toEqual([
    ["journal.read", { person: member.personId }],
    ["journal.read", { person: "nobody" }],
  ]);
});

test("whoever may not read leaves no line of having read", async () => {
  const host = await hostOf(await aSpace());
  for (const actor of [anonymous, await aMember(), host]) {
    await expect(noteReading(actor, { filters: {}, isFile: false })).rejects.toThrow(NotFound);
  }
  expect(await readingsOf(host.personId)).toEqual([]);
});
