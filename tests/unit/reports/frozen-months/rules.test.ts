import { expect, test } from "vitest";
import { firstMonthWithPeople } from "@/lib/reports/frozen-months/rules";
import { monthInput } from "@/lib/reports/schema";

test("the running month and the twelve before it have their people, no older one", () => {
  expect(firstMonthWithPeople(monthInput.parse("2026-11"))).toBe("2025-11");
  expect(firstMonthWithPeople(monthInput.parse("2027-01"))).toBe("2026-01");
});
