import { describe, expect, test } from "vitest";
import { campaignStateAt, sourceOf } from "@/lib/surveys/campaigns/rules";

/** Mid-June to 15 September, midnight after its last second in France (UTC+2). */
const campaign = {
  opensAt: new Date("2026-06-14T22:00:00Z"),
  closesAt: new Date("2026-09-15T22:00:00Z"),
  readyAt: new Date("2026-06-01T08:00:00Z"),
  publishedAt: null,
};
const stateAt = (instant: string, overrides = {}) =>
  campaignStateAt({ ...campaign, ...overrides }, new Date(instant));

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
