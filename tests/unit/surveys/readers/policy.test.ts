import { expect, test } from "vitest";
import { type Actor, anonymous, type Grant, systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { canNameReaders, canReadAnswers, isReading } from "@/lib/surveys/readers/policy";

const today = day("2026-07-10");
const actor = (...grants: Grant[]): Actor => ({
  kind: "person",
  personId: "p",
  email: null,
  name: null,
  locale: "fr",
  grants,
});
const staff = actor({ role: "staff", spaceId: null });
const admin = actor({ role: "admin", spaceId: null });
const reads = { endsOn: today, revokedAt: null };

test("only an administrator names those who read answers", () => {
  expect(canNameReaders(admin)).toBe(true);
  for (const other of [
    staff,
    actor({ role: "host", spaceId: "s" }),
    anonymous,
    systemActor("job"),
  ]) {
    expect(canNameReaders(other)).toBe(false);
  }
});

test("whoever is named reads, to the end of the last day, and no role replaces it", () => {
  expect(canReadAnswers(staff, [reads], today)).toBe(true);
  expect(canReadAnswers(staff, [reads], day("2026-07-11"))).toBe(false);
  expect(canReadAnswers(staff, [], today)).toBe(false);
  expect(canReadAnswers(admin, [], today)).toBe(false);
});

test("somebody who is no longer of the staff reads nothing, named or not", () => {
  expect(canReadAnswers(actor(), [reads], today)).toBe(false);
  expect(canReadAnswers(anonymous, [reads], today)).toBe(false);
});

test("what was withdrawn holds no more", () => {
  expect(isReading({ ...reads, revokedAt: new Date("2026-07-01") }, today)).toBe(false);
});
