import { expect, test } from "vitest";
import { z } from "zod";
import { newId } from "@/lib/core/id";

test("ids are UUIDs of version 7, all different, sorted as they were made", () => {
  const ids = Array.from({ length: 3_000 }, newId);
  expect(ids.every((id) => z.uuidv7().safeParse(id).success)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
});

test("an id carries the millisecond of its making", () => {
  const before = Date.now();
  const made = Number.parseInt(newId().replaceAll("-", "").slice(0, 12), 16);
  expect(made).toBeGreaterThanOrEqual(before);
  expect(made).toBeLessThanOrEqual(Date.now() + 1);
});
