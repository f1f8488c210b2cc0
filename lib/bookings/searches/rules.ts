import { z } from "zod";
import { addDays, type Day, parseClock, parseDay, type WallMinute } from "@/lib/core/day";
import {
  type ResourceFeature,
  type ResourceKind,
  resourceFeatures,
  resourceKinds,
} from "@/lib/spaces/schema";
import { type BookableResource, inServiceOn, modeOf } from "../rules";
import { type BookingPart, bookingParts, seatKinds } from "../schema";

export type Search = {
  day: Day;
  part: BookingPart;
  kinds: readonly ResourceKind[];
  kind: ResourceKind | null;
  /** What the place must have, all of it. */
  features: ResourceFeature[];
  /** Hours of one's own instead of a part of the day: wall minutes, half-open. */
  hours: { startMinute: WallMinute; endMinute: WallMinute } | null;
  /** How many will come; null = unsaid. */
  people: number | null;
  typedHours: { from: string; until: string };
  /** Why the hours typed are not those looked for: one missing, unreadable, or the end not after the start. */
  hoursProblem: "no_start" | "no_end" | "not_hours" | "backwards" | null;
  commune: string | null;
  /** Why the day asked for is not the one shown; what was typed is kept beside it. */
  problem: "not_a_date" | "past" | null;
  typed: string;
};

/** Parameters of an address: a repeated one counts once, an unreadable one is as if absent. */
export type SearchParameters = Record<string, string | string[] | undefined>;

/**
 * Reads a search from an address: `jour`, `moment` or `de` and `a`, `type`, `atout`, `personnes`,
 * `autour`. Never refuses: a day that does not exist or is past gives way to tomorrow (local days), hours
 * that make no sense to the part, and it says so.
 */
export function readSearch(parameters: SearchParameters, today: Day): Search {
  const typed = textOf(parameters["jour"]).slice(0, 40);
  const asked = typed === "" ? null : parseDay(typed);
  const tomorrow = addDays(today, 1);
  const kind = resourceKinds.find((known) => known === textOf(parameters["type"])) ?? null;
  const wished = [parameters["atout"] ?? []].flat();
  return {
    day: asked && asked >= today ? asked : tomorrow,
    part: bookingParts.find((part) => part === textOf(parameters["moment"])) ?? "day",
    kinds: kind ? [kind] : seatKinds,
    kind,
    features: resourceFeatures.filter((feature) => wished.includes(feature)),
    people: /^[1-9][0-9]?$/.test(textOf(parameters["personnes"]))
      ? Number(textOf(parameters["personnes"]))
      : null,
    ...readHours(textOf(parameters["de"]).slice(0, 40), textOf(parameters["a"]).slice(0, 40)),
    commune: /^[0-9AB]{5}$/.test(textOf(parameters["autour"]))
      ? textOf(parameters["autour"])
      : null,
    problem: problemOf(typed, asked, today),
    typed,
  };
}

function readHours(
  from: string,
  until: string,
): Pick<Search, "hours" | "typedHours" | "hoursProblem"> {
  const [startMinute, endMinute] = [parseClock(from), parseClock(until)];
  const wrong = (hoursProblem: Search["hoursProblem"]) => ({
    hours: null,
    typedHours: { from, until },
    hoursProblem,
  });
  if (from === "" && until === "") return wrong(null);
  const isUnreadable =
    (startMinute === null && from !== "") || (endMinute === null && until !== "");
  if (isUnreadable) return wrong("not_hours");
  if (startMinute === null) return wrong("no_start");
  if (endMinute === null) return wrong("no_end");
  if (endMinute <= startMinute) return wrong("backwards");
  return { ...wrong(null), hours: { startMinute, endMinute } };
}

/** The same wish for the kind of the place named in it, where that kind is not already among those asked for. */
export function ofPlace(search: Search, named: Pick<BookableResource, "kind"> | undefined): Search {
  if (!named || search.kinds.includes(named.kind)) return search;
  return { ...search, kind: named.kind, kinds: [named.kind] };
}

/** Why the place named (empty for none) is not among those of that part of that day, taken ones included. */
export function decidePlace(
  resources: BookableResource[],
  id: string,
  { day, part }: { day: Day; part: BookingPart },
): "not_bookable" | "mode_not_offered" | null {
  if (id === "") return null;
  const named = inServiceOn(resources, day).find((resource) => resource.id === id);
  if (!named) return "not_bookable";
  return named.modes.includes(modeOf(part)) ? null : "mode_not_offered";
}

/** Whether any of these is of those kinds and booked by the half-day or the day. */
export function offersParts(
  resources: Pick<BookableResource, "kind" | "modes">[],
  kinds: readonly ResourceKind[],
): boolean {
  return resources.some(
    ({ kind, modes }) => kinds.includes(kind) && modes.some((mode) => mode !== "hour"),
  );
}

function problemOf(typed: string, asked: Day | null, today: Day): Search["problem"] {
  if (typed === "") return null;
  if (!asked) return "not_a_date";
  return asked < today ? "past" : null;
}

type Searched = Pick<BookableResource, "kind" | "modes"> & {
  features: ResourceFeature[];
  capacity: number;
};

/** What a search asks of a place. */
export type Wanted = Pick<Search, "day" | "part" | "kinds"> &
  Partial<Pick<Search, "features" | "hours" | "kind" | "people">>;

/** What a space has none of, whatever is open or taken. */
export type Lack = "kind" | "features" | "people" | "moment";

/**
 * Which of the wishes no resource of these can ever meet: the kind, then the features, then seats for all who come, then to be booked
 * for such a moment (hours, or the part; a kind asked for by name may go by the hour alone). Null when one can.
 */
export function lackOf(resources: Searched[], wanted: Wanted): Lack | null {
  const { kinds, features = [], people = null, hours = null, kind = null } = wanted;
  const ofKind = resources.filter((one) => (hours && kind === null) || kinds.includes(one.kind));
  if (ofKind.length === 0) return "kind";
  const fitting = ofKind.filter(hasAll(features));
  if (fitting.length === 0) return "features";
  const large = fitting.filter(seats(people));
  if (large.length === 0) return "people";
  const mode = hours ? "hour" : modeOf(wanted.part);
  const goes = ({ modes }: Searched) =>
    modes.includes(mode) || (kind !== null && modes.includes("hour"));
  return large.some(goes) ? null : "moment";
}

/** Has every one of the features asked for, and seats all who come. */
export function suits({ features = [], people = null }: Pick<Wanted, "features" | "people">) {
  return (resource: { features: ResourceFeature[]; capacity: number }): boolean =>
    hasAll(features)(resource) && seats(people)(resource);
}

function hasAll(features: ResourceFeature[]) {
  return (resource: { features: ResourceFeature[] }): boolean =>
    features.every((feature) => resource.features.includes(feature));
}

function seats(people: number | null) {
  return ({ capacity }: { capacity: number }): boolean => capacity >= (people ?? 1);
}

const identifier = z.uuid();

/** First value of a parameter when it is an identifier Postgres can read; null for anything else. */
export function idOf(value: string | string[] | undefined): string | null {
  return identifier.safeParse(textOf(value)).data ?? null;
}

/** First value of a parameter, empty when absent. */
export function textOf(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}
