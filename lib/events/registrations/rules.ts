import { hasLapsed } from "../offers/rules";
import type { Question } from "../schema";
import type { Problem, RegistrationState } from "./schema";

/** Mailboxes of one provider that reads no dot and nothing after a plus sign. */
const dotless = ["gmail.com", "googlemail.com"];

/**
 * A mail address as one mailbox is one: in lower case, and where the provider reads neither dots nor what
 * follows a plus sign, without them. Written to never, compared only.
 */
export function emailKey(email: string): string {
  const whole = email.trim().toLowerCase();
  const at = whole.lastIndexOf("@");
  const [local, domain] = [whole.slice(0, at), whole.slice(at + 1)];
  if (at < 0 || !dotless.includes(domain)) return whole;
  return `${local.split("+")[0]?.replaceAll(".", "")}@gmail.com`;
}

/** How many people may wait for seats: as many as there are seats, twenty at least. */
export function mostWaiting(capacity: number): number {
  return Math.max(20, capacity);
}

export type Wish = { quantity: number; mayWait: boolean };
export type Room = {
  /** Infinite when nobody counts. */
  capacity: number;
  left: number;
  /** People in the line. */
  waiting: number;
};

/**
 * What somebody new gets: seats for all their people or none, else a place in the line where they would
 * rather wait than come with fewer. Refuses `full`, `too_many` and, the line being bounded, `line_full`.
 */
export function decideSeats(
  { quantity, mayWait }: Wish,
  { capacity, left, waiting }: Room,
): "confirmed" | "waiting" | "full" | "too_many" | "line_full" {
  if (quantity <= left) return "confirmed";
  if (!mayWait) return left > 0 ? "too_many" : "full";
  // More people than there are seats at all would wait in vain.
  if (quantity > capacity) return "too_many";
  return waiting + quantity > mostWaiting(capacity) ? "line_full" : "waiting";
}

const longestAnswer = 500;

type Asked = { questions: readonly Question[]; asksNames: boolean; mostPeople: number };
type Said = {
  quantity: number;
  /** By position: 1 is the second person. */
  names: Readonly<Record<number, string>>;
  /** As sent, by the id of the question. */
  answers: Readonly<Record<string, string>>;
};

/**
 * What is missing or wrong in what somebody said of themselves and of those they bring, by the name of the
 * field. `lenient`: a host writes down what they are told, nothing is required.
 */
export function problemsOf(asked: Asked, said: Said, lenient = false): Problem[] {
  const { quantity, names, answers } = said;
  const problems: Problem[] = [];
  if (quantity > asked.mostPeople) {
    problems.push({ field: "quantity", problem: "atMost", most: asked.mostPeople });
  }
  const unnamed = asked.asksNames && !lenient ? others(quantity).filter((at) => !names[at]) : [];
  for (const position of unnamed.slice(0, asked.mostPeople - 1)) {
    problems.push({ field: `name-${position + 1}`, problem: "required" });
  }
  for (const question of asked.questions) {
    const problem = answerProblem(question, answers[question.id] ?? "", lenient);
    if (problem) problems.push({ field: `q-${question.id}`, problem });
  }
  return problems;
}

function answerProblem(question: Question, answer: string, lenient: boolean) {
  if (answer === "") return question.required && !lenient ? "required" : null;
  if (question.kind === "text") return answer.length > longestAnswer ? "tooLong" : null;
  const options = question.kind === "choice" ? question.options : ["yes", "no"];
  return options.includes(answer) ? null : "invalidValue";
}

/** Answers to what is asked, and to nothing else. */
export function answersKept(
  questions: readonly Question[],
  answers: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    questions.flatMap(({ id }) => (answers[id] ? [[id, answers[id]] as const] : [])),
  );
}

/** Positions of those who come with whoever registers. */
function others(quantity: number): number[] {
  return Array.from({ length: Math.max(0, quantity - 1) }, (_, index) => index + 1);
}

/** People of a new registration, by position; nobody but the first is named where no name is asked. */
export function peopleOf(
  name: string,
  { quantity, names, asksNames }: Pick<Said, "quantity" | "names"> & { asksNames: boolean },
): { position: number; name: string | null }[] {
  const more = others(quantity).map((position) => ({
    position,
    name: asksNames ? (names[position] ?? null) : null,
  }));
  return [{ position: 0, name }, ...more];
}

/**
 * Who goes and which positions come when a registration of these positions is of `quantity` people: the
 * last ones go; newcomers take the first positions left, that of whoever registered (0) when there is no
 * other. Whoever stays keeps theirs, and their tick.
 */
export function repositioned(
  positions: readonly number[],
  quantity: number,
): { gone: number[]; come: number[] } {
  const sorted = [...positions].sort((a, b) => a - b);
  const free = [...others(20), 0].filter((at) => !sorted.includes(at));
  return {
    gone: sorted.slice(quantity),
    come: free.slice(0, Math.max(0, quantity - sorted.length)),
  };
}

/** How a registration stands at that instant, whatever its row still says (`hasLapsed`). */
export function stateAt(
  row: { state: RegistrationState; offerUntil: Date | null },
  event: { startsAt: Date },
  at: Date,
): RegistrationState {
  return hasLapsed(row, event, at) ? "lapsed" : row.state;
}
