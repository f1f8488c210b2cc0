import { mayShowShare, shownPart } from "../../disclosure/rules";
import { smallestGroup } from "../../disclosure/schema";
import { type Tally, talliesOf } from "../../disclosure/tallies/rules";
import { laterWaves } from "../../disclosure/waves/rules";
import { questionOf } from "../../questionnaires/rules";
import type { Questionnaire } from "../../questionnaires/schema";
import { countEach, isPriorityOf } from "../respondents/rules";
import { listOf, shareOf } from "../rules";
import { type Response, roles } from "../schema";

export type Ranked = {
  value: string;
  /** Mean score of those who rated it, and the share who call it essential; null when nobody did. */
  mean: number | null;
  essentialShare: number | null;
  /** Respondents who rated it. */
  base: number;
};

/** Equipment from the most to the least wanted: by mean score, ties by the share "essential". */
export function equipmentRanking(
  questionnaire: Questionnaire,
  responses: readonly Response[],
): Ranked[] {
  const question = questionOf(questionnaire, roles.equipment);
  if (question?.type !== "scale") return [];
  const scoreOf = new Map(question.scale.map(({ value, score }) => [value, score]));
  const top = Math.max(...scoreOf.values());
  const rated = countEach(responses.flatMap(({ answers }) => listOf(answers, roles.equipment)));
  const ranked = question.rows.map(({ value }): Ranked => {
    const levels = [...scoreOf].map(([level, score]) => ({
      score,
      count: rated.get(`${value}:${level}`) ?? 0,
    }));
    const base = levels.reduce((sum, { count }) => sum + count, 0);
    const total = levels.reduce((sum, { score, count }) => sum + score * count, 0);
    const essential = levels.reduce(
      (sum, { score, count }) => sum + (score === top ? count : 0),
      0,
    );
    return {
      value,
      mean: shareOf(total, base),
      essentialShare: shareOf(essential, base),
      base,
    };
  });
  return ranked.sort(
    (a, b) =>
      (b.mean ?? -1) - (a.mean ?? -1) ||
      (b.essentialShare ?? -1) - (a.essentialShare ?? -1) ||
      a.value.localeCompare(b.value),
  );
}

/**
 * The ranking as it may be shown: what fewer than five rated, or all but one to four of those who rated
 * something, is left out; the share who call it essential is null under thirty ratings, or where it would
 * count fewer than five.
 */
export function shownRanking(
  questionnaire: Questionnaire,
  responses: readonly Response[],
): Ranked[] {
  const raters = responses.filter(({ answers }) => listOf(answers, roles.equipment).length > 0);
  const ranked = [raters, ...laterWaves(raters)].map((some) => ({
    raters: some.length,
    rows: new Map(equipmentRanking(questionnaire, some).map((row) => [row.value, row])),
  }));
  const eachOf = (value: string) =>
    ranked.map(({ raters: count, rows }): RatedRow => {
      const { base = 0, essentialShare = null } = rows.get(value) ?? {};
      return { base, essentialShare, raters: count };
    });
  return [...(ranked[0]?.rows.values() ?? [])]
    .filter(({ base }) => base >= smallestGroup)
    .filter(({ value }) => eachOf(value).every(isRowTold))
    .map((line) => {
      const isShown = mayShowShare(line.base) && eachOf(line.value).every(isEssentialTold);
      return { ...line, essentialShare: isShown ? line.essentialShare : null };
    });
}

/** A row among those who rated something: of all, or of those who came to the sums in one wave. */
type RatedRow = { base: number; essentialShare: number | null; raters: number };

function isRowTold({ base, raters }: RatedRow): boolean {
  return shownPart(base, raters, smallestGroup) !== null;
}

function isEssentialTold({ base, essentialShare }: RatedRow): boolean {
  return shownPart(Math.round((essentialShare ?? 0) * base), base, smallestGroup) !== null;
}

type Ticked = {
  /** Respondents who answered the question. */
  base: number;
  counts: Map<string, number>;
};

/** With the same of those who came to the sums in each wave after the first. */
export type Choices = Ticked & { waves: ReadonlyMap<number, Ticked> };

/** How often each choice of a question was ticked, over those who answered it. */
export function choicesOf(responses: readonly Response[], question: string): Choices {
  const given = responses.filter(({ answers }) => answers[question] !== undefined);
  const tallies = talliesOf(given, ({ answers }) => listOf(answers, question));
  const tickedBy = ({ answered, counts }: Tally): Ticked => ({ base: answered, counts });
  const waves = [...tallies.waves].map(([wave, own]) => [wave, tickedBy(own)] as const);
  return { ...tickedBy(tallies.all), waves: new Map(waves) };
}

export type ShownChoice = {
  value: string;
  /** Respondents who ticked it; null where they, or those who did not, are one to four. */
  count: number | null;
  /** Of the base; null under thirty, and where the count is. */
  share: number | null;
  /** Of these, those of the priority profiles; null where it tells fewer than five, in or out of them, ticked or not. */
  priority: number | null;
  /** Of the priority profiles who answered; null under thirty of them, and where their number is. */
  priorityShare: number | null;
};

export type ShownChoices = {
  /** Priority profiles among those who answered the question; null where they, or the others, are a few. */
  priorityBase: number | null;
  /** Most ticked first; empty when too few answered. */
  lines: ShownChoice[];
};

/**
 * Choices as they may be shown; without `priority`, nothing is told of the priority profiles. `isTold`:
 * whether the base is; where one to four are silent, nothing is, as everybody reads it.
 */
export function shownChoices({
  all,
  priority,
  isTold = true,
}: {
  all: Choices;
  priority?: Choices;
  isTold?: boolean;
}): ShownChoices {
  if (!isTold || all.base < smallestGroup) return { priorityBase: null, lines: [] };
  const parts = partsOf(all, priority);
  const holds = (tell: (part: Part) => number | null) => parts.every((part) => tell(part) !== null);
  const isPriorityTold = holds((part) =>
    shownPart(part.priority.base, part.all.base, smallestGroup),
  );
  const priorityBase = priority && isPriorityTold ? priority.base : null;
  const lines = [...all.counts]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([value, ticked]): ShownChoice => {
      const isShown = holds((part) =>
        shownPart(part.all.counts.get(value) ?? 0, part.all.base, smallestGroup),
      );
      const count = isShown ? ticked : null;
      const own = priority?.counts.get(value) ?? 0;
      const isApart =
        isShown && priorityBase !== null && parts.every((part) => isQuartered(part, value));
      return {
        value,
        count,
        share: shownShare(count, all.base),
        priority: isApart ? own : null,
        priorityShare: shownShare(isApart ? own : null, priorityBase ?? 0),
      };
    });
  // Small ones in one order, so that none is told to be smaller than another.
  const small = lines.filter(({ count }) => count === null);
  small.sort((a, b) => a.value.localeCompare(b.value));
  return { priorityBase, lines: [...lines.filter(({ count }) => count !== null), ...small] };
}

type Part = Record<"all" | "priority", Ticked>;

/** All who answered, and those of each wave after the first. */
function partsOf(all: Choices, priority: Choices | undefined): Part[] {
  const nobody: Ticked = { base: 0, counts: new Map() };
  const later = [...all.waves].map(([wave, own]) => ({
    all: own,
    priority: priority?.waves.get(wave) ?? nobody,
  }));
  return [{ all, priority: priority ?? nobody }, ...later];
}

/** Whether of those in and out of the priority profiles neither who ticked nor who did not are one to four. */
function isQuartered({ all, priority }: Part, value: string): boolean {
  const [own, ticked] = [priority.counts.get(value) ?? 0, all.counts.get(value) ?? 0];
  return [
    shownPart(own, ticked, smallestGroup),
    shownPart(own, priority.base, smallestGroup),
    shownPart(ticked - own, all.base - priority.base, smallestGroup),
  ].every((told) => told !== null);
}

function shownShare(part: number | null, base: number): number | null {
  return part === null || !mayShowShare(base) ? null : part / base;
}

/** Services expected: by all, and by the profiles the survey gives priority to. */
export function servicesOf(
  questionnaire: Questionnaire,
  responses: readonly Response[],
): { all: Choices; priority: Choices } {
  const isPriority = isPriorityOf(questionnaire);
  const priority = responses.filter(({ answers }) => isPriority(String(answers[roles.profile])));
  return {
    all: choicesOf(responses, roles.services),
    priority: choicesOf(priority, roles.services),
  };
}

/** What holds back those who might come and those who would not, over those of them who answered. */
export function obstaclesOf(responses: readonly Response[]): Choices {
  return choicesOf(responses.filter(isHesitant), roles.obstacles);
}

/** Whether somebody might come, or would not. */
export function isHesitant({ answers }: Pick<Response, "answers">): boolean {
  return ["possible", "non"].includes(String(answers[roles.interest]));
}
