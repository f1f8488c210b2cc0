import { afterEach, expect, vi } from "vitest";

const spies = [vi.spyOn(console, "error"), vi.spyOn(console, "warn")];

afterEach(() => {
  const calls = spies.flatMap((spy) => spy.mock.calls);
  for (const spy of spies) spy.mockClear();
  expect(calls, "unexpected console.error or console.warn").toEqual([]);
});
