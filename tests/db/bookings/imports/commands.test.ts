import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import {
  addImport,
  queueImportReadings,
  readImportAgain,
  refreshImport,
  removeImport,
} from "@/lib/bookings/imports/commands";
import { mostImports } from "@/lib/bookings/imports/schema";
import { systemActor } from "@/lib/core/actor";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { refuse } from "@/lib/core/result";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { anImport, aSpaceWithHost, minutesLater } from "@/tests/support/imports";
import {
  calendarText,
  eventText,
  fetchedHere,
  given,
  tuesdayMorning,
} from "@/tests/support/outside-calendars";
import { anOutsideServer } from "@/tests/support/outside-server";

test("what an outside calendar calls busy is not had here; no title is kept", async () => {
  const { space, blocks, row } = await anImport();
  expect(await blocks()).toMatchObject([
    { startsAt: new Date("2026-06-16T07:00:00Z"), endsAt: new Date("2026-06-16T10:00:00Z") },
  ]);
  expect(await row()).toMatchObject({ fetchedAt: mondayMorning, lastError: null });
  const book = async (part: "morning" | "afternoon") =>
    bookResource(await aMember(), { slug: space.slug, day: tuesday, part }, mondayMorning);
  expect(await book("morning")).toMatchObject({ refusal: "space_full" });
  expect(await book("afternoon")).toMatchObject({ ok: true });
  const journal = await db.journalEntry.findMany({
    where: { spaceId: space.id },
    select: { action: true, after: true },
  });
  expect(journal).toMatchObject([{ action: "import.added", after: { blocks: 1 } }]);
  expect(JSON.stringify([journal, await blocks()])).not.toMatch(/secret|Conseil/);
});

test("the calendar of a whole room keeps its parts, asked for by name, busy too", async () => {
  const { space, host, input } = await aSpaceWithHost();
  const [whole, part] = [await aRoom(space), await aRoom(space)];
  await db.resourcePart.create({
    data: { spaceId: space.id, wholeId: whole.id, partId: part.id },
  });
  await addImport(host, { ...input, resourceId: whole.id }, mondayMorning, given(tuesdayMorning));
  const hours = (startsAt: string, endsAt: string) => ({
    ...{ slug: space.slug, resourceId: part.id },
    ...{ startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
  });
  const member = await aMember();
  expect(
    await bookResource(
      member,
      hours("2026-06-16T09:00:00Z", "2026-06-16T10:00:00Z"),
      mondayMorning,
    ),
  ).toMatchObject({ refusal: "slot_taken" });
  expect(
    await bookResource(
      member,
      hours("2026-06-16T12:00:00Z", "2026-06-16T13:00:00Z"),
      mondayMorning,
    ),
  ).toMatchObject({ ok: true });
});

test("an import never cancels a booking of ours", async () => {
  const { space, host, input } = await aSpaceWithHost();
  const member = await aMember();
  await bookResource(member, { slug: space.slug, day: tuesday, part: "morning" }, mondayMorning);
  await addImport(host, input, mondayMorning, given(tuesdayMorning));
  expect(await db.booking.findFirst({ where: { personId: member.personId } })).toMatchObject({
    state: "confirmed",
    sequence: 0,
  });
});

test("read again: what has gone is free, what has come is busy, at once", async () => {
  const { reread, blocks, row } = await anImport();
  const wednesday = eventText("DTSTART:20260617T070000Z", "DURATION:PT1H");
  expect(await reread(given(calendarText(wednesday)), 30)).toMatchObject({ ok: true });
  expect(await blocks()).toMatchObject([{ startsAt: new Date("2026-06-17T07:00:00Z") }]);
  expect(await row()).toMatchObject({ fetchedAt: minutesLater(30) });
});

test("two readings at once leave one copy", async () => {
  const { reread, blocks } = await anImport();
  await Promise.all([1, 2, 3, 4].map((minute) => reread(given(tuesdayMorning), minute)));
  expect(await blocks()).toHaveLength(1);
});

test("what cannot be read leaves the last good copy, with a reason; the next good one clears it", async () => {
  const { reread, blocks, row } = await anImport();
  const away = await reread(async () => refuse("not_reachable"));
  expect(away).toMatchObject({ ok: false, refusal: "not_reachable" });
  expect(await reread(given("<html>Connexion</html>"))).toMatchObject({
    refusal: "not_a_calendar",
  });
  expect(await row()).toMatchObject({ lastError: "not_a_calendar", fetchedAt: mondayMorning });
  expect(await blocks()).toHaveLength(1);
  await reread(given(tuesdayMorning), 60);
  expect(await row()).toMatchObject({ lastError: null, fetchedAt: minutesLater(60) });
});

test("an event that is not understood is said, the others count", async () => {
  const backwards = eventText("DTSTART:20260618T070000Z", "DURATION:-PT1H");
  const { blocks, row } = await anImport(
    calendarText(backwards, eventText("DTSTART:20260616T070000Z", "DURATION:PT1H")),
  );
  expect(await row()).toMatchObject({ lastError: "events_skipped", fetchedAt: mondayMorning });
  expect(await blocks()).toHaveLength(1);
});

test("the same as before is not read twice, save once a day", async () => {
  await using server = await anOutsideServer((request, response) => {
    const isKnown = request.headers["if-none-match"] === '"1"';
    response.writeHead(isKnown ? 304 : 200, { etag: '"1"' }).end(isKnown ? "" : tuesdayMorning);
  });
  const { host, input, space } = await aSpaceWithHost();
  const url = `${server.address}/a.ics`;
  const added = await addImport(host, { ...input, url }, mondayMorning, fetchedHere);
  const importId = added.ok ? added.value.id : "";
  for (const minutes of [30, 60, 24 * 60]) {
    const again = { slug: space.slug, importId };
    expect(await refreshImport(host, again, minutesLater(minutes), fetchedHere)).toMatchObject({
      ok: true,
    });
  }
  expect(server.asked.map(({ headers }) => headers["if-none-match"])).toEqual([
    undefined,
    '"1"',
    '"1"',
    undefined,
  ]);
  expect(await db.busyBlock.count({ where: { importId } })).toBe(1);
});

test("removed: its hours are free again, its address is forgotten, nothing reads it any more", async () => {
  const { space, host, importId, row, blocks } = await anImport();
  const input = { slug: space.slug, importId };
  await removeImport(host, input, minutesLater(1));
  await removeImport(host, input, minutesLater(2));
  expect(await row()).toMatchObject({ removedAt: minutesLater(1), url: "" });
  expect(await blocks()).toEqual([]);
  await expect(refreshImport(host, input, minutesLater(3), given(""))).rejects.toThrow(NotFound);
  const job = await readImportAgain(systemActor("worker"), { importId }, minutesLater(3), () => {
    throw new Error("it was asked for");
  });
  expect(job).toMatchObject({ ok: true });
  expect(await db.journalEntry.count({ where: { subjectId: importId } })).toBe(2);
});

test("removed while it was being read: nothing comes back", async () => {
  const { space, host, importId, reread, blocks } = await anImport();
  await reread(async () => {
    await removeImport(host, { slug: space.slug, importId });
    return given(tuesdayMorning)("", null);
  });
  expect(await blocks()).toEqual([]);
});

test("a space has twenty outside calendars at most", async () => {
  const { space, host, input } = await aSpaceWithHost();
  await db.calendarImport.createMany({
    data: Array.from({ length: mostImports }, () => ({
      ...{ spaceId: space.id, resourceId: input.resourceId, name: "x", url: "https://x.test/" },
    })),
  });
  expect(await addImport(host, input, mondayMorning, given(tuesdayMorning))).toMatchObject({
    refusal: "too_many_imports",
  });
});

test("a host who asks and asks again waits", async () => {
  const { reread } = await anImport();
  const answers: unknown[] = [];
  for (let count = 0; count < 20; count += 1) answers.push(await reread(given(tuesdayMorning)));
  expect(answers.at(-2)).toMatchObject({ ok: true });
  expect(answers.at(-1)).toMatchObject({ refusal: "too_many_requests" });
});

test("only who runs the space adds, reads again or removes; only the system reads by itself", async () => {
  const { space, input, importId } = await anImport();
  const other = await aSpace();
  for (const actor of [await aMember(), await hostOf(other)]) {
    const named = { slug: space.slug, importId };
    await expect(addImport(actor, input, mondayMorning, given(""))).rejects.toThrow(NotFound);
    await expect(refreshImport(actor, named, mondayMorning, given(""))).rejects.toThrow(NotFound);
    await expect(removeImport(actor, named)).rejects.toThrow(NotFound);
    await expect(readImportAgain(actor, { importId })).rejects.toThrow(Forbidden);
    await expect(queueImportReadings(actor)).rejects.toThrow(Forbidden);
  }
  const stranger = await hostOf(other);
  const named = { slug: other.slug, importId };
  await expect(removeImport(stranger, named)).resolves.toMatchObject({ ok: true });
  expect(await db.calendarImport.findFirst({ where: { id: importId } })).toMatchObject({
    removedAt: null,
  });
  await expect(
    addImport(stranger, { ...input, slug: other.slug }, mondayMorning, given("")),
  ).rejects.toThrow(NotFound);
});

test("every half-hour each live import has one job, however often it is asked", async () => {
  const { importId } = await anImport();
  await queueImportReadings(systemActor("worker"));
  await queueImportReadings(systemActor("worker"));
  const jobs = await db.$queryRaw<{ key: string }[]>`
    SELECT key FROM graphile_worker.jobs WHERE key = ${`calendar import ${importId}`}`;
  expect(jobs).toHaveLength(1);
});
