import type { CountedAt } from "../../disclosure/followed/rules";
import { mayShowShare, type PublishedLine, shownCount, shownPart } from "../../disclosure/rules";
import { smallestGroup } from "../../disclosure/schema";
import { laterWaves } from "../../disclosure/waves/rules";
import { optionsIn } from "../../questionnaires/rules";
import type { Questionnaire, SurveyOption } from "../../questionnaires/schema";
import { shareOf } from "../rules";
import { type Response, roles } from "../schema";

/** How many of each key came in each batch (or wave), for what is told batch after batch. */
export function countedAt(
  responses: readonly Response[],
  keyOf: (response: Response) => string,
  mark: "batch" | "wave" = "batch",
): CountedAt[] {
  const byBatch = Map.groupBy(responses, (response) => response[mark] ?? 0);
  return [...byBatch].flatMap(([batch, own]) =>
    [...countEach(own.map(keyOf))].map(([key, count]) => ({ key, batch, count })),
  );
}

/** Where a respondent says they live; empty without an answer. */
export function residenceOf({ answers }: Response): string {
  return String(answers[roles.residence] ?? "");
}

/**
 * Who answered by the audiences the project named at first, made of the lines of profiles shown: an audience
 * that shares a line with another goes with it, so that no difference of the two tables tells a profile.
 */
export function categoriesOf(
  questionnaire: Questionnaire,
  lines: readonly PublishedLine[],
): PublishedLine[] {
  const options = profileOptions(questionnaire);
  const categories = lines.reduce<PublishedLine[]>((sofar, { keys, count }) => {
    const own = new Set(keys.map((key) => options.get(key)?.seedCategory ?? ""));
    const meets = (line: PublishedLine) => line.keys.some((key) => own.has(key));
    const met = sofar.filter(meets);
    const joined = [...new Set([...met.flatMap((line) => line.keys), ...own])];
    const total = met.reduce((sum, each) => sum + each.count, count);
    const keysInOrder = joined.sort((a, b) => a.localeCompare(b));
    return [...sofar.filter((each) => !meets(each)), { keys: keysInOrder, count: total }];
  }, []);
  return categories.sort((a, b) => b.count - a.count);
}

/** Share of the priority profiles; null under thirty, or when a line shown mixes them with others. */
export function shownPriority(
  questionnaire: Questionnaire,
  lines: readonly PublishedLine[],
): number | null {
  const isPriority = isPriorityOf(questionnaire);
  const isMixed = ({ keys }: PublishedLine) => keys.some(isPriority) && !keys.every(isPriority);
  const base = lines.reduce((sum, { count }) => sum + count, 0);
  if (!mayShowShare(base) || lines.some(isMixed)) return null;
  const priority = lines.filter(({ keys }) => keys.every(isPriority));
  return shareOf(
    priority.reduce((sum, { count }) => sum + count, 0),
    base,
  );
}

function profileOptions(questionnaire: Questionnaire): Map<string, SurveyOption> {
  return new Map(optionsIn(questionnaire, roles.profile).map((option) => [option.value, option]));
}

/** Whether a profile is one the survey gives priority to. */
export function isPriorityOf(questionnaire: Questionnaire): (profile: string) => boolean {
  const options = profileOptions(questionnaire);
  return (profile) => options.get(profile)?.priority === true;
}

/** Arrivals as they may be shown: null where they, or a wave of them, would tell between one and four. */
export function shownArrivals(responses: readonly Response[]): {
  projects: number | null;
  interested: number | null;
} {
  const whole = arrivalsOf(responses);
  const each = [whole, ...laterWaves(responses).map(arrivalsOf)];
  const isShown = each.every(({ projects }) => shownCount(projects, smallestGroup) !== null);
  const isPartShown = each.every(
    ({ projects, interested }) => shownPart(interested, projects, smallestGroup) !== null,
  );
  return {
    projects: isShown ? whole.projects : null,
    interested: isShown && isPartShown ? whole.interested : null,
  };
}

/** Projects to settle in the valley, and those among them who would certainly or probably come. */
export function arrivalsOf(responses: readonly Response[]): {
  projects: number;
  interested: number;
} {
  const projects = responses.filter(({ answers }) => answers[roles.tie] === "projet_installation");
  const interested = projects.filter(({ answers }) =>
    ["certain", "probable"].includes(String(answers[roles.interest])),
  );
  return { projects: projects.length, interested: interested.length };
}

/** How often each value comes. */
export function countEach<Value extends string | number>(
  values: readonly Value[],
): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
