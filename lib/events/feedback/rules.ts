import type { FeedbackRefusal } from "./schema";

/** Days after the end during which an opinion is taken. */
const daysOpen = 60;
const dayMs = 86_400_000;

/** Opinions under which neither the mean nor a line is shown: fewer could be known by who was there. */
export const fewestOpinions = 5;

/** From the end of the event, for sixty days; from whoever had seats and was not noted away. */
export function whyNoFeedback(
  event: { endsAt: Date; state: string; hasSheet: boolean },
  registration: { state: string; isPresent: boolean },
  at: Date,
): FeedbackRefusal | null {
  if (at < event.endsAt) return "not_over";
  if (at.getTime() >= event.endsAt.getTime() + daysOpen * dayMs) return "too_late";
  if (event.state !== "published") return "was_not_there";
  // Where nobody ticked anybody, who had seats is believed to have come.
  const came = event.hasSheet ? registration.isPresent : registration.state === "confirmed";
  return came ? null : "was_not_there";
}

export type Opinion = { score: number; line: string | null };

export type FeedbackFigures =
  | { isShown: false }
  | {
      isShown: true;
      count: number;
      /** 0 to 10. */
      mean: number;
      /** How many gave each score, from 0 to 10. */
      byScore: number[];
      /** In the order of the alphabet: that of arrival would tell who wrote. */
      lines: string[];
    };

/** What opinions add up to; nothing under five of them. */
export function feedbackFigures(opinions: readonly Opinion[]): FeedbackFigures {
  if (opinions.length < fewestOpinions) return { isShown: false };
  const byScore = Array.from(
    { length: 11 },
    (_, score) => opinions.filter((opinion) => opinion.score === score).length,
  );
  const sum = opinions.reduce((total, { score }) => total + score, 0);
  const lines = opinions.flatMap(({ line }) => line ?? []);
  return {
    isShown: true,
    count: opinions.length,
    mean: sum / opinions.length,
    byScore,
    lines: lines.toSorted((a, b) => a.localeCompare(b, "fr")),
  };
}
