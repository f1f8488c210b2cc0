import { expect, test } from "vitest";
import { keptUntil, silentSince, warnedBefore } from "@/lib/privacy/inactivity/rules";

const at = new Date("2026-06-15T06:00:00Z");

test("two years of silence, a warning, thirty days", () => {
  expect(silentSince(at)).toEqual(new Date("2024-06-15T06:00:00Z"));
  expect(warnedBefore(at)).toEqual(new Date("2026-05-16T06:00:00Z"));
  expect(warnedBefore(keptUntil(at))).toEqual(at);
});
