import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { anonymous, type PersonActor } from "@/lib/core/actor";
import { addDays, dateColumn, day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getEventsReport, listCountedEvents } from "@/lib/reports/events/queries";
import { figuresOf } from "@/lib/reports/events/rules";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";
import { plannedEvent, writeEvents } from "@/tests/support/random-events";
import { slowEventFigures } from "@/tests/support/slow-event-figures";

let spaces: Awaited<ReturnType<typeof aSpace>>[];
let staff: PersonActor;
beforeAll(async () => {
  spaces = [await aSpace(), await aSpace({ timeZone: "America/Cayenne" })];
  staff = await aStaffMember();
});

test("on networks made at random, the report and a slow reading of all rows agree", async () => {
  let run = 0;
  let people = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(plannedEvent, { minLength: 3, maxLength: 7 }), async (plans) => {
      run += 1;
      const first = day(`${2030 + run}-03-10`);
      const last = addDays(first, 30);
      const at = dateColumn(addDays(first, 25));
      await writeEvents(plans, spaces, first);
      const events = await listCountedEvents({ first, last });
      const figures = figuresOf(events, at);
      const expected = await slowEventFigures(first, last, at);
      expect({ ...figures, hours: Math.round(figures.hours * 60) }).toEqual({
        ...expected,
        hours: Math.round(expected.hours * 60),
      });
      people += figures.named;
    }),
    { numRuns: 12, endOnFailure: true },
  );
  expect(people).toBeGreaterThan(10);
});

test("by theme and by organising place, the parts make the whole; month by month too", async () => {
  const first = day("2027-05-01");
  const on = (offset: number, over = {}) =>
    anEvent(spaces[0] ?? { id: "", timeZone: "" }, { on: addDays(first, offset), ...over });
  await on(0, { theme: "work" });
  await on(1, { theme: "work" });
  await on(2, { theme: "talk" });
  await on(35, { theme: "talk", state: "cancelled", endedAt: new Date() });
  await anEvent(spaces[1] ?? { id: "", timeZone: "" }, { on: addDays(first, 3), theme: "talk" });
  const range = { first, last: day("2027-06-30") };
  const report = await getEventsReport(staff, range, new Date("2027-07-01T00:00:00Z"));
  expect(report.network).toMatchObject({ held: 4, cancelled: 1, hours: 12 });
  expect(report.themes.map(({ key, figures }) => [key, figures.held, figures.cancelled])).toEqual([
    ["talk", 2, 1],
    ["work", 2, 0],
  ]);
  expect(report.sites.map(({ key, figures }) => [key, figures.held])).toEqual([
    [spaces[0]?.id, 3],
    [spaces[1]?.id, 1],
  ]);
  expect(report.months).toEqual([
    { first: "2027-05-01", held: 4, cancelled: 0 },
    { first: "2027-06-01", held: 0, cancelled: 1 },
  ]);
});

test("a small number of people is hidden, and so is what would tell it beside its total", async () => {
  const first = day("2028-05-01");
  const space = spaces[0] ?? { id: "", timeZone: "" };
  for (const [theme, people] of [
    ["work", 3],
    ["talk", 8],
    ["digital", 9],
  ] as const) {
    const event = await anEvent(space, { on: first, theme, capacity: 20 });
    const row = await aRegistration(event, { quantity: people });
    const presentAt = event.startsAt;
    await db.eventAttendee.updateMany({ where: { registrationId: row.id }, data: { presentAt } });
  }
  const range = { first, last: day("2028-05-31") };
  const { network, themes } = await getEventsReport(staff, range, new Date("2028-06-01T00:00:00Z"));
  expect(network).toMatchObject({ named: { value: 20 }, registered: { value: 20 } });
  expect(network.firstTimers).toMatchObject({ value: null, because: "few_people" });
  expect(new Map(themes.map(({ key, figures }) => [key, figures.named.value]))).toEqual(
    new Map([
      ["work", null],
      ["talk", null],
      ["digital", 9],
    ]),
  );
});

test("staff read them; hosts, members and visitors find no such thing", async () => {
  const range = { first: day("2027-01-01"), last: day("2027-01-31") };
  const [space] = spaces;
  const others = [await hostOf(space ?? { id: "" }), await aMember(), anonymous];
  for (const actor of others) {
    await expect(getEventsReport(actor, range)).rejects.toThrow(NotFound);
  }
  expect((await getEventsReport(staff, range)).themes).toEqual([]);
});
