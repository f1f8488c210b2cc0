import {
  countCancelled,
  countFirstTimers,
  countHeads,
  countNamed,
  countRegistered,
  heldAmong,
  hoursOf,
} from "../../events/rules";
import type { EventFigures } from "../../events/schema";
import { distinct, isInRange, notCollected, sharing, sumOf } from "../counted/rules";
import type { ByPlace, Counting, NotCollected, ReportEvent, ReportRows, Share } from "../schema";

export type Gatherings = { held: number; cancelled: number; hours: number };
export type EventsByTheme = ByPlace<Gatherings> & {
  byTheme: Map<string, Gatherings>;
  /** Whether an event was the network's own or hosted, and with whom. */
  partners: NotCollected;
};

/** 19. Events announced whose day, at the organising space, is in the period. */
export function gatherings(rows: ReportRows, counting: Counting): EventsByTheme {
  const events = eventsIn(rows, counting);
  const count = (own: readonly ReportEvent[]): Gatherings => {
    const held = heldAmong(own, counting.at);
    return { held: held.length, cancelled: countCancelled(own), hours: hoursOf(held) };
  };
  const byTheme = Map.groupBy(events, ({ theme }) => theme);
  return {
    ...eventsByPlace(rows, events, count),
    byTheme: new Map([...byTheme].map(([theme, own]) => [theme, count(own)])),
    partners: notCollected("no_partners"),
  };
}

export type Attendance = {
  registered: number;
  /** Ticked by name: of those registered, and at the door. */
  namedRegistered: number;
  walkIns: number;
  /** Counted in one look, and at how many events; never added to names. */
  heads: EventFigures["heads"];
  /** Present by name of the seats, where seats are counted and names were ticked. */
  fill: Share;
  /** Registered and present of those registered, where names were ticked. */
  attendance: Share;
  firstTimers: number;
  /** Distinct human beings over the events, of those known by an account or a mailbox. */
  participants: number;
};

/** 20. People at the events that took place. */
export function attendance(rows: ReportRows, counting: Counting): ByPlace<Attendance> {
  return eventsByPlace(rows, eventsIn(rows, counting), (own) => {
    const held = heldIn(own, counting);
    const ticked = held.filter(({ named }) => named > 0);
    const seated = ticked.filter(({ capacity }) => capacity !== null);
    const onList = ticked.filter(({ needsRegistration }) => needsRegistration);
    const countPresent = (events: readonly ReportEvent[]) =>
      sumOf(events, ({ namedRegistered }) => namedRegistered);
    return {
      registered: countRegistered(held),
      namedRegistered: countPresent(held),
      walkIns: sumOf(held, ({ walkIns }) => walkIns),
      heads: countHeads(held),
      fill: sharing(
        countNamed(seated),
        sumOf(seated, ({ capacity }) => capacity ?? 0),
      ),
      attendance: sharing(countPresent(onList), countRegistered(onList)),
      firstTimers: countFirstTimers(held),
      participants: distinct(held.flatMap(({ participants }) => participants)),
    };
  });
}

export type DigitalHelp = {
  workshops: number;
  /** Persons helped, named, once a workshop; heads only where nobody was named. */
  accompanied: number;
  headsOnly: number;
  /** By the list of services of digital mediation. */
  topics: NotCollected;
};

/** 21. Workshops on digital matters that took place. */
export function digitalHelp(rows: ReportRows, counting: Counting): ByPlace<DigitalHelp> {
  return eventsByPlace(rows, eventsIn(rows, counting), (own) => {
    const held = heldIn(own, counting).filter(({ theme }) => theme === "digital");
    return {
      workshops: held.length,
      accompanied: countNamed(held),
      headsOnly: sumOf(held, ({ named, heads }) => (named === 0 ? (heads ?? 0) : 0)),
      topics: notCollected("no_topics"),
    };
  });
}

/** Of the period and over, with what only these rows say of them. */
export function heldIn(events: readonly ReportEvent[], { at }: Counting): ReportEvent[] {
  const held = new Set(heldAmong(events, at).map(({ id }) => id));
  return events.filter(({ id }) => held.has(id));
}

export function eventsIn({ events }: ReportRows, { range }: Counting): ReportEvent[] {
  return events.filter(({ day }) => isInRange(day, range));
}

/** By the space that organised them, wherever they took place. */
function eventsByPlace<Value>(
  { spaces }: ReportRows,
  events: readonly ReportEvent[],
  count: (events: readonly ReportEvent[]) => Value,
): ByPlace<Value> {
  return {
    network: count(events),
    bySpace: new Map(
      spaces.map(({ id }) => [id, count(events.filter(({ spaceId }) => spaceId === id))]),
    ),
  };
}
