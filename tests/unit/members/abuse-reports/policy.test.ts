import { expect, test } from "vitest";
import { type Actor, anonymous, type Grant, systemActor } from "@/lib/core/actor";
import {
  canHandleReport,
  canListReports,
  canSeeReporter,
} from "@/lib/members/abuse-reports/policy";

const person = (personId: string, ...grants: Grant[]): Actor => ({
  kind: "person",
  personId,
  email: null,
  name: null,
  locale: "fr",
  grants,
});
const host = (spaceId: string): Grant => ({ role: "host", spaceId });
const staff: Grant = { role: "staff", spaceId: null };
const admin: Grant = { role: "admin", spaceId: null };

test("a report is handled by the hosts of its spaces and by staff, by nobody else", () => {
  const report = { personId: "reported", spaceIds: ["here", "there"] };
  const may = [
    person("a", host("here")),
    person("b", host("there")),
    person("c", staff),
    person("d", admin),
  ];
  const mayNot = [person("e", host("elsewhere")), person("f"), anonymous, systemActor("job")];
  expect(may.every((actor) => canHandleReport(actor, report))).toBe(true);
  expect(mayNot.some((actor) => canHandleReport(actor, report))).toBe(false);
});

test("nobody handles a report about themselves, a host and staff neither", () => {
  const report = { personId: "reported", spaceIds: ["here"] };
  expect(canHandleReport(person("reported", host("here")), report)).toBe(false);
  expect(canHandleReport(person("reported", staff), report)).toBe(false);
});

test("hosts list the reports of their space, staff those of all", () => {
  expect(canListReports(person("a", host("here")), "here")).toBe(true);
  expect(canListReports(person("a", host("here")), "elsewhere")).toBe(false);
  expect(canListReports(person("a", host("here")), null)).toBe(false);
  expect(canListReports(person("b", staff), null)).toBe(true);
  expect(canListReports(person("b"), "here")).toBe(false);
});

test("who told of something is said to staff, not to hosts", () => {
  expect(canSeeReporter(person("a", staff))).toBe(true);
  expect(canSeeReporter(person("b", host("here")))).toBe(false);
});
