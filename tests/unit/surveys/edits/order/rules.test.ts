import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moved, withQuestionMoved, withSectionMoved } from "@/lib/surveys/edits/order/rules";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { aQuestion, aQuestionnaire, surveyOfTheValley } from "@/tests/support/questionnaires";

const orderOf = ({ sections }: Questionnaire) =>
  sections.map(({ id, questions }) => [id, ...questions.map((question) => question.id)]);
const valley = surveyOfTheValley();
const questionIds = valley.sections.flatMap(({ questions }) => questions.map(({ id }) => id));
const back = { up: "down", down: "up" } as const;
const by = fc.constantFrom("up" as const, "down" as const);

test("an item moved and moved back is where it was, unless it stood at the end", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), fc.nat(), by, (list, draw, way) => {
      const index = draw % list.length;
      const there = moved(list, index, way);
      expect([...there].sort()).toEqual([...list].sort());
      const at = there.indexOf(list[index] ?? -1);
      if (at !== index) expect(moved(there, at, back[way])).toEqual(list);
      else expect(there).toEqual(list);
    }),
  );
});

describe("questions are put in another order", () => {
  test("moved up then down, or down then up, every question is where it was", () => {
    fc.assert(
      fc.property(fc.constantFrom(...questionIds), by, (id, way) => {
        const there = withQuestionMoved(valley, id, way);
        if (!there.ok || there.value === valley) return;
        expect(orderOf(there.value)).not.toEqual(orderOf(valley));
        const home = withQuestionMoved(there.value, id, back[way]);
        expect(home.ok && orderOf(home.value)).toEqual(orderOf(valley));
      }),
    );
  });

  test("from the end of its group a question goes into the next one", () => {
    const two = aQuestionnaire([aQuestion("a"), aQuestion("b")]);
    const [first] = two.sections;
    if (!first) throw new Error("no group");
    const both = {
      ...two,
      sections: [first, { ...first, id: "next", questions: [aQuestion("c")] }],
    };
    const down = withQuestionMoved(both, "b", "down");
    expect(down.ok && orderOf(down.value)).toEqual([
      ["only", "a"],
      ["next", "b", "c"],
    ]);
    expect(withQuestionMoved(both, "c", "up")).toEqual({ ok: false, refusal: "last_question" });
  });

  test("the first goes no further up, the last no further down", () => {
    const [first = "", last = ""] = [questionIds[0], questionIds.at(-1)];
    expect(withQuestionMoved(valley, first, "up")).toEqual({ ok: true, value: valley });
    expect(withQuestionMoved(valley, last, "down")).toEqual({ ok: true, value: valley });
  });
});

test("a group moves with its questions", () => {
  const down = withSectionMoved(valley, "vous", "down");
  expect(down.ok && down.value.sections.map(({ id }) => id).slice(0, 2)).toEqual([
    "aujourdhui",
    "vous",
  ]);
  expect(withSectionMoved(valley, "nowhere", "up")).toEqual({ ok: false, refusal: "gone" });
});
