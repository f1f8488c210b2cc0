import { isFew } from "../../disclosure/rules";
import type { HiddenBecause, Untold, UntoldBecause } from "../../disclosure/schema";
import { type Month, monthOf } from "../../schema";
import { countFirstTimers, countHeads, countNamed, countRegistered, feedbackOf } from "../rules";
import type { CountedEvent } from "../schema";

type Events = readonly CountedEvent[];

/** Of each month, events told together or not at all; or why the month is not told. */
export type Bundles = ReadonlyMap<Month, readonly Events[] | HiddenBecause>;

/** Numbers that a bundle has none of, or five and more. */
type CountsOf = (events: Events) => readonly number[];

/**
 * Events put together by each number of people, month by month: every bundle is of nobody or of five and more,
 * and a number is told only of whole ones. Whatever is added or subtracted is then a sum of bundles, though the
 * agenda says which events there were. The same in each report, whatever its period.
 */
export function bundlesOf(held: Events) {
  // People helped with digital matters are asked for over the network: they are kept apart first.
  const named = bundled(held, (events) => [countNamed(events)], { isApart: isHelp });
  const bundles = [...named.values()].flatMap((own) => (typeof own === "string" ? [] : own));
  const besideLists = new Set(bundles.filter((own) => own.some(isOnList)).flat());
  // Nobody is there for the first time where nobody registers: the others may be told apart from these.
  const firstTimers: CountsOf = (events) => {
    const first = countFirstTimers(events);
    const beside = countNamed(events.filter((event) => besideLists.has(event)));
    return [first, beside - first, ...othersOnLists(events.filter(isOnList), first)];
  };
  return {
    registered: bundled(held, (events) => [countRegistered(events)]),
    named,
    heads: bundled(held, (events) => [countHeads(events).people]),
    // A part of those named: told of no smaller bundles than these are.
    firstTimers: bundled(held, firstTimers, { from: named }),
    feedback: bundled(held, (events) => [feedbackOf(events).count]),
  };
}

/** Those not there for the first time; and without those more than registered, who came in at the door for sure. */
function othersOnLists(events: Events, first: number): number[] {
  const others = countNamed(events) - first;
  const atDoors = events.reduce((sum, { named, registered }) => {
    return sum + Math.max(0, named - registered);
  }, 0);
  return first > 0 && atDoors > 0 ? [others, Math.max(1, others - atDoors)] : [others];
}

/** Where one registers, or could before its hosts opened it to all. */
export function isOnList({ needsRegistration, registered, firstTimers }: CountedEvent): boolean {
  return needsRegistration || registered > 0 || firstTimers > 0;
}

/** A workshop on digital matters. */
export function isHelp({ theme }: CountedEvent): boolean {
  return theme === "digital";
}

/** What bundles are made from, events alike unless told otherwise, and what is put with others last. */
type Making = { from?: Bundles; isApart?: (event: CountedEvent) => boolean };

function bundled(held: Events, countsOf: CountsOf, { from, isApart }: Making = {}): Bundles {
  const byMonth = Map.groupBy(held, ({ day }) => monthOf(day));
  return new Map(
    [...byMonth].map(([month, events]) => {
      const first = from?.get(month) ?? alike(events);
      return [month, typeof first === "string" ? first : putTogether(first, { countsOf, isApart })];
    }),
  );
}

/** Events that every number leaves out or counts together, in an order that does not hang on theirs. */
function alike(events: Events): Events[] {
  const groups = Map.groupBy(events, (event) => [event.spaceId, event.theme, kindOf(event)].join());
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => own);
}

function kindOf(event: CountedEvent): string {
  const { capacity, needsRegistration, named } = event;
  return [capacity !== null, needsRegistration, isOnList(event), named > 0].join();
}

type Way = { countsOf: CountsOf; isApart?: ((event: CountedEvent) => boolean) | undefined };

function putTogether(groups: readonly Events[], way: Way): Events[] | HiddenBecause {
  const { countsOf } = way;
  const some = groups.filter((group) => countsOf(group).some((count) => count > 0));
  const small = some.find((group) => countsOf(group).some(isFew));
  if (!small) return some;
  const others = some.filter((group) => group !== small);
  const sizeOf = (group: Events) => countsOf(group).reduce((sum, count) => sum + count, 0);
  const [nearest] = [...others].sort(
    (a, b) => distance(small, a, way) - distance(small, b, way) || sizeOf(a) - sizeOf(b),
  );
  if (!nearest) return isFew(countsOf(small)[0] ?? 0) ? "few_people" : "protects_another";
  const rest = others.filter((group) => group !== nearest);
  return putTogether([...rest, [...small, ...nearest]], way);
}

/** How much is lost where two are told together only: what is apart, then their sites, then their themes. */
function distance(one: Events, other: Events, { isApart = () => false }: Way): number {
  const differ = (of: (event: CountedEvent) => unknown) =>
    Number(new Set([...one, ...other].map(of)).size > 1);
  const parts = [isApart, siteOf, themeOf, kindOf];
  return parts.reduce((sum, of) => 2 * sum + differ(of), 0);
}

const siteOf = ({ spaceId }: CountedEvent) => spaceId;
const themeOf = ({ theme }: CountedEvent) => theme;

type Rows = {
  /** What parts the network, and all the parts. */
  key: "spaceId" | "theme";
  ids: readonly string[];
  /** Months a part of which is asked for. */
  parted: readonly Month[];
  /** The events that are counted: all, unless told otherwise. */
  isOf?: (event: CountedEvent) => boolean;
};

/**
 * Months of which a number is not told, of the network and of each part of it: those of which its events are no
 * whole bundles. Why does not say which of them is of few people, only that the network is.
 */
export function untoldRows(
  bundles: Bundles,
  { key, ids, parted, isOf = () => true }: Rows,
): Untold {
  const untoldOf = (isOwn: (event: CountedEvent) => boolean, isNetwork: boolean) => {
    const hidden = [...bundles].flatMap(([month, own]): [Month, UntoldBecause][] => {
      if (typeof own === "string") return [[month, isNetwork ? own : "protects_another"]];
      const isWhole = own.every((bundle) => bundle.every(isOwn) || !bundle.some(isOwn));
      return isWhole ? [] : [[month, "protects_another"]];
    });
    const whole = parted.map((month) => [month, "whole_months_only"] as const);
    return new Map<Month, UntoldBecause>([...hidden, ...whole]);
  };
  return {
    network: untoldOf(isOf, true),
    bySpace: new Map(
      ids.map((id) => [id, untoldOf((event) => event[key] === id && isOf(event), false)]),
    ),
  };
}
