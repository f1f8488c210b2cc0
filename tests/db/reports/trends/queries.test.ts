import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { monthInput } from "@/lib/reports/schema";
import { listTrendMonths } from "@/lib/reports/trends/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aBooking, aPerson, aSpace } from "@/tests/support/factories";
import { usageOfMonth } from "@/tests/support/network-usage";

const june = monthInput.parse("2026-06");
const july = new Date("2026-07-02T08:00:00Z");

async function came(space: Parameters<typeof aBooking>[0]["space"], on: string, people: number) {
  for (let desk = 0; desk < people; desk += 1) {
    const { id: personId } = await aPerson();
    const hours = { startsAt: `${on}T06:30:00Z`, endsAt: `${on}T16:30:00Z` };
    await aBooking({ space, desk, personId, day: day(on), ...hours, checkedInAt: hours.startsAt });
  }
}

test("eighteen months up to one that is over or runs, each as it is counted", async () => {
  const space = await aSpace({ desks: 6 });
  await came(space, "2026-06-16", 6);
  const staff = await aStaffMember();
  const { months, upToDateAt } = await listTrendMonths(staff, june, july);
  expect(upToDateAt).not.toBeNull();
  expect(months).toHaveLength(18);
  const { network } = await usageOfMonth(june, july);
  expect(network).toMatchObject({ users: 6, personDays: 6 });
  expect(months.at(-1)).toEqual({ month: june, usage: network, isRunning: false, hidden: null });
  const wednesday = new Date("2026-06-17T08:00:00Z");
  expect((await listTrendMonths(staff, june, wednesday)).months.at(-1)).toMatchObject({
    ...{ isRunning: true, hidden: null },
    usage: { users: 6, offered: 12 * 2 * 6 },
  });
});

test("a month of fewer than five people says nothing of them", async () => {
  const space = await aSpace({ desks: 6 });
  await came(space, "2033-06-14", 4);
  const months = await listTrendMonths(
    await aStaffMember(),
    monthInput.parse("2033-06"),
    new Date("2033-07-02T08:00:00Z"),
  );
  expect(months.months.at(-1)).toMatchObject({
    ...{ hidden: "few_people" },
    usage: { booked: 0, occupied: 0, personDays: 0, users: 0 },
  });
});

test("they are for staff", async () => {
  for (const actor of [anonymous, await aMember(), await hostOf(await aSpace())]) {
    await expect(listTrendMonths(actor, june, july)).rejects.toThrow(NotFound);
  }
});
