import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day } from "@/lib/core/day";
import {
  campaignStateAt,
  instantsOf,
  meantCampaign,
  sourceOf,
  wallWindowOf,
} from "@/lib/surveys/campaigns/rules";
import type { CampaignState } from "@/lib/surveys/campaigns/schema";

/** Mid-June to 15 September, midnight after its last second in France (UTC+2). */
const campaign = {
  opensAt: new Date("2026-06-14T22:00:00Z"),
  closesAt: new Date("2026-09-15T22:00:00Z"),
  readyAt: new Date("2026-06-01T08:00:00Z"),
  publishedAt: null,
};
const stateAt = (instant: string, overrides = {}) =>
  campaignStateAt({ ...campaign, ...overrides }, new Date(instant));

describe("which campaign is meant, with one a year", () => {
  const of = (year: number, state: CampaignState) => ({
    ...{ year, state },
    opensAt: new Date(`${year}-06-14T22:00:00Z`),
    closesAt: new Date(`${year}-09-15T22:00:00Z`),
  });
  const meant = (...campaigns: ReturnType<typeof of>[]) =>
    (["asked", "coming", "heard"] as const).map(
      (meaning) => meantCampaign(campaigns.toReversed(), meaning)?.year ?? null,
    );

  test("the open one is meant by everybody", () => {
    expect(meant(of(2025, "published"), of(2026, "open"), of(2027, "to_come"))).toEqual([
      ...[2026, 2026, 2026],
    ]);
  });

  test("one that is ready for next year does not take the place of the one that has just closed", () => {
    const closed = [of(2025, "published"), of(2026, "closed"), of(2027, "to_come")];
    expect(meant(...closed)).toEqual([2026, 2027, 2026]);
    expect(meant(...closed, of(2028, "to_come"))).toEqual([2026, 2027, 2026]);
  });

  test("once results are read, it is the next one of which one hears", () => {
    expect(meant(of(2026, "published"), of(2027, "to_come"))).toEqual([2026, 2027, 2027]);
    expect(meant(of(2025, "closed"), of(2026, "published"))).toEqual([2026, 2026, 2026]);
  });

  test("the first of all is meant before it opens, and none without any, nor a draft", () => {
    expect(meant(of(2026, "to_come"))).toEqual([2026, 2026, 2026]);
    expect(meant(of(2026, "draft"))).toEqual([null, null, null]);
    expect(meant()).toEqual([null, null, null]);
  });
});

describe("the window of a campaign", () => {
  test("it opens at midnight of its first day, in France", () => {
    expect(stateAt("2026-06-14T21:59:59.999Z")).toBe("to_come");
    expect(stateAt("2026-06-14T22:00:00Z")).toBe("open");
  });

  test("23:59:59 of its last day is in, midnight is out", () => {
    expect(stateAt("2026-09-15T21:59:59Z")).toBe("open");
    expect(stateAt("2026-09-15T22:00:00Z")).toBe("closed");
  });

  test("nothing is shown before staff say it is ready, results only once published", () => {
    expect(stateAt("2026-07-01T08:00:00Z", { readyAt: null })).toBe("draft");
    const publishedAt = new Date("2026-10-01T08:00:00Z");
    expect(stateAt("2026-09-20T08:00:00Z", { publishedAt })).toBe("closed");
    expect(stateAt("2026-10-01T08:00:00Z", { publishedAt })).toBe("published");
  });
});

test("a source is a partner's code or one of ours, never what an address says", () => {
  const partners = [{ code: "luzech", name: "Mairie de Luzech", origin: "https://luzech.example" }];
  expect(sourceOf("luzech", partners)).toBe("luzech");
  expect(sourceOf("presse", partners)).toBe("presse");
  expect(sourceOf("https://elsewhere.example/page?x=1", partners)).toBe("site");
  expect(sourceOf(undefined, partners)).toBe("site");
});

describe("a window is said in wall time, its last minute included", () => {
  const zone = "Europe/Paris";
  const summer = {
    firstDay: day("2027-06-15"),
    firstMinute: 0,
    lastDay: day("2027-09-15"),
    lastMinute: 23 * 60 + 59,
  };

  test("15 September 23:59 included ends at midnight after it", () => {
    const { opensAt, closesAt } = instantsOf(summer, zone);
    expect(opensAt.toISOString()).toBe("2027-06-14T22:00:00.000Z");
    expect(closesAt.toISOString()).toBe("2027-09-15T22:00:00.000Z");
  });

  test("across a change of the clocks each end keeps its own wall time", () => {
    const winter = { ...summer, lastDay: day("2027-10-31") };
    expect(instantsOf(winter, zone).closesAt.toISOString()).toBe("2027-10-31T23:00:00.000Z");
    const spring = { ...summer, firstDay: day("2027-03-28"), firstMinute: 2 * 60 + 30 };
    expect(instantsOf(spring, zone).opensAt.toISOString()).toBe("2027-03-28T01:30:00.000Z");
    // 2:59 comes twice that night: the window lasts until 3:00, after both.
    const twice = { ...summer, lastDay: day("2027-10-31"), lastMinute: 2 * 60 + 59 };
    expect(instantsOf(twice, zone).closesAt.toISOString()).toBe("2027-10-31T02:00:00.000Z");
  });

  test("what is said is read back as it was said, but in an hour that does not exist", () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    const days = fc.integer({ min: 0, max: 800 }).map((count) => addDays(day("2026-01-01"), count));
    const gaps = ["2026-03-29", "2027-03-28"];
    fc.assert(
      fc.property(days, minutes, days, minutes, (firstDay, firstMinute, lastDay, lastMinute) => {
        fc.pre(![firstDay, lastDay].some((each) => gaps.includes(each)));
        const said = { firstDay, firstMinute, lastDay, lastMinute };
        expect(wallWindowOf(instantsOf(said, zone), zone)).toEqual(said);
      }),
    );
  });

  test("closed in the middle of a minute, that minute is the last", () => {
    const closesAt = new Date("2027-09-01T08:23:45.678Z");
    const opensAt = new Date("2027-06-14T22:00:00Z");
    expect(wallWindowOf({ opensAt, closesAt }, zone)).toMatchObject({
      lastDay: "2027-09-01",
      lastMinute: 10 * 60 + 23,
    });
  });
});
