import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { hashOfCode, mayTryCode, newCode } from "@/lib/members/codes/commands";
import { readCode } from "@/lib/members/codes/rules";
import { aMember } from "@/tests/support/actors";

test("a code made is a code read, and no two are the same", () => {
  const codes = Array.from({ length: 500 }, newCode);
  expect(codes.every((code) => readCode(code) === code)).toBe(true);
  expect(new Set(codes).size).toBe(500);
});

test("what is kept of a code does not show it", () => {
  const code = newCode();
  expect(hashOfCode(code)).toBe(hashOfCode(code));
  expect(hashOfCode(code)).not.toContain(code);
  expect(hashOfCode(code)).not.toBe(hashOfCode(newCode()));
});

test("ten tries an hour for a person, whatever the network", async () => {
  const member = await aMember();
  const tries: boolean[] = [];
  for (let index = 0; index < 12; index += 1) tries.push(await mayTryCode(member, randomUUID()));
  expect(tries.filter(Boolean)).toHaveLength(10);
  expect(await mayTryCode(await aMember(), randomUUID())).toBe(true);
});
