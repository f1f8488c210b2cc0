import type { Day } from "@/lib/core/day";
import type { ResourceKind } from "../schema";
import { type DelayUnit, minutesIn, type ResourceSetup } from "./schema";

type Whole = { id: string; parts: { partId: string }[] };

/**
 * Resources that hold a place in common with that one, itself left out: two rooms share a place when
 * one contains the other or both contain a third (the same reading as the trigger `join_places`).
 */
export function sharingPlaces(resources: Whole[], id: string): string[] {
  const partsOf = new Map(resources.map((whole) => [whole.id, whole.parts]));
  const placesOf = (whole: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(whole)) return seen;
    seen.add(whole);
    for (const { partId } of partsOf.get(whole) ?? []) placesOf(partId, seen);
    return seen;
  };
  const own = placesOf(id);
  return resources
    .filter((other) => other.id !== id && [...placesOf(other.id)].some((place) => own.has(place)))
    .map((other) => other.id);
}

/** A resource that has a part, and that part. */
export type PartLink = { wholeId: string; partId: string };

/** Ids of the direct parts of a resource. */
export function partIdsOf(links: PartLink[], id: string): string[] {
  return links.filter(({ wholeId }) => wholeId === id).map(({ partId }) => partId);
}

/** Resources that contain that one, however deep; itself left out. A loop ends. */
export function wholesOf(links: PartLink[], id: string, seen = new Set([id])): string[] {
  const direct = links
    .filter(({ partId, wholeId }) => partId === id && !seen.has(wholeId))
    .map(({ wholeId }) => wholeId);
  for (const wholeId of direct) seen.add(wholeId);
  return [...direct, ...direct.flatMap((wholeId) => wholesOf(links, wholeId, seen))];
}

/** Whether with these parts it would be, however deep, a part of itself (`resource_part_of_itself`). */
export function containsItself(links: PartLink[], id: string, partIds: readonly string[]): boolean {
  const wholes = [id, ...wholesOf(links, id)];
  return partIds.some((partId) => wholes.includes(partId));
}

/** « Écran 1 », « Écran 2 »…: one name a unit; the name itself when there is one. */
export function namesOf(name: string, quantity: number): string[] {
  if (quantity === 1) return [name];
  return Array.from({ length: quantity }, (_, index) => `${name} ${index + 1}`);
}

/** Minutes in the largest unit that says them whole: 90 minutes, 2 hours, 3 days. */
export function delayOf(minutes: number): { count: number; unit: DelayUnit } {
  const unit =
    (["days", "hours"] as const).find((each) => minutes > 0 && minutes % minutesIn[each] === 0) ??
    (minutes === 0 ? "hours" : "minutes");
  return { count: minutes / minutesIn[unit], unit };
}

const usual = {
  name: "",
  features: [],
  capacity: 1,
  mostPeople: null,
  inServiceUntil: null,
  modes: ["half_day", "day"],
  stepMinutes: 30,
  minMinutes: 30,
  maxMinutes: 480,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 0,
  horizonDays: null,
  cancelNoticeMinutes: null,
  quotaCount: null,
  quotaPeriod: "week",
  needsApproval: false,
  habilitationId: null,
  partIds: [],
} satisfies Omit<ResourceSetup, "inServiceFrom">;

const usualOf: Record<ResourceKind, Partial<ResourceSetup>> = {
  desk: {},
  office: {},
  room: { modes: ["hour", "half_day", "day"], capacity: 8 },
  booth: { modes: ["hour"], stepMinutes: 15, minMinutes: 15, maxMinutes: 120 },
  equipment: {},
};

/** What a new resource of that kind is proposed with, in service from that local day. */
export function firstSetup(kind: ResourceKind, today: Day): ResourceSetup {
  return { ...usual, ...usualOf[kind], inServiceFrom: today };
}

/** Only what differs, as it was and as it will be; null when nothing does. */
export function changesOf<Setup extends object>(
  before: Setup,
  after: Setup,
): { before: Partial<Setup>; after: Partial<Setup> } | null {
  const keys = (Object.keys(after) as (keyof Setup)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const only = (setup: Setup) =>
    Object.fromEntries(keys.map((key) => [key, setup[key]])) as Partial<Setup>;
  return keys.length === 0 ? null : { before: only(before), after: only(after) };
}

/** What a host may change of a resource, nothing else of it. */
export function setupOf(
  resource: Omit<ResourceSetup, "partIds">,
  partIds: readonly string[],
): ResourceSetup {
  const { name, features, capacity, mostPeople, inServiceFrom, inServiceUntil, modes } = resource;
  const { stepMinutes, minMinutes, maxMinutes, bufferBeforeMinutes, bufferAfterMinutes } = resource;
  const { noticeMinutes, horizonDays, cancelNoticeMinutes } = resource;
  const { quotaCount, quotaPeriod, needsApproval, habilitationId } = resource;
  return {
    ...{ name, features, capacity, mostPeople, inServiceFrom, inServiceUntil, modes },
    ...{ stepMinutes, minMinutes, maxMinutes, bufferBeforeMinutes, bufferAfterMinutes },
    ...{ noticeMinutes, horizonDays, cancelNoticeMinutes },
    ...{ quotaCount, quotaPeriod, needsApproval, habilitationId },
    partIds: [...partIds].sort(),
  };
}

/** How it is booked: everything that is not of one resource alone. Booked alike are those of one key. */
export function termsKey(resource: Omit<ResourceSetup, "partIds">): string {
  const { name, features, capacity, mostPeople, inServiceFrom, inServiceUntil, ...terms } = setupOf(
    resource,
    [],
  );
  return JSON.stringify(terms);
}
