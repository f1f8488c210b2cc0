import { expect, test } from "vitest";
import { decideMembership, type MembershipFacts } from "@/lib/members/memberships/rules";
import type { MembershipState, MembershipVerb } from "@/lib/members/memberships/schema";

const at = new Date("2026-06-15T06:00:00Z");
const daysAgo = (days: number) => new Date(at.getTime() - days * 86_400_000);

const was = (state: MembershipState, over: Partial<MembershipFacts> = {}): MembershipFacts => ({
  state,
  personId: "jeanne",
  decidedAt: daysAgo(10),
  decidedBy: "host",
  ...over,
});

test("whoever never asked may ask, and nothing else can be said of them", () => {
  expect(decideMembership("request", null, at)).toEqual({ state: "requested", isSame: false });
  for (const verb of ["accept", "decline", "end", "leave", "withdraw", "undo"] as const) {
    expect(decideMembership(verb, null, at)).toBe("not_possible_now");
  }
});

test.each<[MembershipVerb, MembershipState, MembershipState]>([
  ["request", "declined", "requested"],
  ["request", "ended", "requested"],
  ["withdraw", "requested", "ended"],
  ["leave", "active", "ended"],
  ["accept", "requested", "active"],
  ["decline", "requested", "declined"],
  ["end", "active", "ended"],
  ["undo", "declined", "requested"],
  ["undo", "ended", "active"],
])("%s of what was %s makes it %s", (verb, before, after) => {
  expect(decideMembership(verb, was(before), at)).toEqual({ state: after, isSame: false });
});

test.each<[MembershipVerb, MembershipState]>([
  ["request", "requested"],
  ["request", "active"],
  ["accept", "active"],
  ["decline", "declined"],
  ["end", "ended"],
  ["leave", "ended"],
])("%s of what is %s already is the same as once", (verb, before) => {
  expect(decideMembership(verb, was(before), at)).toEqual({ state: before, isSame: true });
});

test.each<[MembershipVerb, MembershipState]>([
  ["accept", "declined"],
  ["accept", "ended"],
  ["decline", "active"],
  ["end", "requested"],
  ["withdraw", "active"],
  ["undo", "active"],
  ["undo", "requested"],
])("%s of what is %s is not possible now", (verb, before) => {
  expect(decideMembership(verb, was(before), at)).toBe("not_possible_now");
});

test("after a « no », one asks again a week later and not before", () => {
  const soon = was("declined", { decidedAt: daysAgo(6) });
  expect(decideMembership("request", soon, at)).toBe("declined_recently");
  const later = was("declined", { decidedAt: daysAgo(7) });
  expect(decideMembership("request", later, at)).toMatchObject({ state: "requested" });
});

test("whoever left by themselves is not brought back by a host", () => {
  const left = was("ended", { decidedBy: "jeanne" });
  expect(decideMembership("undo", left, at)).toBe("not_possible_now");
});
