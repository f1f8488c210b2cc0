import { beforeEach, expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { findSealHead, verifyJournal } from "@/lib/identity/journal/seals/queries";
import { db } from "@/lib/infra/db";
import { sealAll, someLines, tamper } from "@/tests/support/seals";

const worker = systemActor("console");
const verify = (head?: string) => verifyJournal(worker, { head });

/** The numbers of ten lines, sealed; nothing else is in the journal. */
let lines: bigint[] = [];

beforeEach(async () => {
  await tamper("TRUNCATE journal_entries RESTART IDENTITY", "TRUNCATE journal_seals");
  lines = await someLines(10);
  await sealAll();
});

test("a journal nobody touched is as it was sealed, and its head can be found again later", async () => {
  const first = await verify();
  expect(first).toMatchObject({ count: 10, fault: null, waiting: 0 });
  expect(await findSealHead()).toMatchObject({
    count: 10,
    head: first.head,
    entryId: String(lines.at(-1)),
  });
  await someLines(3);
  await sealAll();
  expect(await verify(first.head)).toMatchObject({ count: 13, fault: null });
});

const columns = {
  "who did it": "actor_id = gen_random_uuid()",
  "what was done": "action = 'x.undone'",
  when: "at = at + interval '1 millisecond'",
  where: "space_id = gen_random_uuid()",
  "to what": "subject_id = 'autre'",
  "what it was": `before = '{"index": 9}'`,
  "what it became": "after = NULL",
  "in which request": "request_id = 'autre'",
};

test.each(Object.entries(columns))("one line of which %s was changed is named", async (_, set) => {
  const [, , third] = lines;
  await tamper(`UPDATE journal_entries SET ${set} WHERE id = ${third}`);
  expect(await verify()).toMatchObject({
    count: 2,
    fault: { kind: "changed", entryId: String(third) },
  });
});

test("a line removed is named, with its seal or without", async () => {
  const [, , , fourth] = lines;
  await tamper(`DELETE FROM journal_entries WHERE id = ${fourth}`);
  expect((await verify()).fault).toEqual({ kind: "missing", entryId: String(fourth) });
  await tamper(`DELETE FROM journal_seals WHERE entry_id = ${fourth}`);
  expect((await verify()).fault).toEqual({ kind: "unsealed", sealId: "4" });
});

test("two lines that changed places are named", async () => {
  const [, second, , , fifth] = lines;
  await tamper(
    `UPDATE journal_entries SET id = -1 WHERE id = ${second}`,
    `UPDATE journal_entries SET id = ${second} WHERE id = ${fifth}`,
    `UPDATE journal_entries SET id = ${fifth} WHERE id = -1`,
  );
  expect((await verify()).fault).toEqual({
    kind: "reordered",
    entryId: String(second),
    nowAt: String(fifth),
  });
});

test("seals that changed places are named", async () => {
  const [, second, third] = lines;
  await tamper(
    `UPDATE journal_seals SET entry_id = -1 WHERE entry_id = ${second}`,
    `UPDATE journal_seals SET entry_id = ${second} WHERE entry_id = ${third}`,
    `UPDATE journal_seals SET entry_id = ${third} WHERE entry_id = -1`,
  );
  expect((await verify()).fault).toMatchObject({ kind: "reordered", entryId: String(third) });
});

test("a line slipped in among older ones is named, sealed since or not", async () => {
  const { fault, head } = await verify();
  expect(fault).toBeNull();
  // A number that a transaction took and gave up.
  await tamper(`DELETE FROM journal_entries WHERE id > ${lines[5]}`, "TRUNCATE journal_seals");
  await tamper(`UPDATE journal_entries SET id = id + 1 WHERE id = ${lines[5]}`);
  await sealAll();
  const insert = (at: string) =>
    tamper(`INSERT INTO journal_entries (id, at, action) VALUES (${lines[5]}, ${at}, 'x.faked')`);
  await insert("now() - interval '2 hours'");
  expect((await verify()).fault).toEqual({ kind: "inserted", entryId: String(lines[5]) });
  await sealAll();
  expect((await verify()).fault).toEqual({ kind: "inserted", entryId: String(lines[5]) });
  expect((await verify(head)).fault).not.toBeNull();
});

test("the end cut off, lines and seals alike, is found by a head noted before, and by it alone", async () => {
  const { head } = await verify();
  const eighth = lines[7];
  await tamper(
    `DELETE FROM journal_entries WHERE id > ${eighth}`,
    `DELETE FROM journal_seals WHERE entry_id > ${eighth}`,
  );
  expect(await verify()).toMatchObject({ count: 8, fault: null });
  expect((await verify(head)).fault).toEqual({ kind: "truncated", head });
});

test("a journal written anew from one line on, seals and all, is found by a head noted before", async () => {
  const { head } = await verify();
  await tamper(
    `UPDATE journal_entries SET action = 'x.faked' WHERE id = ${lines[3]}`,
    "TRUNCATE journal_seals",
  );
  await sealAll();
  expect(await verify()).toMatchObject({ count: 10, fault: null });
  expect((await verify(head)).fault).toEqual({ kind: "truncated", head });
});

test("lines over five minutes old that no worker sealed are counted", async () => {
  await someLines(3);
  const at = new Date(Date.now() + 6 * 60_000);
  expect(await verifyJournal(worker, {}, at)).toMatchObject({ fault: null, waiting: 3 });
  expect(await verifyJournal(worker, {})).toMatchObject({ fault: null, waiting: 0 });
});

test("an empty journal has no head yet and no fault", async () => {
  await tamper("TRUNCATE journal_entries", "TRUNCATE journal_seals");
  expect(await verify()).toEqual({ count: 0, head: "0".repeat(64), fault: null, waiting: 0 });
  expect(await findSealHead()).toBeNull();
  expect(await db.journalSeal.count()).toBe(0);
});

test("the whole journal is walked by the system alone", async () => {
  await expect(verifyJournal(anonymous)).rejects.toThrow(Forbidden);
});
