import { expect, test } from "vitest";
import {
  codeAlphabet,
  codeExpiry,
  isCodeGood,
  readCode,
  spacedCode,
} from "@/lib/members/codes/rules";

test.each(["ABCD2345", "abcd2345", "ABCD-2345", " abcd 2345 ", "ABCD–2345", "A B C D 2 3 4 5"])(
  "« %s » is the same code however it is typed",
  (typed) => {
    expect(readCode(typed)).toBe("ABCD2345");
  },
);

test.each([
  "",
  "ABCD234",
  "ABCD23456",
  "ABCD234O",
  "ABCD2341",
  "ABCD'; --",
  "ÀBCD2345",
  "😀😀😀😀",
])("« %s » is no code", (typed) => {
  expect(readCode(typed)).toBeNull();
});

test("no sign is taken for another on paper", () => {
  for (const sign of "01OILUV".replace("V", "")) expect(codeAlphabet).not.toContain(sign);
  expect(new Set(codeAlphabet).size).toBe(codeAlphabet.length);
});

test("it is printed in two halves", () => {
  expect(spacedCode("ABCD2345")).toBe("ABCD-2345");
});

test("good until its instant, once, unless taken back", () => {
  const at = new Date("2026-06-15T06:00:00Z");
  const expiresAt = codeExpiry(at, 14);
  const good = { expiresAt, usedAt: null };
  expect(isCodeGood(good, at)).toBe(true);
  expect(isCodeGood(good, new Date(expiresAt.getTime() - 1))).toBe(true);
  expect(isCodeGood(good, expiresAt)).toBe(false);
  expect(isCodeGood({ ...good, usedAt: at }, at)).toBe(false);
  expect(isCodeGood({ ...good, revokedAt: at }, at)).toBe(false);
  expect(isCodeGood({ ...good, expiresAt: null }, at)).toBe(false);
});
