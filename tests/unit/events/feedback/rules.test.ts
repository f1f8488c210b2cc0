import { expect, test } from "vitest";
import { feedbackFigures, whyNoFeedback } from "@/lib/events/feedback/rules";

const endsAt = new Date("2026-06-18T15:00:00Z");
const event = { endsAt, state: "published", hasSheet: true };
const came = { state: "confirmed", isPresent: true };
const days = (count: number) => new Date(endsAt.getTime() + count * 86_400_000);

test("an opinion is taken from the end of the event and for sixty days, half-open", () => {
  expect(whyNoFeedback(event, came, new Date(endsAt.getTime() - 1))).toBe("not_over");
  expect(whyNoFeedback(event, came, endsAt)).toBeNull();
  expect(whyNoFeedback(event, came, new Date(days(60).getTime() - 1))).toBeNull();
  expect(whyNoFeedback(event, came, days(60))).toBe("too_late");
});

test("who was not ticked is not asked, unless nobody ticked anybody", () => {
  const away = { state: "confirmed", isPresent: false };
  expect(whyNoFeedback(event, away, endsAt)).toBe("was_not_there");
  expect(whyNoFeedback({ ...event, hasSheet: false }, away, endsAt)).toBeNull();
  const waited = { state: "waiting", isPresent: false };
  expect(whyNoFeedback({ ...event, hasSheet: false }, waited, endsAt)).toBe("was_not_there");
  expect(whyNoFeedback({ ...event, state: "cancelled" }, came, endsAt)).toBe("was_not_there");
});

test("under five opinions nothing is told, neither the mean nor the lines", () => {
  const opinion = { score: 10, line: "Clair" };
  expect(feedbackFigures(Array(4).fill(opinion))).toEqual({ isShown: false });
  expect(feedbackFigures(Array(5).fill(opinion))).toMatchObject({ count: 5, mean: 10 });
});

test("lines come in the order of the alphabet, whatever that of arrival", () => {
  const opinions = ["Vif", "Éclairant", "Court", null, "Dense"].map((line, score) => ({
    score,
    line,
  }));
  expect(feedbackFigures(opinions)).toEqual({
    isShown: true,
    count: 5,
    mean: 2,
    byScore: [1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0],
    lines: ["Court", "Dense", "Éclairant", "Vif"],
  });
});
