import { expect, test } from "vitest";
import { type Actor, anonymous, systemActor } from "@/lib/core/actor";
import { canEditNetwork } from "@/lib/privacy/network-settings/policy";

const withRole = (role: "host" | "staff" | "admin", spaceId: string | null = null): Actor => ({
  kind: "person",
  personId: "p",
  email: null,
  name: null,
  locale: "fr",
  grants: [{ role, spaceId }],
});

test("staff and admins say what the network says of itself, nobody else", () => {
  expect([withRole("staff"), withRole("admin"), systemActor("seed")].map(canEditNetwork)).toEqual([
    true,
    true,
    true,
  ]);
  expect([anonymous, withRole("host", "s")].map(canEditNetwork)).toEqual([false, false]);
});
