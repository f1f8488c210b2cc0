import { expect, test } from "vitest";
import { anonymous, type Grant, type PersonActor, systemActor } from "@/lib/core/actor";
import { canHearOf, canManageWebhook } from "@/lib/notifications/webhooks/policy";

const person = (grants: Grant[] = []): PersonActor => ({
  ...{ kind: "person", personId: "p", email: null, name: null, locale: "fr" },
  grants,
});
const host = person([{ role: "host", spaceId: "s" }]);
const staff = person([{ role: "staff", spaceId: null }]);
const admin = person([{ role: "admin", spaceId: null }]);

test("anybody signed in hears of their own bookings, only hosts and admins of a space's", () => {
  expect([person(), host, staff, admin].map((actor) => canHearOf(actor, null))).toEqual([
    ...[true, true, true, true],
  ]);
  expect([person(), host, staff, admin].map((actor) => canHearOf(actor, "s"))).toEqual([
    ...[false, true, false, true],
  ]);
  expect(canHearOf(host, "other")).toBe(false);
  expect(canHearOf(anonymous, null)).toBe(false);
  expect(canHearOf(systemActor("worker"), null)).toBe(false);
});

test("one manages one's own address, and those of a space one hosts", () => {
  const own = { personId: "p", spaceId: null };
  const ofSpace = { personId: null, spaceId: "s" };
  expect(canManageWebhook(person(), own)).toBe(true);
  expect(canManageWebhook(person(), { personId: "q", spaceId: null })).toBe(false);
  expect(canManageWebhook(person(), ofSpace)).toBe(false);
  expect(canManageWebhook(host, ofSpace)).toBe(true);
  expect(canManageWebhook(anonymous, own)).toBe(false);
});
