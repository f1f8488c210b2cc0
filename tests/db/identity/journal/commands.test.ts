import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { recordViews, writeJournal } from "@/lib/identity/journal/commands";
import { db } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
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

const viewsBy = (viewerId: string) =>
  db.journalEntry.findMany({
    where: { actorId: viewerId, action: "people.viewed" },
    orderBy: { id: "asc" },
  });

test("what a host has on screen is noted once a day, however often the board is drawn anew", async () => {
  const [space, first, second] = [await aSpace(), await aMember(), await aMember()];
  const host = await hostOf(space);
  const look = (people: string[], at: Date, screen: "host_day" | "booking" = "host_day") =>
    recordViews(host, { spaceId: space.id, screen, people }, at);
  const morning = new Date("2026-11-30T08:00:00Z");
  const evening = new Date("2026-11-30T17:00:00Z");
  const tomorrow = new Date("2026-11-30T23:30:00Z");
  await look([first.personId, host.personId, first.personId], morning);
  await look([first.personId], evening);
  await look([second.personId, first.personId], evening);
  await look([first.personId], evening, "booking");
  await look([first.personId], tomorrow);
  expect(
    (await viewsBy(host.personId)).map(({ spaceId, at, after }) => [spaceId, at, after]),
  ).toEqual([
    [space.id, morning, { screen: "host_day", as: "host", people: [first.personId] }],
    [space.id, evening, { screen: "host_day", as: "host", people: [second.personId] }],
    [space.id, evening, { screen: "booking", as: "host", people: [first.personId] }],
    [space.id, tomorrow, { screen: "host_day", as: "host", people: [first.personId] }],
  ]);
});

test("the same person seen in another space, or by another host, is another line", async () => {
  const [here, there, seen] = [await aSpace(), await aSpace(), await aMember()];
  const staff = await aStaffMember();
  for (const spaceId of [here.id, there.id, null, null]) {
    await recordViews(staff, { spaceId, screen: "booking", people: [seen.personId] });
  }
  expect((await viewsBy(staff.personId)).map(({ spaceId }) => spaceId)).toEqual([
    here.id,
    there.id,
    null,
  ]);
});

test("members among themselves, a host elsewhere and a look at oneself are not noted", async () => {
  const [space, other, seen] = [await aSpace(), await aSpace(), await aMember()];
  const [member, stranger, host] = [await aMember(), await hostOf(other), await hostOf(space)];
  for (const viewer of [member, stranger, host]) {
    await recordViews(viewer, {
      spaceId: space.id,
      screen: "host_day",
      people: [viewer === host ? host.personId : seen.personId],
    });
    expect(await viewsBy(viewer.personId)).toEqual([]);
  }
});

test("a line says of which request it is, a job of none", async () => {
  const [member, space, subjectId] = [await aMember(), await aSpace(), randomUUID()];
  const asking = { ...(await hostOf(space)), requestId: randomUUID() };
  await recordViews(asking, { spaceId: space.id, screen: "booking", people: [member.personId] });
  await db.$transaction(async (tx) => {
    await writeJournal(tx, { actor: asking, action: "x.done", subjectId });
    await writeJournal(tx, { actor: systemActor("worker"), action: "x.done", subjectId });
  });
  const lines = await linesAbout(subjectId);
  expect(lines.map(({ requestId }) => requestId).sort()).toEqual([asking.requestId, null].sort());
  expect(await viewsBy(asking.personId)).toMatchObject([{ requestId: asking.requestId }]);
});
