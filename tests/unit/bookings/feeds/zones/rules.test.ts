import ICAL from "ical.js";
import { expect, test } from "vitest";
import { timeZoneComponent } from "@/lib/bookings/feeds/zones/rules";

const range = { from: new Date("2026-03-01T00:00:00Z"), until: new Date("2027-07-01T00:00:00Z") };

/** Seconds east of UTC as the runtime says them: the clock of the whole platform, by another way. */
function offsetsSaid(zone: string): (at: Date) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    ...{ year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
  });
  return (at) => {
    const [month = 1, date, year = 0, ...time] = (format.format(at).match(/\d+/g) ?? []).map(
      Number,
    );
    const wall = Date.UTC(year, month - 1, date, ...time);
    return (wall - at.getTime()) / 1000;
  };
}

function readBack(zone: string): ICAL.Timezone {
  const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${timeZoneComponent(zone, range)}\r\nEND:VCALENDAR\r\n`;
  const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vtimezone");
  if (!component) throw new Error("no time zone");
  return new ICAL.Timezone({ component, tzid: zone });
}

test("the zone of France is two rules, on the last Sundays of March and October", () => {
  expect(timeZoneComponent("Europe/Paris", range).split("\r\n")).toEqual([
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Paris",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "DTSTART:20250330T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "DTSTART:20251026T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
  ]);
});

test("a zone that never changes has one observance", () => {
  const lines = timeZoneComponent("Asia/Kathmandu", range).split("\r\n");
  expect(lines).toContain("TZOFFSETTO:+0545");
  expect(lines.filter((line) => line.startsWith("BEGIN:"))).toHaveLength(2);
});

// Both hemispheres, half hours, a change of half an hour, no rule at all (Morocco), south of the tropics.
test.each([
  "Europe/Paris",
  "Europe/London",
  "America/New_York",
  "America/St_Johns",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Africa/Casablanca",
  "Indian/Reunion",
  "America/Cayenne",
  "Pacific/Chatham",
  "UTC",
])("another reader finds in it the hours of %s, every six hours of sixteen months", (zone) => {
  const [timezone, offsetSaid] = [readBack(zone), offsetsSaid(zone)];
  const wrong: string[] = [];
  for (let at = range.from.getTime(); at < range.until.getTime(); at += 6 * 3_600_000) {
    const offset = offsetSaid(new Date(at));
    // Near a change one wall time is two instants or none.
    const nearby = [-2, 2].map((hours) => offsetSaid(new Date(at + hours * 3_600_000)));
    if (nearby.some((other) => other !== offset)) continue;
    const wall = ICAL.Time.fromJSDate(new Date(at + offset * 1000), true);
    wall.zone = timezone;
    if (timezone.utcOffset(wall) !== offset) wrong.push(new Date(at).toISOString());
  }
  expect(wrong).toEqual([]);
});
