import { expect, test } from "vitest";
import { columnsOf, makesParts } from "@/lib/surveys/figures/columns/rules";
import { aQuestion, aQuestionnaire, aResponse } from "@/tests/support/questionnaires";

const scale = aQuestion("scale", {
  type: "scale",
  rows: ["desk", "lamp"].map((value) => ({ value, label: { fr: value, en: value } })),
  scale: [
    { value: "low", score: 1, label: { fr: "bas", en: "low" } },
    { value: "high", score: 3, label: { fr: "haut", en: "high" } },
  ],
});
const questionnaire = aQuestionnaire([
  aQuestion("a"),
  aQuestion("b", { type: "multi", showIf: { q: "a", in: ["yes"] } }),
  scale,
  aQuestion("words", { type: "text", maxLength: 100 }),
]);

const responses = [
  aResponse({ a: "yes", b: ["yes", "no"], scale: ["desk:high", "lamp:low"] }),
  aResponse({ a: "no", words: "something" }, { wave: 1 }),
  aResponse({ a: "yes", scale: ["lamp:high"] }, { wave: 1 }),
  aResponse({}),
];
const columns = columnsOf(questionnaire, responses);

test("there is a column for each question that has a table, in their order", () => {
  expect([...columns.keys()]).toEqual(["a", "b", "scale"]);
  expect([...columns.values()].map(({ question }) => makesParts(question))).toEqual([
    true,
    false,
    false,
  ]);
});

test("a single choice puts each respondent in one part, in their order, and so does silence", () => {
  const column = columns.get("a");
  expect(column?.parts).toEqual(["yes", "no", "yes", ""]);
  expect(Object.fromEntries(column?.tallies.all.counts ?? [])).toEqual({ yes: 2, no: 1, "": 1 });
  expect(column?.tallies.waves.get(1)?.counts).toEqual(new Map(Object.entries({ no: 1, yes: 1 })));
});

test("ticks are of those who answered, and a question that hangs on another knows whom it was put to", () => {
  const column = columns.get("b");
  expect(column?.gates).toEqual(["a"]);
  expect(column?.asked).toEqual([true, false, true, false]);
  expect(column?.parts).toEqual([]);
  expect(column?.tallies.all).toMatchObject({ whole: 4, answered: 1 });
  expect(columns.get("a")?.asked).toEqual([]);
});

test("of a scale, the rows given its highest mark are counted", () => {
  const { all } = columns.get("scale")?.tallies ?? {};
  expect(all).toMatchObject({ whole: 4, answered: 2 });
  expect(Object.fromEntries(all?.counts ?? [])).toEqual({ desk: 1, lamp: 1 });
});
