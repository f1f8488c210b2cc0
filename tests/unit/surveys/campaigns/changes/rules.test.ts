import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import {
  decideVerb,
  decideVersion,
  decideWindow,
  textsOf,
  verbsOf,
} from "@/lib/surveys/campaigns/changes/rules";
import { campaignVerbs } from "@/lib/surveys/campaigns/changes/schema";
import { wallWindowOf } from "@/lib/surveys/campaigns/rules";
import type { CampaignState } from "@/lib/surveys/campaigns/schema";

const timeZone = "Europe/Paris";
const during = new Date("2026-07-01T09:00:00Z");
const campaign = {
  state: "open" as CampaignState,
  opensAt: new Date("2026-06-14T22:00:00Z"),
  closesAt: new Date("2026-09-15T22:00:00Z"),
  hasAnswers: false,
  timeZone,
  survey: "valley",
  version: 1,
};
const states: CampaignState[] = ["draft", "to_come", "open", "closed", "published"];

describe("the verbs of a campaign", () => {
  test("each leads from the states it is made for, and said twice changes nothing more", () => {
    const outcome = (verb: (typeof campaignVerbs)[number], state: CampaignState) => {
      const decided = decideVerb(verb, { ...campaign, state }, during);
      if (!decided.ok) return decided.refusal;
      return decided.value ? "done" : "already";
    };
    expect(
      Object.fromEntries(campaignVerbs.map((verb) => [verb, states.map((s) => outcome(verb, s))])),
    ).toEqual({
      ready: ["done", "already", "already", "not_now", "not_now"],
      withdraw: ["already", "done", "done", "not_now", "not_now"],
      close: ["not_now", "not_now", "done", "already", "already"],
      publish: ["not_now", "not_now", "not_now", "done", "already"],
      retract: ["not_now", "not_now", "not_now", "already", "done"],
    });
  });

  test("what somebody has begun to answer is not withdrawn", () => {
    const decided = decideVerb("withdraw", { ...campaign, hasAnswers: true }, during);
    expect(decided).toEqual({ ok: false, refusal: "has_answers" });
  });

  test("a campaign whose window is over is not made ready, one that ends in a second is", () => {
    const draft = { ...campaign, state: "draft" as const };
    expect(decideVerb("ready", draft, draft.closesAt)).toMatchObject({ refusal: "window_past" });
    const before = new Date(draft.closesAt.getTime() - 1_000);
    expect(decideVerb("ready", draft, before)).toEqual({ ok: true, value: { readyAt: before } });
  });

  test("those offered are those that would be heard", () => {
    for (const state of states) {
      for (const hasAnswers of [true, false]) {
        const standing = { ...campaign, state, hasAnswers };
        for (const verb of verbsOf(standing)) {
          expect(decideVerb(verb, standing, during)).toMatchObject({ ok: true });
        }
      }
    }
    expect(verbsOf({ state: "open", hasAnswers: true })).toEqual(["close"]);
  });
});

describe("the window said anew", () => {
  const was = wallWindowOf(campaign, timeZone);
  const longer = { ...was, lastDay: day("2026-09-30") };
  const earlier = { ...was, firstDay: day("2026-06-01") };

  test("an open campaign is made longer, its end still the last second of that day", () => {
    expect(decideWindow({ ...campaign, hasAnswers: true }, longer, during)).toEqual({
      ok: true,
      value: { opensAt: campaign.opensAt, closesAt: new Date("2026-09-30T22:00:00Z") },
    });
  });

  test("it does not begin at another moment once people have answered", () => {
    const decided = decideWindow({ ...campaign, hasAnswers: true }, earlier, during);
    expect(decided).toEqual({ ok: false, refusal: "beginning_kept" });
    expect(decideWindow(campaign, earlier, during).ok).toBe(true);
  });

  test("an end in the past closes nothing by the way, but of a draft it may be written", () => {
    const past = { ...was, lastDay: day("2026-06-20") };
    const refused = { ok: false, refusal: "closing_past" };
    expect(decideWindow(campaign, past, during)).toEqual(refused);
    expect(decideWindow({ ...campaign, state: "draft" }, past, during).ok).toBe(true);
  });

  test("once results are published the window is what it was", () => {
    const published = { ...campaign, state: "published" as const };
    expect(decideWindow(published, longer, during)).toEqual({ ok: false, refusal: "published" });
    expect(decideWindow(published, was, during).ok).toBe(true);
  });

  test("closed in the middle of a minute, saying the same again moves nothing", () => {
    const closesAt = new Date("2026-07-01T08:23:45.678Z");
    const closed = { ...campaign, state: "closed" as const, closesAt };
    const same = wallWindowOf(closed, timeZone);
    expect(decideWindow(closed, same, during)).toMatchObject({ ok: true, value: { closesAt } });
  });
});

test("what is asked changes while it is a draft, never once ready or answered", () => {
  const other = { survey: "valley", version: 2 };
  const draft = { ...campaign, state: "draft" as const };
  expect(decideVersion(draft, other)).toEqual({ ok: true, value: other });
  const kept = { ok: false, refusal: "version_kept" };
  expect(decideVersion({ ...draft, hasAnswers: true }, other)).toEqual(kept);
  expect(decideVersion(campaign, other)).toEqual(kept);
  const own = { survey: "valley", version: 1 };
  expect(decideVersion(campaign, own)).toEqual({ ok: true, value: own });
  expect(decideVersion(campaign, undefined)).toEqual({ ok: true, value: own });
});

test("a text is in both languages or in none", () => {
  const form = { slug: "a", revision: 1 };
  expect(textsOf({ ...form, leadFr: "Bonjour", leadEn: "Hello" })).toEqual({
    lead: { fr: "Bonjour", en: "Hello" },
  });
  expect(textsOf({ ...form, leadFr: "Bonjour" })).toBeNull();
  expect(textsOf(form)).toEqual({});
});
