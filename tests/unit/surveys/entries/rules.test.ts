import { expect, test } from "vitest";
import { campaignStateAt } from "@/lib/surveys/campaigns/rules";
import { entryStateAt, lastDaysOf, standing, storedDay } from "@/lib/surveys/entries/rules";
import { surveyOfTheValley } from "@/tests/support/questionnaires";

const window = {
  opensAt: new Date("2026-06-17T22:00:00Z"),
  closesAt: new Date("2026-09-15T22:00:00Z"),
  readyAt: new Date("2026-06-01T00:00:00Z"),
  publishedAt: null as Date | null,
  timeZone: "Europe/Paris",
};
const campaignAt = (at: string, overrides: Partial<typeof window> = {}) => {
  const own = { ...window, ...overrides };
  return { ...own, state: campaignStateAt(own, new Date(at)) };
};
const stateAt = (mode: "online" | "paper" | "assisted", at: string, overrides = {}) =>
  entryStateAt(campaignAt(at, overrides), mode, new Date(at));

test("sheets are entered until fifteen days after the last day, both ends included", () => {
  expect(lastDaysOf(campaignAt("2026-07-01T00:00:00Z"))).toEqual({
    answers: "2026-09-15",
    sheets: "2026-09-30",
  });
  expect(stateAt("paper", "2026-09-15T21:59:59Z")).toBe("open");
  expect(stateAt("paper", "2026-09-30T21:59:59Z")).toBe("open");
  expect(stateAt("paper", "2026-09-30T22:00:00Z")).toBe("too_late");
});

test("the fifteen days are days, over a change of the clock too", () => {
  const closesAt = new Date("2026-10-20T22:00:00Z");
  expect(stateAt("paper", "2026-11-04T22:59:59Z", { closesAt })).toBe("open");
  expect(stateAt("paper", "2026-11-04T23:00:00Z", { closesAt })).toBe("too_late");
});

test("whoever is there to answer, on a screen or beside one, answers while the campaign is open", () => {
  for (const mode of ["online", "assisted"] as const) {
    expect(stateAt(mode, "2026-09-15T21:59:59Z")).toBe("open");
    expect(stateAt(mode, "2026-09-15T22:00:00Z")).toBe("too_late");
  }
});

test("nothing is entered before the opening, nor once results are published", () => {
  expect(stateAt("paper", "2026-06-17T21:59:59Z")).toBe("not_open");
  const publishedAt = new Date("2026-09-20T08:00:00Z");
  expect(stateAt("paper", "2026-09-20T07:59:59Z", { publishedAt })).toBe("open");
  expect(stateAt("paper", "2026-09-20T08:00:00Z", { publishedAt })).toBe("too_late");
});

test("what is entered for others is of the Monday before, never before the opening nor after the end", () => {
  const dayAt = (mode: "online" | "paper", at: string) =>
    storedDay(campaignAt(at), mode, new Date(at));
  // A Thursday, its Monday; the week of the opening, a Thursday.
  expect(dayAt("online", "2026-07-02T09:00:00Z")).toBe("2026-07-02");
  expect(dayAt("paper", "2026-07-02T09:00:00Z")).toBe("2026-06-29");
  expect(dayAt("paper", "2026-06-19T09:00:00Z")).toBe("2026-06-18");
  // After the end: the week of the last day, a Tuesday.
  expect(dayAt("paper", "2026-09-28T09:00:00Z")).toBe("2026-09-14");
});

test("a sheet may leave a required question empty, but not what makes it count", () => {
  const questionnaire = surveyOfTheValley();
  const problems = [
    { question: "profil", problem: "required" as const },
    { question: "lien_territoire", problem: "required" as const },
    { question: "secteur", problem: "unknown_option" as const },
  ];
  expect(standing(problems, "paper", questionnaire)).toEqual({
    problems: [problems[0], problems[2]],
    blanks: [problems[1]],
  });
  expect(standing(problems, "assisted", questionnaire)).toEqual({ problems, blanks: [] });
});

test("a price put below the one it should reach stands as it is on a sheet, and nowhere else", () => {
  const questionnaire = surveyOfTheValley();
  const problems = [{ question: "prix_demi_cher", problem: "below_other" as const }];
  expect(standing(problems, "paper", questionnaire)).toEqual({ problems: [], blanks: problems });
  expect(standing(problems, "assisted", questionnaire)).toEqual({ problems, blanks: [] });
});
