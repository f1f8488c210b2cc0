import { expect, test } from "vitest";
import { type Actor, anonymous, systemActor } from "@/lib/core/actor";
import { canEditAd, canSeeAnyAd, canUseAds } from "@/lib/members/ads/policy";

const person = (personId: string, role?: "host" | "staff" | "admin"): Actor => ({
  kind: "person",
  personId,
  email: null,
  name: null,
  locale: "fr",
  grants: role ? [{ role, spaceId: null }] : [],
});
const ad = { personId: "author" };

test("members use ads; visitors and jobs do not", () => {
  expect([person("a"), anonymous, systemActor("job")].map(canUseAds)).toEqual([true, false, false]);
});

test("only its author changes an ad: staff and an admin do not either", () => {
  const actors = [
    person("author"),
    person("a"),
    person("b", "staff"),
    person("c", "admin"),
    anonymous,
  ];
  expect(actors.map((actor) => canEditAd(actor, ad))).toEqual([true, false, false, false, false]);
});

test("staff alone read an ad that is no longer shown", () => {
  const actors = [
    person("a", "staff"),
    person("b", "admin"),
    person("c", "host"),
    person("d"),
    anonymous,
  ];
  expect(actors.map(canSeeAnyAd)).toEqual([true, true, false, false, false]);
});
