import { describe, expect, test } from "vitest";
import { holds, mayHold, questionsOf } from "@/lib/surveys/conditions/rules";

const answers = { one: "yes", many: ["a", "b"], number: 3, text: "words" };

describe("when a question is asked", () => {
  test.each([
    [{ q: "one", in: ["yes", "no"] }, true],
    [{ q: "one", in: ["no"] }, false],
    [{ q: "many", in: ["b", "z"] }, true],
    [{ q: "many", in: ["z"] }, false],
    [{ q: "many", notIn: ["b"] }, false],
    [{ q: "many", notIn: ["z"] }, true],
    [{ q: "number", gte: 3 }, true],
    [{ q: "number", gte: 4 }, false],
    [{ q: "one", gte: 0 }, false],
    [{ q: "text", answered: true as const }, true],
  ])("%j is %s", (condition, expected) => {
    expect(holds(condition, answers)).toBe(expected);
  });

  test("what has no answer is in no list, reaches no number, is not answered", () => {
    expect(holds({ q: "none", in: ["yes"] }, answers)).toBe(false);
    expect(holds({ q: "none", gte: 0 }, answers)).toBe(false);
    expect(holds({ q: "none", answered: true }, answers)).toBe(false);
    expect(holds({ q: "none", notIn: ["yes"] }, answers)).toBe(true);
  });

  test("all, any and not combine; no condition always holds", () => {
    const yes = { q: "one", in: ["yes"] };
    const no = { q: "one", in: ["no"] };
    expect(holds({ all: [yes, no] }, answers)).toBe(false);
    expect(holds({ any: [yes, no] }, answers)).toBe(true);
    expect(holds({ not: { any: [no] } }, answers)).toBe(true);
    expect(holds(undefined, answers)).toBe(true);
  });

  test("a condition names each question it looks at once", () => {
    const condition = {
      all: [{ q: "a", gte: 1 }, { not: { q: "b", in: ["x"] } }, { q: "a", gte: 2 }],
    };
    expect(questionsOf(condition)).toEqual(["a", "b"]);
    expect(questionsOf(undefined)).toEqual([]);
  });
});

describe("what may still come to be asked, once open questions are answered", () => {
  const open = new Set(["later"]);
  const yes = { q: "one", in: ["yes"] };
  const no = { q: "one", in: ["no"] };
  const later = { q: "later", gte: 1 };
  test.each([
    [later, true],
    [{ not: later }, true],
    [{ not: { not: later } }, true],
    [{ all: [later, yes] }, true],
    [{ all: [later, no] }, false],
    [{ any: [later, no] }, true],
    [{ any: [no] }, false],
    [{ not: { all: [later, yes] } }, true],
    [{ not: { any: [later, yes] } }, false],
    [{ not: yes }, false],
    [{ not: no }, true],
    [yes, true],
    [no, false],
    [undefined, true],
  ])("%j: %s", (condition, expected) => {
    expect(mayHold(condition, answers, open)).toBe(expected);
  });

  test("with nothing open, what may hold is what holds", () => {
    for (const condition of [yes, no, later, { not: later }, { all: [yes, no] }]) {
      expect(mayHold(condition, answers, new Set())).toBe(holds(condition, answers));
    }
  });
});
