import { expect, test } from "vitest";
import { previewAbsence } from "@/lib/bookings/absences/queries";
import { addDays, day } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const on = (date: string) => ({
  day: day(date),
  startsAt: `${date}T06:30:00Z`,
  endsAt: `${date}T16:30:00Z`,
});
const range = { from: day("2026-06-15"), until: addDays(tuesday, 13) };

test("what would be cancelled and what stays are told apart; nothing changes", async () => {
  const [here, there] = [await aSpace(), await aSpace()];
  const member = await aMember();
  const mine = { personId: member.personId };
  await aBooking({ space: here, ...mine, ...on("2026-06-15") });
  await aBooking({ space: there, ...mine, ...on("2026-06-24") });
  await aBooking({ space: here, ...mine, ...on("2026-06-25"), state: "cancelled" });
  await aBooking({ space: here, ...mine, ...on("2026-06-30") });
  await aBooking({ space: here, ...on("2026-06-18") });
  await db.booking.updateMany({
    where: mine,
    data: { createdAt: new Date("2026-06-01T06:00:00Z") },
  });
  const preview = await previewAbsence(member, range, mondayMorning);
  if (!preview.ok) throw new Error(preview.refusal);
  const days = (views: { day: string }[]) => views.map((view) => view.day);
  expect(days(preview.value.cancelled)).toEqual(["2026-06-24"]);
  expect(days(preview.value.kept)).toEqual(["2026-06-15"]);
  expect(await db.booking.count({ where: { ...mine, state: "confirmed" } })).toBe(3);
  const one = await previewAbsence(member, { ...range, spaceSlug: here.slug }, mondayMorning);
  expect(one.ok && one.value.cancelled).toEqual([]);
});

test("an impossible range is refused", async () => {
  const backwards = { from: range.until, until: range.from };
  expect(await previewAbsence(await aMember(), backwards, mondayMorning)).toMatchObject({
    ok: false,
    refusal: "range_backwards",
  });
});
