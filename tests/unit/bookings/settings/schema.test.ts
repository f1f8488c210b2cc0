import { expect, test } from "vitest";
import { changeSettingsInput } from "@/lib/bookings/settings/schema";

const typed = {
  slug: "faitout-luzech",
  noShowGraceMinutes: "30",
  offerMinutes: "120",
  cancelDaysBefore: "1",
  cancelUntil: "18:00",
  bookingHorizonDays: "60",
  halfDayBoundary: "13:00",
  schoolZone: "C",
};
const wrongIn = (differs: Record<string, string>) =>
  changeSettingsInput
    .safeParse({ ...typed, ...differs })
    .error?.issues.map(({ path }) => path.join()) ?? [];

test("settings are read from the form as people type them; no grace is none", () => {
  const settings = {
    noShowGraceMinutes: 30,
    offerMinutes: 120,
    cancelDaysBefore: 1,
    cancelUntilMinute: 1_080,
    bookingHorizonDays: 60,
    halfDayBoundary: 780,
    schoolZone: "C",
    mostPeople: null,
  };
  expect(changeSettingsInput.parse(typed)).toEqual({ slug: typed.slug, settings });
  const { noShowGraceMinutes: _none, ...without } = typed;
  expect(changeSettingsInput.parse(without).settings.noShowGraceMinutes).toBeNull();
});

test.each([
  ["noShowGraceMinutes", ["4", "721", "une heure", "-5", "1.5"]],
  ["offerMinutes", ["4", "10081"]],
  ["cancelDaysBefore", ["61"]],
  ["cancelUntil", ["24:00", "18h", ""]],
  ["bookingHorizonDays", ["731"]],
  ["halfDayBoundary", ["00:00", "midi"]],
  ["schoolZone", ["D"]],
  ["mostPeople", ["0", "5001", "beaucoup"]],
])("what cannot be is said at its field: %s", (field, texts) => {
  for (const text of texts) expect(wrongIn({ [field]: text })).toEqual([field]);
});
