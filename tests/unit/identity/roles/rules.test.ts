import { expect, test } from "vitest";
import { decideWithdrawal } from "@/lib/identity/roles/rules";

test("the last admin stays, whoever asks; of two, one may go", () => {
  expect(decideWithdrawal("admin", 1)).toBe("last_admin");
  expect(decideWithdrawal("admin", 0)).toBe("last_admin");
  expect(decideWithdrawal("admin", 2)).toBeNull();
});

test("hosts and staff may all go", () => {
  expect(decideWithdrawal("host", 1)).toBeNull();
  expect(decideWithdrawal("staff", 0)).toBeNull();
});
