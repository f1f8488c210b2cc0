import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import {
  alsoEdited,
  onAnotherDay,
  readRefused,
  repeatedDays,
  writeRefused,
} from "@/lib/events/series/rules";
import { plainFields } from "@/tests/support/plain-events";

const today = day("2026-06-15");
const thursday = day("2026-06-18");

test("every third Thursday is the third of each month, the first date left out", () => {
  const monthly = { frequency: "monthly" as const, lastDay: day("2026-09-30") };
  expect(repeatedDays(thursday, monthly, today)).toEqual({
    ok: true,
    value: ["2026-07-16", "2026-08-20", "2026-09-17"],
  });
  const fortnightly = { frequency: "fortnightly" as const, lastDay: day("2026-07-16") };
  expect(repeatedDays(thursday, fortnightly, today)).toMatchObject({
    value: ["2026-07-02", "2026-07-16"],
  });
});

test("a pattern of nothing more, or that goes back, is refused", () => {
  const weekly = (lastDay: string) =>
    repeatedDays(thursday, { frequency: "weekly", lastDay: day(lastDay) }, today);
  expect(weekly("2026-06-20")).toMatchObject({ refusal: "series_of_one" });
  expect(weekly("2026-06-01")).toMatchObject({ refusal: "series_backwards" });
  expect(weekly("2028-06-01")).toMatchObject({ ok: false });
});

test("what comes before an event stays as long before it", () => {
  const fields = plainFields({
    opensOn: day("2026-06-11"),
    closesOn: day("2026-06-17"),
    minimum: { people: 3, day: day("2026-06-16"), minute: 720 },
  });
  expect(onAnotherDay(fields, day("2026-07-02"))).toMatchObject({
    ...{ day: "2026-07-02", opensOn: "2026-06-25", closesOn: "2026-07-01" },
    minimum: { people: 3, day: "2026-06-30", minute: 720 },
    ...{ startMinute: 840, title: fields.title },
  });
  expect(onAnotherDay(plainFields(), day("2026-07-02"))).toMatchObject({ opensOn: null });
});

test("an edit of one date gives the others what it changed and leaves them what is their own", () => {
  const before = plainFields({ closesOn: day("2026-06-17") });
  const after = { ...before, startMinute: 900, day: day("2026-06-19") };
  const own = plainFields({
    ...{ day: day("2026-07-02"), capacity: 5, title: "Spécial" },
    closesOn: day("2026-07-01"),
  });
  expect(alsoEdited(own, before, after)).toEqual({
    ...{ ...own, startMinute: 900 },
    closesOn: expect.anything(),
  });
  expect(alsoEdited(own, before, { ...before, capacity: 7 })).toEqual({ ...own, capacity: 7 });
  expect(alsoEdited(own, before, before)).toEqual(own);
});

test("dates refused go through an address and come back; what is none is left out", () => {
  const refused = [
    { day: thursday, refusal: "room_taken" as const },
    { day: day("2026-06-25"), refusal: "exists" as const },
  ];
  const reasons = ["room_taken", "exists"] as const;
  expect(readRefused(writeRefused(refused), reasons)).toEqual(refused);
  const typed = "2026-02-30.exists,2026-06-25.other,2026-06-25.exists,3,<b>";
  expect(readRefused(typed, reasons)).toEqual([refused[1]]);
  expect(readRefused("", reasons)).toEqual([]);
});
