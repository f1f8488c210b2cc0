import { describe, expect, test } from "vitest";
import { linesOf, listsOf, weightsIn, withListChanged } from "@/lib/surveys/edits/lists/rules";
import type { EditOf, ListName } from "@/lib/surveys/edits/schema";
import { questionOf } from "@/lib/surveys/questionnaires/rules";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { aQuestion, aQuestionnaire, surveyOfTheValley } from "@/tests/support/questionnaires";

const asked = aQuestionnaire([aQuestion("a")]);
const words = (text: string) => ({ fr: text, en: text });
type Change = Partial<EditOf<"list_changed">>;

function changed(change: Change, of: Questionnaire = asked, list: ListName = "options") {
  const question = change.question ?? "a";
  const edit = { kind: "list_changed" as const, items: [], ...change, question, list };
  const decided = withListChanged(of, edit);
  if (!decided.ok) return decided.refusal;
  const read = questionOf(decided.value, question);
  return read ? linesOf(read, list) : [];
}

describe("the options of a question", () => {
  test("are said anew, each keeping the name its answers are stored under", () => {
    const items = [{ value: "yes", label: { fr: "Volontiers", en: "Gladly" }, exclusive: true }];
    expect(changed({ items })).toEqual([
      { value: "yes", label: { fr: "Volontiers", en: "Gladly" }, exclusive: true },
      { value: "no", label: words("no") },
    ]);
  });

  test("have one more, with a name of its own", () => {
    expect(changed({ added: { fr: "Ça dépend…", en: "It depends…" } })).toMatchObject([
      { value: "yes" },
      { value: "no" },
      { value: "ca_depend", label: { fr: "Ça dépend…" } },
    ]);
    expect(changed({ added: words("No") })).toMatchObject([{}, {}, { value: "no_2" }]);
  });

  test("change places, and are taken away down to two", () => {
    expect(changed({ after: { value: "no", what: "up" } })).toMatchObject([
      { value: "no" },
      { value: "yes" },
    ]);
    expect(changed({ after: { value: "no", what: "remove" } })).toBe("too_few_items");
    const more = changed({ added: words("Never"), after: { value: "no", what: "remove" } });
    expect(more).toMatchObject([{ value: "yes" }, { value: "never" }]);
  });

  test("are sixty at most", () => {
    const options = Array.from({ length: 60 }, (_, index) => ({
      value: `o${index}`,
      label: words("x"),
    }));
    expect(changed({ added: words("x") }, aQuestionnaire([aQuestion("a", { options })]))).toBe(
      "too_many",
    );
  });

  test("carry figures the diagnosis counts with, within what they may be", () => {
    const valley = surveyOfTheValley();
    const interest = questionOf(valley, "interet");
    expect(interest && weightsIn(linesOf(interest, "options"))).toEqual(["intentWeight"]);
    const item = { value: "certain", label: words("Certain") };
    const say = (intentWeight: number) =>
      changed({ question: "interet", items: [{ ...item, weights: { intentWeight } }] }, valley);
    expect(say(0.9)).toMatchObject([{ value: "certain", intentWeight: 0.9 }, {}, {}, {}]);
    expect(say(1.5)).toBe("impossible_weight");
  });
});

describe("the lines of a grid and of a scale", () => {
  const valley = surveyOfTheValley();

  test("are two lists each", () => {
    const names = ["creneaux", "equipements", "profil", "commentaire"].map((id) => {
      const question = questionOf(valley, id);
      return question ? listsOf(question) : null;
    });
    expect(names).toEqual([["rows", "columns"], ["rows", "scale"], ["options"], []]);
  });

  test("one more step of a scale counts more than the last", () => {
    const steps = changed({ question: "equipements", added: words("Vital") }, valley, "scale");
    if (typeof steps === "string") throw new Error(steps);
    const scores = steps.map(({ score = 0 }) => score);
    expect(scores.at(-1)).toBe(Math.max(...scores.slice(0, -1)) + 1);
  });
});
