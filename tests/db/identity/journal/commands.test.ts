import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { writeJournal } from "@/lib/identity/journal/commands";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";

const linesAbout = (subjectId: string) => db.journalEntry.findMany({ where: { subjectId } });

test("a line says who did what, where, to what, and what changed", async () => {
  const [member, space, subjectId] = [await aMember(), await aSpace(), randomUUID()];
  await db.$transaction((tx) =>
    writeJournal(tx, {
      actor: member,
      action: "closure.withdrawn",
      spaceId: space.id,
      subjectId,
      before: { reason: "Travaux" },
      after: { reason: null },
    }),
  );
  expect(await linesAbout(subjectId)).toMatchObject([
    {
      actorId: member.personId,
      action: "closure.withdrawn",
      spaceId: space.id,
      before: { reason: "Travaux" },
      after: { reason: null },
      at: expect.any(Date),
    },
  ]);
});

test("the platform and a visitor have no name in it, and nothing changed is nothing written", async () => {
  const subjectId = randomUUID();
  for (const actor of [systemActor("worker"), anonymous]) {
    await db.$transaction((tx) => writeJournal(tx, { actor, action: "x.done", subjectId }));
  }
  const empty = { actorId: null, spaceId: null, before: null, after: null };
  expect(await linesAbout(subjectId)).toMatchObject([empty, empty]);
  const [row] = await db.$queryRaw<{ nothing: boolean }[]>`
    SELECT before IS NULL AND after IS NULL AS nothing FROM journal_entries
    WHERE subject_id = ${subjectId} LIMIT 1`;
  expect(row).toEqual({ nothing: true });
});

test("a change that did not happen leaves no line", async () => {
  const [member, subjectId] = [await aMember(), randomUUID()];
  const change = db.$transaction(async (tx) => {
    await writeJournal(tx, { actor: member, action: "x.done", subjectId });
    throw new Error("given up");
  });
  await expect(change).rejects.toThrow("given up");
  expect(await linesAbout(subjectId)).toEqual([]);
});

test("a line once written is never changed nor removed, whoever tries", async () => {
  const [member, subjectId] = [await aMember(), randomUUID()];
  await db.$transaction((tx) => writeJournal(tx, { actor: member, action: "x.done", subjectId }));
  const where = { subjectId };
  const tries = [
    () => db.journalEntry.updateMany({ where, data: { action: "x.undone" } }),
    () => db.journalEntry.deleteMany({ where }),
    () => db.$executeRaw`UPDATE journal_entries SET actor_id = NULL`,
    () => db.$executeRaw`DELETE FROM journal_entries`,
    () => db.$executeRaw`TRUNCATE journal_entries`,
  ];
  for (const attempt of tries) await expect(attempt()).rejects.toThrow(/append-only/);
  expect(await linesAbout(subjectId)).toMatchObject([
    { action: "x.done", actorId: member.personId },
  ]);
});
