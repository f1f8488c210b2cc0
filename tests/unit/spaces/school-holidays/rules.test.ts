import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { day, weekdayOf } from "@/lib/core/day";
import { readSchoolHolidays } from "@/lib/spaces/school-holidays/rules";
import { schoolHolidaysFile, schoolZones } from "@/lib/spaces/school-holidays/schema";
import { aSchoolCalendar, schoolYear } from "@/tests/support/school-calendars";

const today = day("2026-11-24");
const read = (ics: string, zone: "A" | "B" | "C" = "C") => readSchoolHolidays(ics, zone, today);

test("the ministry's calendar gives holidays half-open; beginnings of term and of summer are none", () => {
  expect(read(aSchoolCalendar(schoolYear))).toEqual({
    ok: true,
    value: [
      {
        name: "Vacances de la Toussaint",
        firstDay: day("2026-10-17"),
        untilDay: day("2026-11-02"),
      },
      { name: "Vacances de Noël", firstDay: day("2026-12-19"), untilDay: day("2027-01-04") },
      { name: "Vacances d’Hiver", firstDay: day("2027-02-06"), untilDay: day("2027-02-22") },
    ],
  });
});

test("the file of all zones is cut in pieces: those of the zone are put together again", () => {
  const pieces = [
    { name: "Vacances d'Hiver - Zone C", from: "20270222", until: "20270224", location: "Zone C" },
    { name: "Vacances d'Hiver - Zones A/C", from: "20270213", until: "20270222" },
    { name: "Vacances d'Hiver - Zone C", from: "20270206", until: "20270213" },
    { name: "Vacances d'Hiver - Zones A/B", from: "20270224", until: "20270301" },
    { name: "Vacances de Noël - Corse", from: "20261219", until: "20270105", location: "Corse" },
  ];
  expect(read(aSchoolCalendar(pieces))).toEqual({
    ok: true,
    value: [{ name: "Vacances d’Hiver", firstDay: day("2027-02-06"), untilDay: day("2027-02-24") }],
  });
});

test("the teachers' own days do not make a second summer", () => {
  const events = [
    { name: "Vacances d'Été - Zone C", from: "20270703", until: "20270902" },
    {
      name: "Vacances d'Été(prérentrée Enseignants) - Zone C",
      from: "20270831",
      until: "20270902",
    },
  ];
  expect(read(aSchoolCalendar(events))).toMatchObject({ ok: true, value: { length: 1 } });
});

const winter = { name: "Vacances d'Hiver", from: "20270206", until: "20270222" };
test.each([
  ["a page instead of a calendar", "<!doctype html><title>403</title>", "unreadable"],
  ["an empty file", "", "unreadable"],
  ["another component", "BEGIN:VCARD\r\nFN:x\r\nEND:VCARD\r\n", "unreadable"],
  [
    "a rule that repeats for ever",
    aSchoolCalendar([{ ...winter, more: ["RRULE:FREQ=SECONDLY"] }]),
    "unreadable",
  ],
  ["an end before its start", aSchoolCalendar([{ ...winter, until: "20270101" }]), "unreadable"],
  ["a holiday of two years", aSchoolCalendar([{ ...winter, until: "20290101" }]), "unreadable"],
  [
    "hours instead of days",
    aSchoolCalendar([winter]).replace("DTSTART;VALUE=DATE:20270206", "DTSTART:20270206T080000Z"),
    "unreadable",
  ],
  ["a date that does not exist", aSchoolCalendar([{ ...winter, until: "20270231" }]), "unreadable"],
  [
    "no holiday",
    aSchoolCalendar([{ name: "Rentrée", from: "20260901", until: "20260902" }]),
    "nothing_found",
  ],
  [
    "holidays of other zones",
    aSchoolCalendar([{ ...winter, name: "Vacances d'Hiver - Zones A/B" }]),
    "nothing_found",
  ],
  [
    "two holidays at once",
    aSchoolCalendar([
      winter,
      { name: "Vacances de Printemps", from: "20270210", until: "20270301" },
    ]),
    "contradictory",
  ],
  [
    "a calendar of years ago",
    aSchoolCalendar([{ ...winter, from: "20200208", until: "20200224" }]),
    "over",
  ],
  ["too many characters", `${aSchoolCalendar([winter])}${" ".repeat(500_000)}`, "too_large"],
  ["too many entries", aSchoolCalendar(Array.from({ length: 1_001 }, () => winter)), "too_large"],
])("%s is refused as a whole", (_name, ics, refusal) => {
  expect(read(ics)).toEqual({ ok: false, refusal });
});

test("whatever the bytes, the answer is a refusal or sound holidays", () => {
  const lines = fc.array(
    fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom(
        "BEGIN:VEVENT",
        "END:VEVENT",
        "SUMMARY:Vacances",
        "DTSTART;VALUE=DATE:20270206",
        "DTEND;VALUE=DATE:20270222",
        "BEGIN:VCALENDAR",
        "END:VCALENDAR",
      ),
    ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(lines, (parts) => {
      const result = read(["BEGIN:VCALENDAR", ...parts, "END:VCALENDAR"].join("\r\n"));
      if (!result.ok) return;
      for (const { firstDay, untilDay } of result.value) expect(firstDay < untilDay).toBe(true);
    }),
  );
});

test("the copy that comes with the platform is two whole school years for each zone", () => {
  const file = schoolHolidaysFile.parse(
    JSON.parse(readFileSync("prisma/data/school-holidays.json", "utf8")),
  );
  for (const zone of schoolZones) {
    const own = file.holidays.filter(({ zones }) => zones.includes(zone));
    expect(own).toHaveLength(12);
    for (const [index, holiday] of own.entries()) {
      expect(holiday.firstDay > (own[index - 1]?.untilDay ?? "")).toBe(true);
      // Every holiday begins on a Saturday, the bridge of Ascension on its Thursday.
      expect(weekdayOf(holiday.firstDay)).toBe(holiday.name.startsWith("Pont") ? 4 : 6);
    }
  }
  const winters = schoolZones.map((zone) =>
    file.holidays
      .filter(({ zones, name }) => zones.includes(zone) && name === "Vacances d’hiver")
      .map(({ firstDay }) => firstDay),
  );
  expect(winters).toEqual([
    ["2026-02-07", "2027-02-13"],
    ["2026-02-14", "2027-02-20"],
    ["2026-02-21", "2027-02-06"],
  ]);
});
