import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { secondsToWait } from "@/lib/infra/rate-limit";
import { secondsBeforeNext } from "@/lib/web/api/limits";

const limit = 120_000;
const batch = limit / 20;

test("a caller waits for the end of the minute once they have had their requests", () => {
  const caller = randomUUID();
  const at = Date.parse("2026-06-16T08:00:00Z");
  for (let count = 0; count < limit; count += 1) {
    expect(secondsBeforeNext(caller, at)).toBeNull();
  }
  expect(secondsBeforeNext(caller, at + 20_000)).toBe(40);
  expect(secondsBeforeNext(caller, at + 60_000)).toBeNull();
});

test("what other processes counted is known once a batch is settled", async () => {
  const caller = randomUUID();
  await secondsToWait({ name: "api", times: limit, seconds: 60 }, caller, limit);
  const first = Array.from({ length: batch }, () => secondsBeforeNext(caller));
  expect(first.every((wait) => wait === null)).toBe(true);
  await vi.waitFor(() => expect(secondsBeforeNext(caller)).toBeGreaterThan(0));
});
