import { addDays, type Day, weekdayOf } from "@/lib/core/day";
import { publicHolidayOn } from "@/lib/spaces/opening-hours/rules";
import {
  badge,
  breakfast,
  type EventText,
  invoicing,
  market,
  openDay,
  paperwork,
  photos,
  repair,
  sewing,
  talk,
  webinar,
  writing,
} from "./demo-event-texts";

export type DatedEvent = {
  text: EventText;
  day: Day;
  state: "published" | "cancelled" | "proposed";
  reason?: string;
  isOfSeries?: boolean;
  /** People who registered, and who wait when the seats are taken. */
  registered: number;
  waiting?: number;
};

type Line = [text: EventText, days: number, weekday: number, registered: number];

/** From about that many days after today, the next such weekday. */
const past: Line[] = [
  [paperwork, -350, 2, 4],
  [market, -330, 4, 9],
  [repair, -318, 3, 0],
  [talk, -300, 5, 27],
  [photos, -282, 1, 7],
  [invoicing, -265, 4, 8],
  [paperwork, -240, 2, 6],
  [badge, -228, 5, 5],
  [writing, -214, 1, 8],
  [openDay, -198, 6, 0],
  [photos, -170, 1, 6],
  [webinar, -155, 4, 18],
  [repair, -140, 3, 0],
  [market, -118, 2, 11],
  [paperwork, -96, 2, 5],
  [talk, -82, 5, 33],
  [invoicing, -68, 4, 6],
  [badge, -54, 5, 4],
  [writing, -40, 1, 5],
  [photos, -26, 1, 8],
  [paperwork, -12, 2, 6],
];

const coming: Line[] = [
  [webinar, 3, 4, 11],
  [repair, 6, 3, 0],
  [market, 8, 2, 10],
  [writing, 10, 1, 4],
  [openDay, 13, 6, 0],
  [talk, 17, 5, 14],
  [badge, 24, 5, 3],
];

/** Everything the demonstration shows, oldest first: a year behind and two months ahead of `today`. */
export function demoEventDates(today: Day): DatedEvent[] {
  const dated = [...past, ...coming].map(([text, days, weekday, registered]) => ({
    ...{ text, registered, state: "published" as const },
    day: weekdayFrom(addDays(today, days), weekday),
  }));
  const full = { text: photos, state: "published" as const, registered: 8, waiting: 2 };
  const withdrawn = {
    ...{ text: invoicing, state: "cancelled" as const, registered: 3 },
    reason: "L’intervenante est souffrante. Une autre date sera proposée en début d’année.",
  };
  const tooFew = {
    ...{ text: writing, state: "cancelled" as const, registered: 2 },
    reason: "Trop peu de personnes inscrites pour un atelier à plusieurs voix.",
  };
  return [
    ...dated,
    ...firstThursdays(today),
    { ...full, day: weekdayFrom(addDays(today, 5), 1) },
    { ...withdrawn, day: weekdayFrom(addDays(today, 15), 4) },
    { ...tooFew, day: weekdayFrom(addDays(today, -110), 1) },
    {
      ...{ text: sewing, state: "proposed" as const, registered: 0 },
      day: weekdayFrom(addDays(today, 27), 6),
    },
  ].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The breakfast of La Cale: five months behind, two ahead. */
function firstThursdays(today: Day): DatedEvent[] {
  const months = Array.from({ length: 7 }, (_, index) => index - 5);
  return months.flatMap((offset) => {
    const day = weekdayFrom(firstOfMonth(today, offset), 4);
    const isPossible = day !== today && publicHolidayOn(day) === null;
    const facts = { text: breakfast, state: "published" as const, registered: 0 };
    return isPossible ? [{ ...facts, day, isOfSeries: true }] : [];
  });
}

function firstOfMonth(today: Day, offset: number): Day {
  const middle = addDays(today, 15 - Number(today.slice(8)) + offset * 30);
  return addDays(middle, 1 - Number(middle.slice(8)));
}

/** The first such weekday from that day on that is no holiday. */
function weekdayFrom(from: Day, weekday: number): Day {
  const day = addDays(from, (weekday - weekdayOf(from) + 7) % 7);
  return publicHolidayOn(day) === null ? day : weekdayFrom(addDays(day, 1), weekday);
}
