import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { type Day, day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { getReport } from "@/lib/reports/figures/queries";
import { personDays, uniqueUsers } from "@/lib/reports/indicators/presence/rules";
import { getReportRows } from "@/lib/reports/indicators/queries";
import { aMember, aStaffMember, hostOf } from "../../../support/actors";
import { aBooking, aPerson, aSpace } from "../../../support/factories";
import { pick } from "../../../support/report-figures";

const june = { first: day("2026-06-01"), last: day("2026-06-30") };

/** Six people of one place, each at a desk of theirs on these days. */
async function sixCome(days: Day[]) {
  const space = await aSpace({ desks: 6 });
  for (let desk = 0; desk < 6; desk++) {
    const person = await aPerson();
    for (const on of days) {
      await aBooking({
        ...{ space, desk, personId: person.id, day: on },
        startsAt: `${on}T06:30:00Z`,
        endsAt: `${on}T16:30:00Z`,
        checkedInAt: `${on}T07:00:00Z`,
      });
    }
  }
  return space;
}

test("only staff and admins read a report, for anybody else there is none", async () => {
  const space = await aSpace({ desks: 1 });
  for (const actor of [anonymous, await aMember(), await hostOf(space)]) {
    await expect(getReport(actor, june)).rejects.toThrow(NotFound);
  }
});

test("where nothing is withheld a figure is what its indicator counts", async () => {
  const space = await sixCome([day("2026-06-16"), day("2026-06-17")]);
  const at = new Date("2026-07-02T08:00:00Z");
  const staff = await aStaffMember();
  const report = await getReport(staff, june, at);
  expect(report.places.map(({ slug }) => slug)).toContain(space.slug);
  const rows = await getReportRows(staff, june, at);
  const counting = { range: june, at };
  expect(pick(report.figures, "personDays.days", space.id)).toMatchObject({
    ...{ value: 12, withheld: null, without: [] },
  });
  expect(pick(report.figures, "personDays.days").value).toBe(personDays(rows, counting).network);
  expect(pick(report.figures, "uniqueUsers.persons").value).toBe(
    uniqueUsers(rows, counting).network.persons,
  );
});

test("a month that runs counts the days that are over, and one to come counts nothing", async () => {
  const space = await sixCome([day("2026-06-16"), day("2026-06-17")]);
  const staff = await aStaffMember();
  const running = await getReport(staff, june, new Date("2026-06-17T20:00:00Z"));
  expect(running.counted).toEqual({ first: "2026-06-01", last: "2026-06-16" });
  expect(pick(running.figures, "visits.visits", space.id).value).toBe(6);
  const toCome = await getReport(staff, june, new Date("2026-05-31T20:00:00Z"));
  expect(toCome).toMatchObject({ range: june, counted: null, figures: [] });
});
