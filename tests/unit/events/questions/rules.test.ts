import { expect, test } from "vitest";
import type { AskedQuestion } from "@/lib/events/editing/schema";
import { settleQuestions } from "@/lib/events/questions/rules";

const question = (label: string, own: Partial<AskedQuestion> = {}): AskedQuestion => ({
  ...{ id: null, label, kind: "text", options: [], required: false, ...own },
});
const asked = (id: string, label: string, own: Partial<AskedQuestion> = {}) => ({
  ...question(label, own),
  id,
});

const meal = asked("meal", "Un repas ?", { kind: "yes_no" });
const diet = asked("diet", "Un régime ?");

function settle(
  wanted: AskedQuestion[],
  { answered = [], former = [] }: { answered?: string[]; former?: (typeof meal)[] } = {},
) {
  let count = 0;
  const before = { current: [meal, diet], former, answered: new Set(answered) };
  const settled = settleQuestions(wanted, before, () => `new${++count}`);
  return {
    questions: settled.questions.map(({ id, label }) => [id, label]),
    former: settled.formerQuestions.map(({ id }) => id),
  };
}

test("a question nobody has answered keeps its id however it is worded, and leaves nothing when it goes", () => {
  expect(settle([{ ...meal, label: "Un déjeuner ?" }])).toEqual({
    questions: [["meal", "Un déjeuner ?"]],
    former: [],
  });
});

test("answered and worded anew, it is another question; answers stay under the words they were given to", () => {
  expect(settle([{ ...meal, label: "Un panier-repas ?" }, diet], { answered: ["meal"] })).toEqual({
    questions: [
      ["new1", "Un panier-repas ?"],
      ["diet", "Un régime ?"],
    ],
    former: ["meal"],
  });
});

test("another kind of answer is another question, another choice is not", () => {
  const answered = { answered: ["meal"] };
  expect(settle([{ ...meal, kind: "text" }], answered)).toMatchObject({
    questions: [["new1", "Un repas ?"]],
    former: ["meal"],
  });
  const changed = { ...meal, required: true, options: ["Oui", "Peut-être"] };
  expect(settle([changed], answered)).toMatchObject({ questions: [["meal", "Un repas ?"]] });
});

test("taken off the form, an answered question is kept; put back, it has its answers again", () => {
  expect(settle([diet], { answered: ["meal"] }).former).toEqual(["meal"]);
  const lunch = asked("lunch", "Un panier ?");
  expect(
    settle([question("Un panier ?")], { answered: ["lunch", "meal"], former: [lunch] }),
  ).toEqual({ questions: [["lunch", "Un panier ?"]], former: ["meal"] });
});

test("two rows that change places take their answers with them", () => {
  const swapped = [
    { ...diet, id: "meal" },
    { ...meal, id: "diet" },
  ];
  expect(settle(swapped, { answered: ["meal", "diet"] })).toEqual({
    questions: [
      ["diet", "Un régime ?"],
      ["meal", "Un repas ?"],
    ],
    former: [],
  });
});

test("an id that is not one of the event, or is sent twice, is a new question", () => {
  const wanted = [
    question("A", { id: "former" }),
    question("B", { id: "meal" }),
    question("C", { id: "meal" }),
  ];
  const former = [asked("former", "Avant ?")];
  expect(settle(wanted, { answered: ["former"], former })).toEqual({
    questions: [
      ["new1", "A"],
      ["meal", "B"],
      ["new2", "C"],
    ],
    former: ["former"],
  });
});
