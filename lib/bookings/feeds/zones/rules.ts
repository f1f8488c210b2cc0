import { TZDate } from "@date-fns/tz";

const dayMs = 86_400_000;
const minuteMs = 60_000;
const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;

/** An instant at which the clocks of a zone change; offsets in minutes east of UTC. */
type Transition = { at: Date; from: number; to: number };

/**
 * The VTIMEZONE of an IANA zone, good for the years around that half-open range: its changes are those
 * the runtime itself applies, so a calendar shows the hours we meant. A change that comes back on the
 * same weekday each year is one rule, which is all that some calendars read; others are listed.
 */
export function timeZoneComponent(zone: string, range: { from: Date; until: Date }): string {
  const years = { first: range.from.getUTCFullYear() - 1, last: range.until.getUTCFullYear() + 1 };
  const start = new Date(Date.UTC(years.first, 0, 1));
  const transitions = transitionsOf(zone, start, new Date(Date.UTC(years.last + 1, 0, 1)));
  const lines = yearlyObservances(transitions, years) ?? [
    ...observance({ at: start, from: offsetAt(zone, start), to: offsetAt(zone, start) }),
    ...transitions.flatMap((transition) => observance(transition)),
  ];
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...lines, "END:VTIMEZONE"].join("\r\n");
}

function transitionsOf(zone: string, start: Date, end: Date): Transition[] {
  const found: Transition[] = [];
  let offset = offsetAt(zone, start);
  for (let at = start.getTime(); at < end.getTime(); at += 7 * dayMs) {
    const next = offsetAt(zone, new Date(at + 7 * dayMs));
    if (next === offset) continue;
    const instant = changeBetween(zone, at, at + 7 * dayMs, offset);
    if (instant < end) found.push({ at: instant, from: offset, to: offsetAt(zone, instant) });
    offset = next;
  }
  return found;
}

/** The first minute within those instants at which the offset is no longer this one. */
function changeBetween(zone: string, low: number, high: number, offset: number): Date {
  let [before, after] = [low, high];
  while (after - before > minuteMs) {
    const middle = before + Math.floor((after - before) / 2 / minuteMs) * minuteMs;
    if (offsetAt(zone, new Date(middle)) === offset) before = middle;
    else after = middle;
  }
  return new Date(after);
}

/** Minutes east of UTC at that instant. */
function offsetAt(zone: string, at: Date): number {
  return -new TZDate(at.getTime(), zone).getTimezoneOffset();
}

/** Null unless every year has the same two changes, each on the same weekday of its month. */
function yearlyObservances(
  transitions: Transition[],
  { first, last }: { first: number; last: number },
): string[] | null {
  const count = last - first + 1;
  if (transitions.length !== 2 * count) return null;
  const kinds = [
    transitions.filter((_, index) => index % 2 === 0),
    transitions.filter((_, index) => index % 2 === 1),
  ];
  const rules = kinds.map((kind) => ({ kind, rule: yearlyRule(kind) }));
  const lines = rules.map(({ kind: [earliest], rule }) =>
    earliest && rule ? observance(earliest, rule) : null,
  );
  return lines.every((each) => each !== null) ? lines.flat() : null;
}

function yearlyRule(transitions: Transition[]): string | null {
  const positions = transitions.map(positionOf);
  const [model] = positions;
  if (!model || new Set(positions.map(({ clock }) => clock)).size > 1) return null;
  const isNth = positions.every(({ nth }) => nth === model.nth);
  const isLast = positions.every(({ isLastOfMonth }) => isLastOfMonth);
  if (!isNth && !isLast) return null;
  return `RRULE:FREQ=YEARLY;BYMONTH=${model.month};BYDAY=${isLast ? -1 : model.nth}${model.weekday}`;
}

/** Where in its month a change falls on the clock of before; `clock` is all that must not vary. */
function positionOf({ at, from, to }: Transition) {
  const wall = new Date(at.getTime() + from * minuteMs);
  const [month, date] = [wall.getUTCMonth() + 1, wall.getUTCDate()];
  const daysInMonth = new Date(Date.UTC(wall.getUTCFullYear(), month, 0)).getUTCDate();
  const weekday = weekdays[wall.getUTCDay()] ?? "SU";
  const clock = [month, weekday, wall.toISOString().slice(11), from, to].join(" ");
  const isLastOfMonth = date + 7 > daysInMonth;
  return { month, weekday, clock, isLastOfMonth, nth: Math.ceil(date / 7) };
}

function observance({ at, from, to }: Transition, rule?: string): string[] {
  const kind = to > from ? "DAYLIGHT" : "STANDARD";
  const wall = new Date(at.getTime() + from * minuteMs).toISOString();
  return [
    `BEGIN:${kind}`,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    `DTSTART:${wall.slice(0, 19).replaceAll(/[-:]/g, "")}`,
    ...(rule ? [rule] : []),
    `END:${kind}`,
  ];
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${pad(hours)}${pad(rest)}`;
}
