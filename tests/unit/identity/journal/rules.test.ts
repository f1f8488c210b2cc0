import { expect, test } from "vitest";
import { type Actor, anonymous, type Grant, systemActor } from "@/lib/core/actor";
import { journalDayStart, viewerRole } from "@/lib/identity/journal/rules";

const somebody = (grants: Grant[]): Actor => ({
  kind: "person",
  personId: "p",
  email: null,
  name: null,
  locale: "fr",
  grants,
});

test("a host sees as host of their own space only, staff see as staff anywhere", () => {
  const host = somebody([{ role: "host", spaceId: "here" }]);
  expect(viewerRole(host, "here")).toBe("host");
  expect(viewerRole(host, "elsewhere")).toBeNull();
  // A page of no space, such as that of organisations: they see it because they host one.
  expect(viewerRole(host, null)).toBe("host");
  for (const role of ["staff", "admin"] as const) {
    expect(viewerRole(somebody([{ role, spaceId: null }]), "here")).toBe("staff");
    expect(viewerRole(somebody([{ role, spaceId: null }]), null)).toBe("staff");
  }
});

test("members, visitors and jobs see nothing as hosts or staff", () => {
  for (const actor of [somebody([]), anonymous, systemActor("worker")]) {
    expect(viewerRole(actor, "here")).toBeNull();
  }
});

test("the day of the journal starts at midnight in the valley, whatever the season", () => {
  expect(journalDayStart(new Date("2026-07-01T22:30:00Z"))).toEqual(
    new Date("2026-07-01T22:00:00Z"),
  );
  expect(journalDayStart(new Date("2026-11-30T22:59:59Z"))).toEqual(
    new Date("2026-11-29T23:00:00Z"),
  );
});
