import { holds, leavesOf, questionsOf } from "../../conditions/rules";
import type {
  Answer,
  Answers,
  Condition,
  Question,
  Questionnaire,
} from "../../questionnaires/schema";

/** Everybody who is at the same place with the same answers, of those that still decide something. */
type Walker = { answers: Answers; shortest: Question[]; longest: Question[]; isInside: boolean };

/** Every way through a questionnaire, walked together. */
export type Walks = {
  /** The questions asked of whoever is asked the fewest, and the most. */
  shortest: Question[];
  longest: Question[];
  /** Asked of nobody, whatever is answered. */
  neverAsked: Question[];
  /** Not asked of somebody. */
  notAlways: Question[];
  /** False where it branches more than can be followed: nothing is then known to be never asked. */
  isWhole: boolean;
};

type Step = { question: Question; isFirst: boolean; sectionShowIf: Condition | undefined };

/** More different situations than this at one question, and nobody could follow either. */
const mostWalkers = 5_000;

/**
 * Walks a questionnaire in every way that answers can lead: at each question whoever has given different
 * answers that still decide something walks on apart, the others together.
 */
export function walksOf(questionnaire: Questionnaire): Walks {
  const steps = stepsOf(questionnaire);
  const leaves = steps.flatMap(({ question, isFirst, sectionShowIf }) =>
    [isFirst ? sectionShowIf : undefined, question.showIf].flatMap(leavesOf),
  );
  const seen = { neverAsked: [] as Question[], notAlways: [] as Question[], isWhole: true };
  let walkers: Walker[] = [{ answers: {}, shortest: [], longest: [], isInside: true }];
  for (const [index, step] of steps.entries()) {
    const entering = walkers.map((walker) => entered(walker, step));
    const asked = entering.filter((walker) => isAsked(walker, step.question));
    if (asked.length === 0) seen.neverAsked.push(step.question);
    if (asked.length < entering.length) seen.notAlways.push(step.question);
    const wanted = wantedAfter(steps, index);
    const answers = wanted.has(step.question.id) ? alikesOf(step.question, leaves) : [undefined];
    const next = entering.flatMap((walker) =>
      asked.includes(walker)
        ? answers.map((answer) => given(walker, step.question, answer))
        : walker,
    );
    walkers = together(next, wanted);
    if (walkers.length > mostWalkers) {
      walkers = walkers.slice(0, mostWalkers);
      seen.isWhole = false;
    }
  }
  const shortest = walkers.reduce(
    (best, { shortest: own }) => fewer(best, own),
    steps.map(askedIn),
  );
  const longest = walkers.reduce<Question[]>((best, { longest: own }) => more(best, own), []);
  return { ...seen, shortest, longest };
}

function stepsOf({ sections }: Questionnaire): Step[] {
  return sections.flatMap(({ showIf, questions }) =>
    questions.map((question, index) => ({ question, isFirst: index === 0, sectionShowIf: showIf })),
  );
}

function askedIn({ question }: Step): Question {
  return question;
}

/** Whether a group is asked is known at its first question. */
function entered(walker: Walker, { isFirst, sectionShowIf }: Step): Walker {
  return isFirst ? { ...walker, isInside: holds(sectionShowIf, walker.answers) } : walker;
}

function isAsked({ isInside, answers }: Walker, { showIf }: Question): boolean {
  return isInside && holds(showIf, answers);
}

function given(walker: Walker, question: Question, answer: Answer | undefined): Walker {
  return {
    ...walker,
    answers: answer === undefined ? walker.answers : { ...walker.answers, [question.id]: answer },
    shortest: [...walker.shortest, question],
    longest: [...walker.longest, question],
  };
}

/** Questions that what comes after a step still looks at. */
function wantedAfter(steps: readonly Step[], index: number): Set<string> {
  return new Set(
    steps
      .slice(index + 1)
      .flatMap(({ question, isFirst, sectionShowIf }) => [
        ...questionsOf(isFirst ? sectionShowIf : undefined),
        ...questionsOf(question.showIf),
      ]),
  );
}

/** Those whom nothing that comes can tell apart walk on as one. */
function together(walkers: readonly Walker[], wanted: ReadonlySet<string>): Walker[] {
  const groups = new Map<string, Walker>();
  for (const walker of walkers) {
    const left = Object.entries(walker.answers).filter(([id]) => wanted.has(id));
    const key = JSON.stringify([walker.isInside, left]);
    const met = groups.get(key);
    groups.set(key, {
      ...walker,
      answers: Object.fromEntries(left),
      shortest: met ? fewer(met.shortest, walker.shortest) : walker.shortest,
      longest: met ? more(met.longest, walker.longest) : walker.longest,
    });
  }
  return [...groups.values()];
}

function fewer(one: Question[], other: Question[]): Question[] {
  return other.length < one.length ? other : one;
}

function more(one: Question[], other: Question[]): Question[] {
  return other.length > one.length ? other : one;
}

/** One answer of each sort that the conditions on a question tell apart; none, where it may be left. */
function alikesOf(question: Question, all: readonly Leaf[]): (Answer | undefined)[] {
  const leaves = all.filter(({ q }) => q === question.id);
  const sorts = new Map<string, Answer | undefined>();
  const answers = answersTo(question, leaves);
  for (const answer of question.required ? answers : [undefined, ...answers]) {
    const said = answer === undefined ? {} : { [question.id]: answer };
    sorts.set(leaves.map((leaf) => (holds(leaf, said) ? "1" : "0")).join(""), answer);
  }
  return [...sorts.values()];
}

type Leaf = ReturnType<typeof leavesOf>[number];

function answersTo(question: Question, leaves: readonly Leaf[]): Answer[] {
  switch (question.type) {
    case "single":
      return question.options.map(({ value }) => value);
    case "multi":
      return waysToTick(question);
    case "number": {
      const thresholds = leaves.flatMap((leaf) => ("gte" in leaf ? [leaf.gte] : []));
      const candidates = [question.min, question.max, ...thresholds];
      return candidates.filter((value) => value >= question.min && value <= question.max);
    }
    case "grid":
    case "scale":
    case "communes":
      return [["any"], ...listed(leaves).map((value) => [value])];
    default:
      return ["any", ...listed(leaves)];
  }
}

function listed(leaves: readonly Leaf[]): string[] {
  return leaves.flatMap((leaf) => {
    if ("in" in leaf) return leaf.in;
    return "notIn" in leaf ? leaf.notIn : [];
  });
}

/** One option, any two, and all that go together: what conditions on several choices can tell apart. */
function waysToTick({ options, maxChoices }: Extract<Question, { type: "multi" }>): string[][] {
  const most = maxChoices ?? options.length;
  const single = options.map(({ value }) => [value]);
  const shared = options.flatMap(({ value, exclusive }) => (exclusive ? [] : [value]));
  if (most < 2) return single;
  const pairs = shared.flatMap((one, index) => shared.slice(index + 1).map((two) => [one, two]));
  return [...single, ...pairs, ...(shared.length > 0 && shared.length <= most ? [shared] : [])];
}
