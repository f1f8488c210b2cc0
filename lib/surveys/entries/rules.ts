import { addDays, type Day, dayOf, weekdayOf } from "@/lib/core/day";
import type { Problem } from "../answers/schema";
import type { Campaign } from "../campaigns/schema";
import type { Questionnaire } from "../questionnaires/schema";

/** Days after the last during which sheets collected before may still be entered. */
export const graceDays = 15;

type Window = Pick<Campaign, "state" | "opensAt" | "closesAt" | "timeZone">;
type Mode = "online" | "paper" | "assisted";

/** The last day of a campaign, and the last on which its sheets are entered: local days, both included. */
export function lastDaysOf({ closesAt, timeZone }: Window): { answers: Day; sheets: Day } {
  const answers = dayOf(new Date(closesAt.getTime() - 1), timeZone);
  return { answers, sheets: addDays(answers, graceDays) };
}

/**
 * Whether an answer may come in now. Online, and with the person beside one, while the campaign is open;
 * from a sheet until fifteen days after, for it was filled in before; nothing once results are published.
 */
export function entryStateAt(
  campaign: Window,
  mode: Mode,
  at: Date,
): "open" | "not_open" | "too_late" {
  if (campaign.state === "open") return "open";
  if (campaign.state === "draft" || campaign.state === "to_come") return "not_open";
  const isInGrace = dayOf(at, campaign.timeZone) <= lastDaysOf(campaign).sheets;
  return mode === "paper" && campaign.state === "closed" && isInGrace ? "open" : "too_late";
}

/**
 * The day that is stored. Of what somebody enters for others, the Monday before (not before the opening),
 * so that the journal, which says who entered something on which day, leads to no answer; after the
 * closing, the last day.
 */
export function storedDay(campaign: Window, mode: Mode, at: Date): Day {
  const { answers: last } = lastDaysOf(campaign);
  const today = dayOf(at, campaign.timeZone);
  const [day = last] = [today, last].sort();
  if (mode === "online") return day;
  const first = dayOf(campaign.opensAt, campaign.timeZone);
  const monday = addDays(day, 1 - weekdayOf(day));
  return [monday, first].sort().at(-1) ?? first;
}

/**
 * What is wrong with answers somebody entered: from a sheet a required question may be empty, since
 * nobody can be asked any more, but for those without which a response does not count; and a number below
 * the one it should reach stands as it is written.
 */
export function standing(
  problems: readonly Problem[],
  mode: Mode,
  { completion }: Questionnaire,
): { problems: Problem[]; blanks: Problem[] } {
  const isBlank = ({ problem, question }: Problem) =>
    mode === "paper" &&
    (problem === "below_other" ||
      (problem === "required" && !completion.minimumToCount.includes(question)));
  return {
    problems: problems.filter((each) => !isBlank(each)),
    blanks: problems.filter(isBlank),
  };
}
