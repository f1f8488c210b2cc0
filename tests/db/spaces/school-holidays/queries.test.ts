import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { importSchoolHolidays } from "@/lib/spaces/school-holidays/commands";
import { getSchoolHolidayState } from "@/lib/spaces/school-holidays/queries";
import { aSpace } from "@/tests/support/factories";
import { aSchoolCalendar, schoolYear } from "@/tests/support/school-calendars";

const at = new Date("2026-11-24T03:37:00Z");

test("a zone nothing is known of says so", async () => {
  const space = await aSpace({ schoolZone: "A" });
  expect(await getSchoolHolidayState(space.id, at)).toEqual({
    zone: "A",
    coming: [],
    knownUntil: null,
    importedAt: null,
    failure: null,
  });
});

test("what is known, until when, and why the last calendar was refused", async () => {
  const space = await aSpace({ schoolZone: "C" });
  const system = systemActor("worker");
  await importSchoolHolidays(system, { zone: "C", ics: aSchoolCalendar(schoolYear) }, at);
  await importSchoolHolidays(system, { zone: "C", ics: "" }, new Date("2026-12-01T03:37:00Z"));
  const state = await getSchoolHolidayState(space.id, at);
  expect(state.coming[0]).toEqual({
    name: "Vacances de Noël",
    firstDay: day("2026-12-19"),
    untilDay: day("2027-01-04"),
  });
  expect(state).toMatchObject({
    knownUntil: day("2027-02-22"),
    importedAt: at,
    failure: { refusal: "unreadable", at: new Date("2026-12-01T03:37:00Z") },
  });
});
