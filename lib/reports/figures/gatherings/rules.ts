import { countBehind, tellingEvents } from "../../disclosure/rows/rules";
import { untoldMonths, untoldUsers } from "../../disclosure/rules";
import type { Untold } from "../../disclosure/schema";
import { type Bundles, bundlesOf, isHelp, untoldRows } from "../../events/bundles/rules";
import type { CountedEvent } from "../../events/schema";
import { distinct } from "../../indicators/counted/rules";
import {
  type Attendance,
  attendance,
  digitalHelp,
  eventsIn,
  gatherings,
  heldIn,
} from "../../indicators/gatherings/rules";
import type { ReportEvent, ReportRows } from "../../indicators/schema";
import { monthOf } from "../../schema";
import { crossFigures, type TableOf, toldCrosses, withoutBase } from "../crosses/rules";
import {
  beside,
  distinctPeople,
  eachPlace,
  missing,
  ofPlaces,
  plain,
  share,
  type Telling,
} from "../making/rules";
import type { Figure } from "../schema";
import { closedMonths, waysOf } from "./ways/rules";

type Over = Pick<Telling, "rows" | "counting" | "months" | "parted">;
type Asked = Over & { held: ReportEvent[]; bundles: ReturnType<typeof bundlesOf> };

/** 19 to 21. Events are public; who came to them is not. */
export function gatheringFigures(over: Over): Figure[] {
  const held = heldIn(eventsIn(over.rows, over.counting), over.counting);
  const asked: Asked = { ...over, held, bundles: bundlesOf(held) };
  return [
    ...eventFigures(asked),
    ...attendanceFigures(asked),
    ...headFigures(asked),
    ...firstTimers(asked),
    ...help(asked),
  ];
}

function eventFigures({ rows, counting }: Asked): Figure[] {
  const named = { indicator: "events", unit: "event" } as const;
  const events = gatherings(rows, counting);
  return [
    ...eachPlace(events).flatMap(([place, own]) => [
      plain({ ...named, measure: "held" }, place, own.held),
      plain({ ...named, measure: "cancelled" }, place, own.cancelled),
      plain({ ...named, measure: "hours", unit: "hour" }, place, own.hours),
    ]),
    ...[...events.byTheme].flatMap(([theme, own]) => [
      plain({ ...named, measure: "held", part: { kind: "theme", theme } }, null, own.held),
    ]),
    missing({ ...named, measure: "partners" }, "no_partners"),
  ];
}

function attendanceFigures(asked: Asked): Figure[] {
  const { rows, counting, parted, held, bundles } = asked;
  const named = { indicator: "attendance", unit: "person" } as const;
  const behind = countBehind(rows.spaces, held, participantsOf, counting.range);
  const whole = together(rowsOf(asked, bundles.named), untoldMonths(behind, parted));
  // People of several sites are found as those of several places are.
  const untold = untoldUsers(behind, whole);
  return [
    ...eventSums(asked, rowsOf(asked, bundles.registered), (own) =>
      ofPlaces({ ...named, measure: "registered" }, attendance(own, counting), registeredOf),
    ),
    ...fill(asked),
    ...eventSums(asked, untold, (own) =>
      eachPlace(attendance(own, counting)).map(([place, { participants }]) =>
        distinctPeople({ ...named, measure: "participants" }, place, participants, {
          ...{ months: asked.months, untold },
        }),
      ),
    ),
    ...presentFigures(asked),
  ];
}

const registeredOf = ({ registered }: Attendance) => registered;

/** Of all named, those at events of counted seats: a part, which leaves the others nobody or five and more. */
function fill(asked: Asked): Figure[] {
  const named = { indicator: "attendance", measure: "fill", unit: "person" } as const;
  const seated = rowsOf(asked, asked.bundles.named, ({ capacity }) => capacity !== null);
  return eventSums(asked, bothUntold(asked, seated), (own) =>
    eachPlace(attendance(own, asked.counting)).map(([place, each]) =>
      share(named, place, each.fill),
    ),
  );
}

/** Counted in one look, by nobody's name: a meeting of two is of two all the same. */
function headFigures(asked: Asked): Figure[] {
  const named = { indicator: "attendance", measure: "heads", unit: "person" } as const;
  return eventSums(asked, rowsOf(asked, asked.bundles.heads), (own) =>
    ofPlaces(named, attendance(own, asked.counting), ({ heads }) => heads.people),
  );
}

/** Who came of those registered, and at the door: parts of who came, to the nearest five. */
function presentFigures(asked: Asked): Figure[] {
  const { rows, counting, held, bundles } = asked;
  const onTicked = rowsOf(asked, bundles.registered, isTickedList);
  const ofNamed = bothUntold(asked, rowsOf(asked, bundles.named));
  const places = together(ofNamed, onTicked);
  const tableOf: TableOf = (spaceIds, month) => {
    const isOf = ({ spaceId, day }: ReportEvent) =>
      spaceIds.includes(spaceId) && monthOf(day) === month;
    const events = held.filter(isOf);
    return waysOf(events, attendance({ ...rows, events }, counting).network);
  };
  const closed = closedMonths({ ...asked, untold: places }, tableOf);
  const network = new Map([...closed, ...places.network]);
  const telling = { ...asked, untold: { ...places, network } };
  const ways = toldCrosses(telling, tableOf);
  const named = { indicator: "attendance", unit: "person" } as const;
  const parts = [
    ["present", withoutBase(ways), ["onList", "offList"]],
    ["walkIns", ways, ["walkIns"]],
    ["attendance", ways, ["onList"]],
  ] as const;
  return parts.flatMap(([measure, crosses, keys]) =>
    crossFigures(telling, crosses, { ...named, measure }, (key) => keys.some((own) => own === key)),
  );
}

/** Whose registrations are the base of who came of them. */
const isTickedList = ({ needsRegistration, named }: CountedEvent) => needsRegistration && named > 0;

/** Months that places and the network do not tell of a number, over the events it counts. */
function rowsOf(
  { rows, parted }: Asked,
  bundles: Bundles,
  isOf?: (event: CountedEvent) => boolean,
) {
  const ids = rows.spaces.map(({ id }) => id);
  return untoldRows(bundles, { key: "spaceId", ids, parted, ...(isOf ? { isOf } : {}) });
}

/** Figures of the events that may be told, saying which months they leave out. */
function eventSums(
  { rows, months, held }: Asked,
  untold: Untold,
  count: (rows: ReportRows) => Figure[],
): Figure[] {
  const { ofNetwork, ofSpaces } = tellingEvents(held, untold);
  const figuresOf = (events: ReportEvent[]) => count({ ...rows, events });
  return beside({ months, untold }, [
    ...figuresOf(ofNetwork).filter(({ place }) => place === null),
    ...figuresOf(ofSpaces).filter(({ place }) => place !== null),
  ]);
}

/** The same, and the months in which the human beings behind events are few. */
function bothUntold({ rows, counting, parted, held }: Asked, untold: Untold): Untold {
  const behind = countBehind(rows.spaces, held, peopleAt, counting.range);
  return together(untold, untoldMonths(behind, parted));
}

/** Why a place tells nothing does not say whether it is of few: what it is told with would be less open. */
function together(one: Untold, other: Untold): Untold {
  const places = [...one.bySpace].map(([id, months]) => {
    const hidden = [...(other.bySpace.get(id) ?? [])].map(([month, because]) => {
      const own = because === "few_people" ? "protects_another" : because;
      return [month, own] as const;
    });
    return [id, new Map([...months, ...hidden])] as const;
  });
  return {
    network: new Map([...one.network, ...other.network]),
    bySpace: new Map(places),
  };
}

function participantsOf(events: readonly ReportEvent[]): number {
  return distinct(events.flatMap(({ participants }) => participants));
}

/** Human beings behind events, as far as they are known. */
function peopleAt(events: readonly ReportEvent[]): number {
  return Math.max(participantsOf(events), ...events.map(({ named }) => named));
}

function firstTimers(asked: Asked): Figure[] {
  const named = { indicator: "attendance", measure: "firstTimers", unit: "person" } as const;
  return eventSums(asked, rowsOf(asked, asked.bundles.firstTimers), (own) =>
    ofPlaces(named, attendance(own, asked.counting), (each) => each.firstTimers),
  );
}

function help(asked: Asked): Figure[] {
  const { rows, counting, bundles } = asked;
  const named = { indicator: "digitalHelp", unit: "person" } as const;
  const isLooked = (event: CountedEvent) => isHelp(event) && event.named === 0;
  const workshops = { ...named, measure: "workshops", unit: "event" } as const;
  return [
    ...ofPlaces(workshops, digitalHelp(rows, counting), (own) => own.workshops),
    ...eventSums(asked, rowsOf(asked, bundles.named, isHelp), (own) =>
      ofPlaces(
        { ...named, measure: "accompanied" },
        digitalHelp(own, counting),
        ({ accompanied }) => accompanied,
      ),
    ),
    ...eventSums(asked, rowsOf(asked, bundles.heads, isLooked), (own) =>
      ofPlaces(
        { ...named, measure: "heads" },
        digitalHelp(own, counting),
        ({ headsOnly }) => headsOnly,
      ),
    ),
    missing({ ...named, measure: "topics", unit: "event" }, "no_topics"),
  ];
}
