import { addDays, type Day, dayOf } from "@/lib/core/day";
import { networkTimeZone } from "@/lib/spaces/schema";
import { becauseOf, partedMonths } from "../../disclosure/rules";
import type { Untold, UntoldBecause } from "../../disclosure/schema";
import type { DayRange } from "../../rules";
import { type Month, monthOf, monthsOf } from "../../schema";
import { bundlesOf, untoldRows } from "../bundles/rules";
import {
  countFirstTimers,
  countHeads,
  countNamed,
  countRegistered,
  feedbackOf,
  figuresOf,
  fillOf,
  hasFill,
  heldAmong,
} from "../rules";
import {
  type CountedEvent,
  type EventFigures,
  type PeopleFigure,
  peopleFigures,
  type ShownFigures,
  type Told,
} from "../schema";

type Events = readonly CountedEvent[];
export type Asked = { range: DayRange; at: Date };

/** The two ways the events of the network are parted; each event is of one theme and of one site. */
export const partings = { themes: "theme", sites: "spaceId" } as const;
export type Parting = keyof typeof partings;

type OfFigures = Record<PeopleFigure, Record<Parting, Untold>>;

/** Which events a figure is of, of those whose people are told together. */
const countedIn = (figure: PeopleFigure) =>
  figure === "fill" ? { kind: "registered" as const, isOf: hasFill } : { kind: figure };

/**
 * Which months each figure does not tell, of the network, of its themes and of its sites: those of which their
 * events are told with others only (`bundlesOf`). Of part of a month nothing is told of people.
 */
export function untoldOfEvents(events: Events, { range, at }: Asked): OfFigures {
  const held = overBy(events, at);
  const bundles = bundlesOf(held);
  const parted = partedMonths(range, yesterdayOf(at));
  const untoldBy = (figure: PeopleFigure, key: (typeof partings)[Parting]) => {
    const ids = [...new Set(events.map((event) => event[key]))];
    const { kind, ...own } = countedIn(figure);
    return untoldRows(bundles[kind], { key, ids, parted, ...own });
  };
  const each = peopleFigures.map((figure) => {
    const [themes, sites] = [untoldBy(figure, "theme"), untoldBy(figure, "spaceId")];
    return [figure, { themes, sites }] as const;
  });
  return Object.fromEntries(each) as OfFigures;
}

/** The figures of the network (`part` null) or of a part of it, as they may be told at that instant. */
export function shownFigures(
  events: Events,
  asked: Asked,
  { untold, part }: { untold: OfFigures; part: { of: Parting; key: string } | null },
): ShownFigures {
  const { range, at } = asked;
  const { held, cancelled, hours, heads } = figuresOf(events, at);
  const counted = overBy(events, at);
  const months = monthsOf({ first: monthOf(range.first), last: monthOf(range.last) });
  const untoldIn = (figure: PeopleFigure) => {
    const { network, bySpace } = untold[figure][part?.of ?? "sites"];
    return part ? bySpace.get(part.key) : network;
  };
  const tell = <Key extends PeopleFigure>(
    figure: Key,
    count: (events: Events) => EventFigures[Key],
  ) => toldOver(counted, { months, own: untoldIn(figure) }, count);
  return {
    ...{ held, cancelled, hours, headsEvents: heads.events },
    registered: tell("registered", countRegistered),
    named: tell("named", countNamed),
    heads: tell("heads", countHeads),
    fill: tell("fill", fillOf),
    firstTimers: tell("firstTimers", countFirstTimers),
    feedback: tell("feedback", feedbackOf),
  };
}

type Own = { months: readonly Month[]; own: ReadonlyMap<Month, UntoldBecause> | undefined };

/** Only months of its events are left out: those are public. Where no event is left, nothing is told, not none. */
function toldOver<Value>(
  held: Events,
  { months, own }: Own,
  count: (events: Events) => Value,
): Told<Value> {
  const told = held.filter(({ day }) => !own?.has(monthOf(day)));
  const mine = new Set(held.map(({ day }) => monthOf(day)));
  const without = months.filter((month) => own?.has(month) && mine.has(month));
  if (own && without.length > 0 && told.length === 0) {
    const because = becauseOf(without.flatMap((month) => own.get(month) ?? []));
    return { value: null, without: [], because };
  }
  return { value: count(told), without, because: null };
}

/** Over by yesterday: the month that runs is told up to then, and no later event may be told by it. */
function overBy(events: Events, at: Date): CountedEvent[] {
  const yesterday = yesterdayOf(at);
  return heldAmong(events, at).filter(({ day }) => day <= yesterday);
}

function yesterdayOf(at: Date): Day {
  return addDays(dayOf(at, networkTimeZone), -1);
}
