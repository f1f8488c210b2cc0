import { describe, expect, test } from "vitest";
import {
  conditionIn,
  conditionOf,
  conditionOfLines,
  linesOfCondition,
  withCondition,
  withLineAdded,
  withLineRemoved,
  withLinesJoined,
} from "@/lib/surveys/edits/conditions/rules";
import type { Condition } from "@/lib/surveys/questionnaires/schema";
import { aQuestion, aQuestionnaire } from "@/tests/support/questionnaires";

const yes = { q: "a", in: ["yes"] };
const answered = { q: "b", answered: true as const };
const asked = aQuestionnaire([aQuestion("a"), aQuestion("b"), aQuestion("c")]);
const target = { question: "c" };

describe("a condition is lines of a form", () => {
  test.each<[string, Condition | undefined]>([
    ["none", undefined],
    ["one", yes],
    ["all of them", { all: [yes, answered] }],
    ["any of them", { any: [yes, answered] }],
  ])("%s, read and said again", (_name, condition) => {
    const lines = linesOfCondition(condition);
    expect(lines && conditionOfLines(lines)).toEqual(condition);
  });

  test("but not one that stands in another", () => {
    expect(linesOfCondition({ not: yes })).toBeNull();
    expect(linesOfCondition({ all: [yes, { any: [answered] }] })).toBeNull();
  });

  test("one line, a second, joined otherwise, then taken away", () => {
    const one = withLineAdded(asked, { kind: "line_added", target, leaf: yes });
    if (!one.ok) throw new Error(one.refusal);
    expect(conditionOf(one.value, target)).toEqual(yes);
    const two = withLineAdded(one.value, { kind: "line_added", target, leaf: answered });
    if (!two.ok) throw new Error(two.refusal);
    expect(conditionOf(two.value, target)).toEqual({ all: [yes, answered] });
    const any = withLinesJoined(two.value, { kind: "lines_joined", target, how: "any" });
    if (!any.ok) throw new Error(any.refusal);
    expect(conditionOf(any.value, target)).toEqual({ any: [yes, answered] });
    const less = withLineRemoved(any.value, { kind: "line_removed", target, index: 0 });
    if (!less.ok) throw new Error(less.refusal);
    expect(conditionOf(less.value, target)).toEqual(answered);
    const none = withLineRemoved(less.value, { kind: "line_removed", target, index: 0 });
    expect(none).toEqual({ ok: true, value: asked });
  });

  test("twenty lines at most", () => {
    const condition = { all: Array.from({ length: 20 }, () => yes) };
    const full = withCondition(asked, target, condition);
    if (!full.ok) throw new Error(full.refusal);
    expect(withLineAdded(full.value, { kind: "line_added", target, leaf: yes })).toEqual({
      ok: false,
      refusal: "too_many",
    });
  });
});

test("a group has a condition too", () => {
  const shown = withCondition(asked, { section: "only" }, yes);
  expect(shown.ok && shown.value.sections[0]?.showIf).toEqual(yes);
  expect(withCondition(asked, { section: "more" }, yes)).toEqual({ ok: false, refusal: "gone" });
});

describe("a condition written", () => {
  test("in the grammar of the file is read, however it is nested", () => {
    const nested = { any: [{ not: yes }, { all: [answered, { q: "a", gte: 3 }] }] };
    expect(conditionIn(JSON.stringify(nested))).toEqual(nested);
  });

  test.each([
    "",
    "a in (yes)",
    "{",
    "null",
    '{"q":"a"}',
    '{"q":"a","in":[]}',
    '{"all":[]}',
    '{"q":"a","in":["yes"],"or":1}',
    `${'{"not":'.repeat(300)}1${"}".repeat(300)}`,
  ])("otherwise is not: %s", (text) => {
    expect(conditionIn(text)).toBeNull();
  });
});
