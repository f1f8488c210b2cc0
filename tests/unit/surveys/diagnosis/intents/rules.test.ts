import { expect, test } from "vitest";
import {
  intentsTogether,
  withHeldIntents,
  withoutDominating,
} from "@/lib/surveys/diagnosis/intents/rules";
import { surveyOfTheValley } from "@/tests/support/questionnaires";

const survey = surveyOfTheValley();
const people = (count: number, intent: string, intentWeight: number, days = 1) =>
  Array.from({ length: count }, () => ({ intent, intentWeight, days }));
const held = (...groups: ReturnType<typeof people>[]) =>
  withHeldIntents(survey, groups.flat(), ({ days }) => days);
const groupsOf = (told: ReturnType<typeof held>) =>
  Object.fromEntries(
    [...Map.groupBy(told, ({ intent }) => intent)].map(([intent, own]) => [
      intent,
      [own.length, ...new Set(own.map(({ intentWeight }) => intentWeight))],
    ]),
  );

test("intents of enough people keep their own weight", () => {
  expect(groupsOf(held(people(10, "certain", 0.6), people(20, "probable", 0.3)))).toEqual({
    certain: [10, 0.6],
    probable: [20, 0.3],
  });
});

test("the few of an intent weigh as the next, so that no weight is theirs alone", () => {
  const told = held(people(2, "certain", 1), people(9, "probable", 0), people(5, "possible", 0));
  expect(groupsOf(told)).toEqual({ "certain probable": [11, 0], possible: [5, 0] });
});

test("so do those of whom one is nearly all, whatever their number", () => {
  const told = held(
    people(9, "certain", 1),
    people(1, "certain", 1, 900),
    people(9, "probable", 0.3),
  );
  expect(Object.keys(groupsOf(told))).toEqual(["certain probable"]);
});

test("those who count only when supposed to are apart, and left out where they are few", () => {
  const interested = people(10, "certain", 0.6);
  expect(held(interested, people(3, "non", 0.1))).toHaveLength(10);
  expect(groupsOf(held(interested, people(6, "non", 0.1)))).toEqual({
    certain: [10, 0.6],
    non: [6, 0.1],
  });
});

const without = (...groups: ReturnType<typeof people>[]) =>
  withoutDominating(survey, groups.flat(), ({ days }) => days);

test("one who is nearly all of an intent is left aside, and so is the next", () => {
  const others = [people(9, "certain", 0.6), people(20, "probable", 0.3)];
  const [firm, next] = [people(1, "certain", 0.6, 900), people(1, "certain", 0.6, 60)];
  expect(without(...others)).toEqual(others.flat());
  expect(without(...others, firm, next)).toEqual(others.flat());
});

test("small intents are put together first: one of few is no reason to be left aside", () => {
  const few = [people(1, "certain", 0.6, 20), people(20, "probable", 0.3, 10)];
  expect(without(...few)).toEqual(few.flat());
  const tooFew = [people(3, "certain", 0.6), people(1, "certain", 0.6, 900)];
  expect(without(...tooFew)).toEqual(tooFew.flat());
});

test("a day less than nothing weighs as much as one more", () => {
  const others = people(9, "certain", 0.6);
  expect(without(others, people(1, "certain", 0.6, -900))).toEqual(others);
});

test("what was put together is named, the intents of enough people are not", () => {
  const told = held(people(2, "certain", 1), people(9, "probable", 0), people(5, "possible", 0));
  expect(intentsTogether(told)).toEqual([["certain", "probable"]]);
  expect(intentsTogether(people(9, "certain", 1))).toEqual([]);
});
