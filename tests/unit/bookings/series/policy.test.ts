import { expect, test } from "vitest";
import { canChangeSeries, canSeeSeries, canTakeForSeries } from "@/lib/bookings/series/policy";
import { type Actor, anonymous, type Grant, systemActor } from "@/lib/core/actor";

const person = (personId: string, grants: Grant[] = []): Actor => ({
  kind: "person",
  personId,
  email: null,
  name: null,
  locale: "fr",
  grants,
});
const series = { personId: "member", spaceId: "here" };

test.each([
  ["its member", person("member"), true],
  ["a host of the space", person("host", [{ role: "host", spaceId: "here" }]), true],
  ["a host of another space", person("host", [{ role: "host", spaceId: "there" }]), false],
  ["an admin", person("admin", [{ role: "admin", spaceId: null }]), true],
  ["staff", person("staff", [{ role: "staff", spaceId: null }]), false],
  ["the system", systemActor("test"), true],
  ["another member", person("other"), false],
  ["a visitor", anonymous, false],
])("%s: may see, change and take for a series", (_name, actor, may) => {
  expect([
    canSeeSeries(actor, series),
    canChangeSeries(actor, series),
    canTakeForSeries(actor, series),
  ]).toEqual([may, may, may]);
});
