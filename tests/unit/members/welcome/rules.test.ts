import { expect, test } from "vitest";
import { isStepDone, isTickedByHost, reordered, type Step } from "@/lib/members/welcome/rules";
import type { WelcomeStepKind } from "@/lib/members/welcome/schema";

const step = (kind: WelcomeStepKind): Step => ({ id: "s", kind, title: null });
const nothing = {
  doneIds: new Set<string>(),
  rulesVersion: 2,
  acceptedVersion: null,
  hasContact: false,
};

test("a newcomer has everything left", () => {
  for (const kind of ["house_rules", "induction", "emergency_contact", "other"] as const) {
    expect(isStepDone(step(kind), nothing)).toBe(false);
  }
});

test("the rules are accepted in their present version: a newer one asks again", () => {
  expect(isStepDone(step("house_rules"), { ...nothing, acceptedVersion: 1 })).toBe(false);
  expect(isStepDone(step("house_rules"), { ...nothing, acceptedVersion: 2 })).toBe(true);
});

test("where no rules are published, there is nothing to accept", () => {
  expect(isStepDone(step("house_rules"), { ...nothing, rulesVersion: null })).toBe(true);
});

test("a contact named, a tick of the host: done", () => {
  expect(isStepDone(step("emergency_contact"), { ...nothing, hasContact: true })).toBe(true);
  expect(isStepDone(step("induction"), { ...nothing, doneIds: new Set(["s"]) })).toBe(true);
  expect(isStepDone(step("other"), { ...nothing, doneIds: new Set(["t"]) })).toBe(false);
});

test("a host ticks visits and the rest, never what only the person can do", () => {
  expect(["induction", "other"].every((kind) => isTickedByHost({ kind } as Step))).toBe(true);
  expect(isTickedByHost(step("house_rules"))).toBe(false);
  expect(isTickedByHost(step("emergency_contact"))).toBe(false);
});

test.each([
  [1, ["c", "a", "b"]],
  [2, ["a", "c", "b"]],
  [3, ["a", "b", "c"]],
  [50, ["a", "b", "c"]],
])("carried to rank %i, a step takes its place and nobody is lost", (rank, order) => {
  expect(reordered(["a", "b", "c"], "c", rank)).toEqual(order);
});
