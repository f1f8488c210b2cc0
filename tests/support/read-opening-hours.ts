/** A day as the reader sees it: what the network's calendars call holidays is told to it. */
export type ReadDay = { date: string; isPublicHoliday: boolean; isSchoolHoliday: boolean };

/** Minutes open; "unknown" where the text says that it may be. */
export type ReadHours = [start: number, end: number][] | "unknown";

const weekdayNames = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"].concat(
  "Jul Aug Sep Oct Nov Dec".split(" "),
);
const aDate = "(\\d{4}) ([A-Z][a-z]{2}) (\\d{2})";
const dated = new RegExp(`^${aDate}(?:-${aDate})? (.+)$`);
const aWeekday = weekdayNames.join("|");
const weekly = new RegExp(
  `^(SH )?((?:${aWeekday})(?:-(?:${aWeekday}))?(?:,(?:${aWeekday})(?:-(?:${aWeekday}))?)*) (.+)$`,
);

/**
 * Reads `opening_hours` of OpenStreetMap as its specification has it, in the part of the grammar that
 * shared workplaces need: the last rule that matches a day says its hours. Throws on anything else.
 */
export function readOpeningHours(text: string, day: ReadDay): ReadHours {
  let hours: ReadHours = [];
  for (const rule of text.split("; ")) {
    const said = ruleOn(rule, day);
    if (said !== null) hours = said;
  }
  return hours;
}

function ruleOn(rule: string, day: ReadDay): ReadHours | null {
  if (rule === "PH off") return day.isPublicHoliday ? [] : null;
  const date = dated.exec(rule);
  if (date) return isWithin(date, day.date) ? hoursOf(date[7] ?? "") : null;
  const week = weekly.exec(rule);
  if (!week) throw new Error(`not a rule: ${rule}`);
  const [, holidays, names = "", hours = ""] = week;
  const isDue = weekdaysOf(names).includes(weekdayOf(day.date));
  return isDue && (!holidays || day.isSchoolHoliday) ? hoursOf(hours) : null;
}

function weekdayOf(date: string): string {
  return weekdayNames[(new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7] ?? "";
}

function isWithin(found: RegExpExecArray, date: string): boolean {
  const first = isoOf(found[1], found[2], found[3]);
  const last = found[4] ? isoOf(found[4], found[5], found[6]) : first;
  return first <= date && date <= last;
}

function weekdaysOf(text: string): string[] {
  return text.split(",").flatMap((part) => {
    const [from = "", to = from] = part.split("-");
    return weekdayNames.slice(weekdayNames.indexOf(from), weekdayNames.indexOf(to) + 1);
  });
}

function hoursOf(text: string): ReadHours {
  if (text === "off") return [];
  if (text.endsWith(" unknown")) {
    hoursOf(text.slice(0, -" unknown".length));
    return "unknown";
  }
  return text.split(",").map((span) => {
    const found = /^([01]\d|2[0-4]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/.exec(span);
    if (!found) throw new Error(`not a span: ${span}`);
    const [, fromHour, fromMinute, toHour, toMinute] = found.map(Number);
    return [(fromHour ?? 0) * 60 + (fromMinute ?? 0), (toHour ?? 0) * 60 + (toMinute ?? 0)] as [
      number,
      number,
    ];
  });
}

function isoOf(year = "", month = "", date = ""): string {
  const number = monthNames.indexOf(month) + 1;
  if (number === 0) throw new Error(`not a month: ${month}`);
  return `${year}-${String(number).padStart(2, "0")}-${date}`;
}
