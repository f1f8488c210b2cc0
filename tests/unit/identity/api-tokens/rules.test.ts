import { expect, test } from "vitest";
import {
  bearerToken,
  isUseWorthNoting,
  knownScopes,
  tokenExpiry,
} from "@/lib/identity/api-tokens/rules";
import { createTokenInput } from "@/lib/identity/api-tokens/schema";

const at = new Date("2026-06-15T08:00:00Z");

test("a token lives as long as chosen, or until it is revoked", () => {
  expect(tokenExpiry("30", at)).toEqual(new Date("2026-07-15T08:00:00Z"));
  expect(tokenExpiry("none", at)).toBeNull();
});

test.each([
  ["Bearer clot_abc", "clot_abc"],
  ["bearer   abc==", "abc=="],
  ["Basic abc", null],
  ["Bearer", null],
  ["Bearer a b", null],
  ["Bearer \u0000", null],
  [`Bearer ${"a".repeat(300)}`, null],
])("the token of « %s » is %s", (header, token) => {
  expect(bearerToken(header)).toBe(token);
});

test("a use is noted once an hour", () => {
  expect(isUseWorthNoting(null, at)).toBe(true);
  expect(isUseWorthNoting(new Date("2026-06-15T07:30:00Z"), at)).toBe(false);
  expect(isUseWorthNoting(new Date("2026-06-15T07:00:00Z"), at)).toBe(true);
});

test("a scope we no longer know gives nothing", () => {
  expect(knownScopes(["bookings:write", "everything"])).toEqual(["bookings:write"]);
});

test("one box ticked or several, both are lists", () => {
  expect(createTokenInput.parse({ nom: "x", droits: "bookings:read" }).droits).toEqual([
    "bookings:read",
  ]);
  expect(createTokenInput.parse({ nom: "x" }).droits).toEqual([]);
  expect(createTokenInput.safeParse({ nom: "x", droits: "admin" }).success).toBe(false);
});
