import { createHash } from "node:crypto";
import { addDays, type Day, eachDay } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { db, rowsOf } from "@/lib/infra/db";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { rememberedSpace } from "@/lib/spaces/readings/queries";
import {
  type DayFrame,
  type DaysWanted,
  daysOfResource,
  frameOfDay,
  nextTurn,
  type ResourceDay,
  readBusyBytes,
  type Span,
} from "./rules";

/** Most days a reading may ask for. */
export const mostDays = 31;

export type Availability = {
  space: Space;
  from: Day;
  frames: DayFrame[];
  resources: { resource: Space["resources"][number]; days: ResourceDay[] }[];
};

/** What was made of a reading, kept while nothing it rests on has changed. */
type Kept<Made> = { busy: Buffer; until: Date; made: Made };

const frames = new WeakMap<object, Map<Day, DayFrame>>();
const mostFrames = 800;

/**
 * What a space offers over consecutive local days, as `write` puts it; public, no names. One statement
 * whatever the resources: it answers with the space's version and its busy times as bytes, lapsed
 * bookings left out. The calendar comes from memory under that version, and so does what was written
 * of the very same busy times. NotFound for an unknown slug.
 */
export async function readAvailability<Made extends object>(
  slug: string,
  { from, days }: DaysWanted,
  write: AvailabilityWriter<Made>,
  at: Date = now(),
): Promise<Made> {
  const range = { from, days };
  const { space, busy } = await readSpaceAndBusy(slug, range, at);
  return writeOnce(space, range, busy, write, at);
}

/**
 * A short text that changes whenever what may be had over these local days does: what a page left open
 * asks for. Public: made of places and times, no names. One statement, like the reading itself.
 */
export async function getAvailabilityVersion(
  slug: string,
  wanted: DaysWanted,
  at: Date = now(),
): Promise<string> {
  const { space, busy } = await readSpaceAndBusy(slug, wanted, at);
  // Postgres adds them up in whatever order it met them.
  const spans = Array.from({ length: busy.length / bytesOfSpan }, (_, index) =>
    busy.toString("hex", index * bytesOfSpan, (index + 1) * bytesOfSpan),
  );
  const facts = [space.version, ...spans.sort()].join(" ");
  return createHash("sha256").update(facts).digest("hex").slice(0, 32);
}

/** A resource and two instants. */
const bytesOfSpan = 32;

async function readSpaceAndBusy(slug: string, wanted: DaysWanted, at: Date) {
  const remembered = rememberedSpace({ slug });
  if (remembered) {
    const reading = await readBusy(remembered, wanted, at);
    if (reading?.version === String(remembered.version)) {
      return { space: remembered, busy: reading.busy };
    }
  }
  const space = await getSpaceBySlug(slug);
  const reading = await readBusy(space, wanted, at);
  return { space, busy: reading?.busy ?? Buffer.alloc(0) };
}

/** Pure: the same availability gives the same text. One for each way of writing, so that what is kept is told apart. */
export type AvailabilityWriter<Made extends object> = {
  write: (availability: Availability) => Made;
  kept: WeakMap<Space, Map<string, Kept<Made>>>;
};

/** A way of writing availabilities, with its own memory. */
export function availabilityWriter<Made extends object>(
  write: (availability: Availability) => Made,
): AvailabilityWriter<Made> {
  return { write, kept: new WeakMap() };
}

const mostKept = 64;

function writeOnce<Made extends object>(
  space: Space,
  { from, days }: DaysWanted,
  busy: Buffer,
  { write, kept }: AvailabilityWriter<Made>,
  at: Date,
): Made {
  const ofSpace = kept.get(space) ?? new Map<string, Kept<Made>>();
  kept.set(space, ofSpace);
  const key = `${from} ${days}`;
  const known = ofSpace.get(key);
  if (known?.busy.equals(busy) && at < known.until) return known.made;
  const dayFrames = eachDay(from, addDays(from, days - 1)).map((day) => frameOf(space, day));
  const made = write(availabilityOf(space, from, dayFrames, readBusyBytes(busy), at));
  if (ofSpace.size >= mostKept) ofSpace.clear();
  ofSpace.set(key, { busy, until: nextTurn(space, dayFrames, at), made });
  return made;
}

function availabilityOf(
  space: Space,
  from: Day,
  dayFrames: DayFrame[],
  busy: Map<string, Span[]>,
  at: Date,
): Availability {
  const busyOf = (id: string) => busy.get(id) ?? [];
  const resources = space.resources.map((resource) => {
    const spans = [resource.id, ...resource.sharesWith].flatMap(busyOf);
    return { resource, days: daysOfResource(space, resource, dayFrames, spans, at) };
  });
  return { space, from, frames: dayFrames, resources };
}

function frameOf(space: Pick<Space, "calendar">, day: Day): DayFrame {
  const ofSpace = frames.get(space) ?? new Map<Day, DayFrame>();
  frames.set(space, ofSpace);
  const known = ofSpace.get(day);
  if (known) return known;
  const frame = frameOfDay(space.calendar, day);
  if (ofSpace.size >= mostFrames) ofSpace.clear();
  ofSpace.set(day, frame);
  return frame;
}

/**
 * Bytes, because writing instants as text costs Postgres twice the reading. Index-only over `bookings_space_id_starts_at_idx`, bounded below: history is never read. The longest
 * booking is a day of 25 hours, the longest buffer four. Blocks of outside calendars are only asked
 * for where there are some.
 */
const busyOfSpace = {
  name: "busy_of_space",
  text: `SELECT s.calendar_version::text AS version, coalesce((
      SELECT string_agg(uuid_send(b.resource_id) || timestamptz_send(b.held_from) || timestamptz_send(b.held_until), ''::bytea)
      FROM bookings b
      WHERE b.space_id = s.id AND b.starts_at >= $2::timestamptz - interval '29 hours' AND b.starts_at < $3::timestamptz + interval '4 hours'
        AND b.state IN ('confirmed', 'held') AND (b.lapses_at IS NULL OR b.lapses_at > $4)
        AND b.held_until > $2 AND b.held_from < $3
    ), ''::bytea) || coalesce(CASE WHEN $5 THEN (
      SELECT string_agg(uuid_send(k.resource_id) || timestamptz_send(k.starts_at) || timestamptz_send(k.ends_at), ''::bytea)
      FROM busy_blocks k
      WHERE k.space_id = s.id AND k.starts_at >= $2::timestamptz - interval '29 hours' AND k.starts_at < $3::timestamptz + interval '4 hours'
        AND k.ends_at > $2
    ) END, ''::bytea) AS busy
    FROM spaces s WHERE s.id = $1`,
};

type BusyRow = { version: string; busy: Buffer };

type Readable = Pick<Space, "id" | "calendar"> & { resources: { hasImports: boolean }[] };

/** The one statement of a reading, and its values, for whoever counts its buffers. */
export function busyStatement(space: Readable, { from, days }: DaysWanted, at: Date) {
  const [first] = frameOf(space, from).bounds;
  const [, last] = frameOf(space, addDays(from, days - 1)).bounds;
  // Buffers of the resource itself look a little further than its day.
  const slack = 4 * 3_600_000;
  const hasImports = space.resources.some((resource) => resource.hasImports);
  const values = [space.id, new Date(first - slack), new Date(last + slack), at, hasImports];
  return { statement: busyOfSpace, values };
}

async function readBusy(space: Space, range: DaysWanted, at: Date): Promise<BusyRow | undefined> {
  const { statement, values } = busyStatement(space, range, at);
  const [row] = await rowsOf<BusyRow>(db, statement, values);
  return row;
}
