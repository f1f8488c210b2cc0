import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { getReport } from "@/lib/reports/figures/queries";
import { type Figure, measureKeyOf } from "@/lib/reports/figures/schema";
import { freezeOldMonths } from "@/lib/reports/frozen-months/commands";
import { aBooking, aPerson, aSpace } from "../../../../support/factories";

const system = systemActor("test");
const at = new Date("2026-06-17T08:42:00Z");
const range = (first: string, last: string) => ({ first: day(first), last: day(last) });

function byKey(figures: Figure[]): Map<string, Figure> {
  return new Map(
    figures.map((figure) => [
      `${measureKeyOf(figure)} ${figure.place} ${JSON.stringify(figure.part)}`,
      figure,
    ]),
  );
}

async function came(space: Awaited<ReturnType<typeof aSpace>>, on: string, people: number) {
  for (let desk = 0; desk < people; desk += 1) {
    const { id: personId } = await aPerson();
    await aBooking({
      ...{ space, desk, personId, day: day(on) },
      ...{ startsAt: `${on}T06:30:00Z`, endsAt: `${on}T16:30:00Z` },
      checkedInAt: `${on}T07:00:00Z`,
    });
  }
}

test("months say the same once their people have left, and a longer period what can still be known", async () => {
  const [here, there] = [await aSpace({ desks: 12 }), await aSpace({ desks: 12 })];
  await came(here, "2025-03-11", 7);
  await came(there, "2025-04-15", 9);
  await came(here, "2025-05-13", 11);
  await came(there, "2025-05-20", 3);
  await came(here, "2025-06-10", 6);
  // The last ninety days of the last two reach into months whose people go.
  const months = ["03", "04", "05", "06", "07"].map((month) =>
    range(`2025-${month}-01`, `2025-${month}-${month === "04" || month === "06" ? 30 : 31}`),
  );
  const read = () => Promise.all(months.map((month) => getReport(system, month, at)));
  const quarter = range("2025-03-01", "2025-06-30");
  const [before, whole] = [await read(), await getReport(system, quarter, at)];
  await freezeOldMonths(system, at);
  const after = await read();
  for (const [index, report] of after.entries()) {
    expect(byKey(report.figures)).toEqual(byKey(before[index]?.figures ?? []));
  }
  const told = byKey((await getReport(system, quarter, at)).figures);
  const was = byKey(whole.figures);
  expect(was.get("personDays.days null null")?.value).toBeGreaterThan(20);
  for (const key of ["personDays.days", "offeredCapacity.deskSlots", "visits.visits"]) {
    expect(told.get(`${key} null null`)).toEqual(was.get(`${key} null null`));
  }
  expect(told.get("uniqueUsers.persons null null")).toMatchObject({ withheld: "people_gone" });
});
