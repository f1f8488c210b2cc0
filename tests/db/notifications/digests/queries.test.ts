import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import { digestIdOf } from "@/lib/notifications/digests/queries";

test("a digest is one for a person and an instant, and none other's", () => {
  const [one, other] = [randomUUID(), randomUUID()];
  const [monday, tuesday] = [new Date("2026-06-15T05:30:00Z"), new Date("2026-06-16T05:30:00Z")];
  expect(digestIdOf(one, monday)).toBe(digestIdOf(one, new Date(monday)));
  const ids = [digestIdOf(one, monday), digestIdOf(one, tuesday), digestIdOf(other, monday)];
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(z.uuid().safeParse(id).success).toBe(true);
});
