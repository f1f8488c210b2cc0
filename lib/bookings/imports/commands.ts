import { type Actor, personIdOf } from "@/lib/core/actor";
import { dayOf } from "@/lib/core/day";
import { Forbidden, NotFound } from "@/lib/core/errors";
import type { FetchRefusal } from "@/lib/core/fetch-refusal";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { addJob } from "@/lib/infra/jobs";
import { lockAlone } from "@/lib/infra/locks";
import { secondsToWait } from "@/lib/infra/rate-limit";
import { type Fetched, safeFetch } from "@/lib/infra/safe-fetch";
import { inTurns } from "@/lib/infra/turns";
import { getSpaceById, getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { canRunDay } from "../policy";
import { type BusyReading, readBusyTimes } from "./rules";
import {
  type AddImportInput,
  bounds,
  type ImportInput,
  type ImportRefusal,
  mostImports,
  type TextProblem,
} from "./schema";

/** Readings that people ask for; each makes this server ask another. */
const perSpace = { name: "calendar-import", times: 20, seconds: 600 };

/** How an outside calendar is had; tests bring their own. */
export type FetchCalendar = (
  url: string,
  etag: string | null,
) => Promise<Result<Fetched, FetchRefusal>>;

const fetchCalendar: FetchCalendar = (url, etag) =>
  safeFetch(url, { accept: "text/calendar", etag, mostBytes: bounds.bytes, timeoutMs: 10_000 });

type ReadingRefusal = FetchRefusal | TextProblem;

/**
 * Adds an outside calendar to a resource once it could be read; what it calls busy is no longer had here,
 * bookings there are stay. Refuses `too_many_imports`, `too_many_requests`, and why it cannot be read.
 * Hosts of the space; journalled, without the address, which may hold a secret.
 */
export async function addImport(
  actor: Actor,
  input: AddImportInput,
  at: Date = now(),
  fetchIt: FetchCalendar = fetchCalendar,
): Promise<Result<{ id: string }, ImportRefusal | ReadingRefusal>> {
  const space = await spaceRunBy(actor, input.slug);
  if (!space.resources.some(({ id }) => id === input.resourceId)) throw new NotFound();
  if ((await secondsToWait(perSpace, space.id)) !== null) return refuse("too_many_requests");
  const read = await readCalendar(space, input.url, null, at, fetchIt);
  if (!read.ok) return read;
  return inTransaction<{ id: string }, ImportRefusal>(async (tx) => {
    await lockAlone(tx, `imports ${space.id}`);
    const live = await tx.calendarImport.count({ where: { spaceId: space.id, removedAt: null } });
    if (live >= mostImports) return refuse("too_many_imports");
    const { resourceId, name, url } = input;
    const made = await tx.calendarImport.create({
      data: {
        ...{ spaceId: space.id, resourceId, name, url },
        ...{ createdAt: at, createdBy: personIdOf(actor) },
      },
    });
    await replaceBlocks(tx, made, read.value, at);
    await writeJournal(tx, {
      actor,
      action: "import.added",
      spaceId: space.id,
      subjectId: made.id,
      after: { resourceId, blocks: read.value.reading?.blocks.length ?? 0 },
    });
    return ok({ id: made.id });
  });
}

/** Reads it again because a host asks. Refuses `too_many_requests`, and why it cannot be read; the last good copy then stays. */
export async function refreshImport(
  actor: Actor,
  { slug, importId }: ImportInput,
  at: Date = now(),
  fetchIt: FetchCalendar = fetchCalendar,
): Promise<Result<null, ImportRefusal | ReadingRefusal>> {
  const space = await spaceRunBy(actor, slug);
  const known = await db.calendarImport.findUnique({
    where: { spaceId_id: { spaceId: space.id, id: importId }, removedAt: null },
  });
  if (!known) throw new NotFound();
  if ((await secondsToWait(perSpace, space.id)) !== null) return refuse("too_many_requests");
  return readAgain(space, known, at, fetchIt);
}

/** Same for the job of the half-hour; one removed since is left alone. System only. */
export async function readImportAgain(
  actor: Actor,
  { importId }: { importId: string },
  at: Date = now(),
  fetchIt: FetchCalendar = fetchCalendar,
): Promise<Result<null, ReadingRefusal>> {
  if (actor.kind !== "system") throw new Forbidden();
  const known = await db.calendarImport.findFirst({ where: { id: importId, removedAt: null } });
  return known ? readAgain(await getSpaceById(known.spaceId), known, at, fetchIt) : ok(null);
}

/** Asks for every outside calendar to be read again, each by a job of its own: a slow one keeps none waiting. System only. */
export async function queueImportReadings(actor: Actor): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const live = await db.calendarImport.findMany({
    where: { removedAt: null },
    select: { id: true },
  });
  for (const { id } of live) {
    const options = { key: `calendar import ${id}`, maxAttempts: 2 };
    await addJob(db, "refresh_calendar_import", { importId: id }, options);
  }
}

/** Takes it away with its busy times and its address; removing twice is the same as once. Hosts of the space; journalled. */
export async function removeImport(
  actor: Actor,
  { slug, importId }: ImportInput,
  at: Date = now(),
): Promise<Result<null, never>> {
  const { id: spaceId } = await spaceRunBy(actor, slug);
  return inTransaction(async (tx) => {
    await lockAlone(tx, importLock(importId));
    const { count } = await tx.calendarImport.updateMany({
      where: { spaceId, id: importId, removedAt: null },
      data: { removedAt: at, url: "", etag: null, lastError: null },
    });
    if (count === 0) return ok(null);
    await tx.busyBlock.deleteMany({ where: { spaceId, importId } });
    await writeJournal(tx, { actor, action: "import.removed", spaceId, subjectId: importId });
    return ok(null);
  });
}

async function spaceRunBy(actor: Actor, slug: string): Promise<Space> {
  const space = await getSpaceBySlug(slug);
  if (!canRunDay(actor, space.id)) throw new NotFound();
  return space;
}

type Known = {
  id: string;
  spaceId: string;
  resourceId: string;
  url: string;
  etag: string | null;
  fetchedAt: Date | null;
  lastError: string | null;
};

async function readAgain(
  space: Space,
  known: Known,
  at: Date,
  fetchIt: FetchCalendar,
): Promise<Result<null, ReadingRefusal>> {
  const read = await readCalendar(space, known.url, etagToSend(space, known, at), at, fetchIt);
  if (!read.ok) {
    await db.calendarImport.updateMany({
      where: { spaceId: known.spaceId, id: known.id, removedAt: null },
      data: { lastError: read.refusal },
    });
    return read;
  }
  return inTransaction<null, never>(async (tx) => {
    await replaceBlocks(tx, known, read.value, at);
    return ok(null);
  });
}

/** Once a day all is read whatever has changed: the 400 days ahead are not those of yesterday. */
function etagToSend({ calendar }: Space, { etag, fetchedAt, lastError }: Known, at: Date) {
  if (!fetchedAt || lastError) return null;
  const isOfToday = dayOf(fetchedAt, calendar.timeZone) === dayOf(at, calendar.timeZone);
  return isOfToday ? etag : null;
}

/** `reading` null: the same as we have. */
type Read = { reading: BusyReading | null; etag: string | null };

/** Outside of any transaction: nothing of ours waits for a site of somebody else's. */
async function readCalendar(
  { calendar }: Space,
  url: string,
  etag: string | null,
  at: Date,
  fetchIt: FetchCalendar,
): Promise<Result<Read, ReadingRefusal>> {
  const fetched = await fetchIt(url, etag);
  if (!fetched.ok) return fetched;
  if ("unchanged" in fetched.value) return ok({ reading: null, etag });
  const { timeZone } = calendar;
  const terms = { timeZone, today: dayOf(at, timeZone) };
  const reading = await inTurns(readBusyTimes(fetched.value.body, terms));
  return reading.ok ? ok({ reading: reading.value, etag: fetched.value.etag }) : reading;
}

function importLock(importId: string): string {
  return `import ${importId}`;
}

/** All its busy times at once, or none: nobody sees half of a calendar. */
async function replaceBlocks(
  tx: Tx,
  { id: importId, spaceId, resourceId }: Pick<Known, "id" | "spaceId" | "resourceId">,
  { reading, etag }: Read,
  at: Date,
): Promise<void> {
  await lockAlone(tx, importLock(importId));
  const { count } = await tx.calendarImport.updateMany({
    where: { spaceId, id: importId, removedAt: null },
    data: { fetchedAt: at, ...(reading ? { etag, lastError: reading.remark } : {}) },
  });
  // Removed while it was read, or the same as we have.
  if (count === 0 || !reading) return;
  await tx.busyBlock.deleteMany({ where: { spaceId, importId } });
  await tx.busyBlock.createMany({
    data: reading.blocks.map((block) => ({ spaceId, importId, resourceId, ...block })),
  });
}
