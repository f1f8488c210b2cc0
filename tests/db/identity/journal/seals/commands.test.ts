import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { writeJournal } from "@/lib/identity/journal/commands";
import { sealJournal } from "@/lib/identity/journal/seals/commands";
import { verifyJournal } from "@/lib/identity/journal/seals/queries";
import { db, type Tx } from "@/lib/infra/db";
import { aStaffMember } from "@/tests/support/actors";
import { sealAll, someLines } from "@/tests/support/seals";

const worker = systemActor("worker");
const sealsById = () => db.journalSeal.findMany({ orderBy: { id: "asc" } });
const linesById = () => db.journalEntry.findMany({ orderBy: { id: "asc" }, select: { id: true } });

test("what was committed is sealed in the order of its numbers, once", async () => {
  await someLines(5);
  await sealAll();
  expect(await sealJournal(worker)).toBe(0);
  const [seals, lines] = [await sealsById(), await linesById()];
  expect(seals.map(({ entryId }) => entryId)).toEqual(lines.map(({ id }) => id));
  expect(seals.map(({ id }) => Number(id))).toEqual(lines.map((_, index) => index + 1));
  await someLines(2);
  await sealAll();
  expect((await sealsById()).slice(0, seals.length)).toEqual(seals);
});

test("several workers at once seal each line once, in one chain", async () => {
  await someLines(40);
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(Array.from({ length: 6 }, () => sealJournal(worker)));
  }
  await sealAll();
  const [seals, lines] = [await sealsById(), await linesById()];
  expect(seals).toHaveLength(lines.length);
  expect(await verifyJournal(worker)).toMatchObject({ fault: null, count: lines.length });
});

test("without the turn, two workers would fork the chain: the table refuses the second", async () => {
  await someLines(1);
  await sealAll();
  const next = (await db.journalSeal.count()) + 1;
  await someLines(1);
  const [line] = await db.journalEntry.findMany({ orderBy: { id: "desc" }, take: 1 });
  const seal = { id: BigInt(next), entryId: line?.id ?? 0n, at: new Date() };
  const sealAs = (digit: string) =>
    db.journalSeal.create({ data: { ...seal, hash: digit.repeat(64) } });
  const inVain = db.$transaction(async (tx) => {
    await tx.journalSeal.create({ data: { ...seal, hash: "a".repeat(64) } });
    throw new Error("given up");
  });
  await expect(inVain).rejects.toThrow("given up");
  const both = await Promise.allSettled([sealAs("a"), sealAs("b")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await db.$executeRaw`ALTER TABLE journal_seals DISABLE TRIGGER journal_seals_append_only`;
  await db.journalSeal.delete({ where: { id: seal.id } });
  await db.$executeRaw`ALTER TABLE journal_seals ENABLE TRIGGER journal_seals_append_only`;
  await sealAll();
});

test("a line still being written is waited for: none after it is sealed before it", async () => {
  await sealAll();
  const staff = await aStaffMember();
  const write = (tx: Tx, action: string) => writeJournal(tx, { actor: staff, action });
  let commit = () => {};
  const mayCommit = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let written = () => {};
  const isWritten = new Promise<void>((resolve) => {
    written = resolve;
  });
  const slow = db.$transaction(async (tx) => {
    await write(tx, "slow.one");
    written();
    await mayCommit;
  });
  await isWritten;
  await db.$transaction((tx) => write(tx, "quick.one"));
  // What a naive reading would seal now: the quick line alone, ahead of the slow one.
  const visible = await db.journalEntry.count({
    where: { action: { in: ["slow.one", "quick.one"] } },
  });
  expect(visible).toBe(1);
  expect(await sealJournal(worker)).toBe(0);
  commit();
  await slow;
  await sealAll();
  const sealed = await db.$queryRaw<{ action: string }[]>`
    SELECT e.action FROM journal_seals s JOIN journal_entries e ON e.id = s.entry_id
    WHERE e.action IN ('slow.one', 'quick.one') ORDER BY s.id`;
  expect(sealed.map(({ action }) => action)).toEqual(["slow.one", "quick.one"]);
});

test("a line that was given up leaves no gap in the chain", async () => {
  const staff = await aStaffMember();
  const givenUp = db.$transaction(async (tx) => {
    await writeJournal(tx, { actor: staff, action: "x.done" });
    throw new Error("given up");
  });
  await expect(givenUp).rejects.toThrow("given up");
  await someLines(1);
  await sealAll();
  expect(await verifyJournal(worker)).toMatchObject({ fault: null, waiting: 0 });
});

test("a seal once made is never changed nor removed, and nobody but a job makes one", async () => {
  await someLines(1);
  await sealAll();
  const tries = [
    () => db.$executeRaw`UPDATE journal_seals SET hash = ${"0".repeat(64)}`,
    () => db.$executeRaw`DELETE FROM journal_seals`,
    () => db.$executeRaw`TRUNCATE journal_seals`,
  ];
  for (const attempt of tries) await expect(attempt()).rejects.toThrow(/append-only/);
  for (const actor of [anonymous, await aStaffMember()]) {
    await expect(sealJournal(actor)).rejects.toThrow(Forbidden);
  }
});
