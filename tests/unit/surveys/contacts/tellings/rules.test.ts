import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { fitOf, isNews, type OpenPlace } from "@/lib/surveys/contacts/tellings/rules";

const place = (id: string, communeId: string, latitude: number): OpenPlace => ({
  id,
  communeId,
  latitude,
  longitude: 1.2,
  opensOn: day("2026-07-01"),
});
/** A tenth of a degree of latitude is eleven kilometres. */
const albas = { insee: "46001", nearestBourg: "46182", latitude: 44.5, longitude: 1.2 };
const [here, bourg, far, beyond] = [
  place("here", "46001", 44.5),
  place("bourg", "46182", 44.55),
  place("far", "46231", 44.6),
  place("beyond", "46042", 44.8),
] as const;

test("a place fits in the commune named, in its bourg, or as the nearest of all", () => {
  expect(fitOf(albas, here, [here, bourg])).toBe("wished");
  expect(fitOf(albas, bourg, [here, bourg])).toBe("around");
  expect(fitOf(albas, far, [far, beyond])).toBe("nearest");
  expect(fitOf(albas, far, [far, bourg])).toBeNull();
});

test("the nearest is nothing when it is far away; whoever named no commune hears of all", () => {
  expect(fitOf(albas, beyond, [beyond])).toBeNull();
  expect(fitOf(null, beyond, [beyond])).toBe("anywhere");
});

test("it is news from the day it opens, for two months, to those who asked in that month or before", () => {
  const [asked, opens] = [day("2026-06-01"), day("2026-07-01")];
  expect(isNews(opens, asked, day("2026-06-30"))).toBe(false);
  expect(isNews(opens, asked, opens)).toBe(true);
  expect(isNews(opens, asked, day("2026-08-30"))).toBe(true);
  expect(isNews(opens, asked, day("2026-08-31"))).toBe(false);
  expect(isNews(opens, opens, opens)).toBe(true);
  expect(isNews(opens, day("2026-08-01"), day("2026-08-02"))).toBe(false);
});
