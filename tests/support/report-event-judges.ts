import { hasFill } from "@/lib/reports/events/rules";
import type { ShownFigures } from "@/lib/reports/events/schema";
import {
  type Parting,
  partings,
  shownFigures,
  untoldOfEvents,
} from "@/lib/reports/events/telling/rules";
import { type Figure, type MeasureKey, measureKeyOf } from "@/lib/reports/figures/schema";
import type { Counting, ReportEvent, ReportRows } from "@/lib/reports/indicators/schema";
import { type Month, monthOf } from "@/lib/reports/schema";
import { recovered } from "./report-judges";
import { type Bounds, exactly, type Known } from "./report-solver";
import { partKnown, partName, toldMonths, type World } from "./report-tables";
import { livedIn } from "./small-networks";

/** A line of `/pilotage/evenements`: of the network (no part), a theme or a site. */
export type PageLine = { part: { of: Parting; key: string } | null; figures: ShownFigures };
export type EventsPage = { months: readonly Month[]; lines: readonly PageLine[] };
/** Whoever reads reports and pages of events knows the agenda: which events there were, and where. */
export type EventsWorld = World & { events: readonly ReportEvent[]; pages: readonly EventsPage[] };

/** The page over one period, as it may be read. */
export function pageOf({ events }: ReportRows, { range, at }: Counting): EventsPage {
  const own = events.filter(({ day }) => day >= range.first && day <= range.last);
  const untold = untoldOfEvents(own, { range, at });
  const lineOf = (part: PageLine["part"]): PageLine => {
    const isOf = (event: ReportEvent) => !part || event[partings[part.of]] === part.key;
    return { part, figures: shownFigures(own.filter(isOf), { range, at }, { untold, part }) };
  };
  const linesOf = (of: Parting) =>
    [...new Set(own.map((event) => event[partings[of]]))].map((key) => lineOf({ of, key }));
  return {
    months: livedIn({ range, at }),
    lines: [lineOf(null), ...linesOf("themes"), ...linesOf("sites")],
  };
}

type Number = "registered" | "named" | "heads" | "firstTimers" | "notes";
type IsOf = (event: ReportEvent) => boolean;

const all: IsOf = () => true;
const isHelp: IsOf = ({ theme }) => theme === "digital";

/** What numbers of a report are sums of. */
const inReports: [MeasureKey, "value" | "of", Number, IsOf][] = [
  ["attendance.registered", "value", "registered", all],
  [
    ...(["attendance.attendance", "of", "registered"] as const),
    ({ needsRegistration, named }) => needsRegistration && named > 0,
  ],
  ["attendance.fill", "value", "named", ({ capacity }) => capacity !== null],
  ["attendance.firstTimers", "value", "firstTimers", all],
  ["attendance.heads", "value", "heads", all],
  ["digitalHelp.accompanied", "value", "named", isHelp],
  ["digitalHelp.heads", "value", "heads", (event) => isHelp(event) && event.named === 0],
];

type Told = { value: number | null; without: readonly Month[] };

/** And numbers of the page. */
function onPage(figures: ShownFigures): [Told, Number, IsOf][] {
  const { registered, named, heads, fill, firstTimers, feedback } = figures;
  const of = <Value>(
    told: { value: Value | null; without: Month[] },
    count: (v: Value) => number,
  ) => ({ value: told.value === null ? null : count(told.value), without: told.without }) as Told;
  return [
    [registered, "registered", all],
    [named, "named", all],
    [of(heads, ({ people }) => people), "heads", all],
    [of(fill, ({ taken }) => taken), "registered", hasFill],
    [firstTimers, "firstTimers", all],
    [of(feedback, ({ count }) => count), "notes", all],
  ];
}

const atEvent = (number: Number | "others", { id }: ReportEvent) => `${number} at ${id}`;

/** The sum that a number is, of the events of the months it is told of. */
function sumOf({ events }: EventsWorld, number: Number, sum: number, isOf: IsOf): Known[] {
  const own = events.filter(isOf);
  return own.length === 0
    ? []
    : [exactly(new Map(own.map((event) => [atEvent(number, event), 1])), sum)];
}

function sumsTold(world: EventsWorld, which: Number): Known[] {
  const sums = inReports.filter(([, , number]) => number === which);
  const ofReports = world.given.flatMap((report) =>
    sums.flatMap(([key, side, number, isOf]) =>
      report.figures.flatMap((figure) => {
        const sum = figure.withheld === "no_base" ? 0 : figure[side];
        if (measureKeyOf(figure) !== key || sum === null) return [];
        const months = toldMonths(report, figure);
        const isOwn: IsOf = (event) => isIn(event, figure.place, months) && isOf(event);
        return sumOf(world, number, sum, isOwn);
      }),
    ),
  );
  const ofPages = world.pages.flatMap((page) =>
    page.lines.flatMap(({ part, figures }) =>
      onPage(figures).flatMap(([told, number, isOf]) => {
        if (number !== which || told.value === null) return [];
        const months = toldMonths({ ...page, figures: [] }, { without: [...told.without] });
        const isOwn: IsOf = (event) => !part || event[partings[part.of]] === part.key;
        return sumOf(world, number, told.value, (event) => {
          return isIn(event, null, months) && isOwn(event) && isOf(event);
        });
      }),
    ),
  );
  return once([...ofReports, ...ofPages]);
}

function isIn({ day, spaceId }: ReportEvent, place: string | null, months: readonly Month[]) {
  return months.includes(monthOf(day)) && (place === null || spaceId === place);
}

/** Each equation once, however many reports say it. */
function once(known: readonly Known[]): Known[] {
  const keyOf = ({ of, least }: Known) => `${[...of.keys()].join()} = ${least}`;
  return [...new Map(known.map((each) => [keyOf(each), each])).values()];
}

/** Numbers that may be looked for besides those of each event: of a theme or a site, of what seats are counted of. */
function groupsOf({ events }: EventsWorld, numbers: readonly (Number | "others")[]) {
  const keys: ((event: ReportEvent) => string)[] = [
    ({ id }) => id,
    ({ day }) => monthOf(day),
    ({ day, spaceId }) => `${monthOf(day)} ${spaceId}`,
    ({ day, theme }) => `${monthOf(day)} ${theme}`,
    ({ day, spaceId, theme }) => `${monthOf(day)} ${spaceId} ${theme}`,
    ({ day, spaceId, capacity }) => `${monthOf(day)} ${spaceId} seated ${capacity !== null}`,
    ({ day, capacity }) => `${monthOf(day)} seated ${capacity !== null}`,
    ({ day, spaceId, theme }) => `${monthOf(day)} ${spaceId} help ${theme === "digital"}`,
  ];
  return numbers.flatMap((number) =>
    keys.flatMap((key) =>
      [...Map.groupBy(events, key)].map(([of, own]): Known & { name: string } => {
        const name = `${number} of ${of}`;
        const terms = own.map((event) => [atEvent(number, event), 1] as const);
        return { ...exactly(new Map([...terms, [name, -1]]), 0), name };
      }),
    ),
  );
}

/** Known to be of somebody, and of fewer than five. */
const isSmall = ({ least, most }: Bounds) => least > 0 && most < 5;

/** Of those who registered, were counted in one look or gave a note. */
export function eventSumsRecovered(world: EventsWorld): string[] {
  return (["registered", "heads", "notes"] as const).flatMap((number) => {
    const groups = groupsOf(world, [number]);
    return recovered(
      [...sumsTold(world, number), ...groups],
      groups.map(({ name }) => name),
      isSmall,
    );
  });
}

/** Of those named, those there for the first time and the others; none is where nobody registers. */
function namedKnown(world: EventsWorld): Known[] {
  const parts = world.events.flatMap((event) => {
    const [named, first, others] = [
      ...(["named", "firstTimers", "others"] as const).map((number) => atEvent(number, event)),
    ];
    if (!named || !first || !others) return [];
    const sum = exactly(
      new Map([
        [named, 1],
        [first, -1],
        [others, -1],
      ]),
      0,
    );
    return event.needsRegistration ? sum : [sum, exactly(new Map([[first, 1]]), 0)];
  });
  return [...sumsTold(world, "named"), ...sumsTold(world, "firstTimers"), ...parts];
}

export function namedRecovered(world: EventsWorld): string[] {
  const groups = groupsOf(world, ["named", "firstTimers", "others"]);
  return recovered(
    [...namedKnown(world), ...groups],
    groups.map(({ name }) => name),
    isSmall,
  );
}

/** Where nobody registered, nobody of them came. */
function withBases(world: EventsWorld): EventsWorld {
  const based = (figure: Figure): Figure =>
    figure.withheld === "no_base" ? { ...figure, value: 0, of: 0, nearest: 5 } : figure;
  const given = world.given.map((report) => ({ ...report, figures: report.figures.map(based) }));
  return { ...world, given };
}

/** Of those named at a place in a month: who registered, who came in at the door, and of these at events of a list. */
export function waysRecovered(world: EventsWorld): string[] {
  const ways = (
    [
      ["attendance.present", "present"],
      ["attendance.attendance", "present"],
      ["attendance.walkIns", "walkIns"],
    ] as const
  ).flatMap(([key, part]) => {
    const isOf = (figure: Figure) => measureKeyOf(figure) === key;
    return partKnown(withBases(world), "events", part, isOf);
  });
  const places = world.ids.flatMap((id) => world.months.map((month) => ({ id, month })));
  const names: string[] = [];
  const groups = groupsOf(world, ["named", "firstTimers", "others", "registered"]);
  const sums = places.flatMap(({ id, month }) => {
    const own = world.events.filter((event) => isIn(event, id, [month]));
    const name = (part: string) => partName("events", part, id, month);
    const [present, walkIns, onList] = [name("present"), name("walkIns"), name("walkIns on lists")];
    const known = name("present not for the first time");
    names.push(present, walkIns, onList, known);
    const each = (number: Number, of: readonly ReportEvent[]) =>
      of.map((event) => [atEvent(number, event), -1] as const);
    const onTicked = own.filter(({ needsRegistration, named }) => needsRegistration && named > 0);
    const off = own.filter(({ needsRegistration }) => !needsRegistration);
    return [
      exactly(new Map([[present, 1], [walkIns, 1], ...each("named", own)]), 0),
      exactly(new Map([[walkIns, 1], [onList, -1], ...each("named", off)]), 0),
      exactly(new Map([[present, 1], [known, -1], ...each("firstTimers", own)]), 0),
      // Of whom registered, where somebody was ticked.
      {
        of: new Map([
          [present, -1],
          ...onTicked.map((event) => [atEvent("registered", event), 1] as const),
        ]),
        ...{ least: 0, most: Number.POSITIVE_INFINITY },
      },
    ];
  });
  return recovered(
    [...namedKnown(world), ...sumsTold(world, "registered"), ...ways, ...sums, ...groups],
    [...names, ...groups.map(({ name }) => name)],
    isSmall,
  );
}
