import { expect, test, vi } from "vitest";
import { aLine } from "@/lib/infra/line";

/** Work that ends when told. */
function aTask() {
  let end = () => {};
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: vi.fn(() => done), end };
}

test("so many at once, the others in the order they came", async () => {
  const inLine = aLine({ places: 2, patience: 1_000 });
  const tasks = [aTask(), aTask(), aTask(), aTask()];
  const all = Promise.all(tasks.map(({ work }) => inLine(work)));
  const begun = () => tasks.map(({ work }) => work.mock.calls.length);
  await Promise.resolve();
  expect(begun()).toEqual([1, 1, 0, 0]);
  tasks[1]?.end();
  await vi.waitFor(() => expect(begun()).toEqual([1, 1, 1, 0]));
  tasks[0]?.end();
  await vi.waitFor(() => expect(begun()).toEqual([1, 1, 1, 1]));
  for (const { end } of tasks) end();
  await all;
});

test("a turn is given back by what fails, too", async () => {
  const inLine = aLine({ places: 1, patience: 1_000 });
  await expect(inLine(() => Promise.reject(new RangeError()))).rejects.toThrow(RangeError);
  expect(await inLine(async () => "next")).toBe("next");
});

test("nobody waits for a turn longer than the patience, and a place is not lost with them", async () => {
  const inLine = aLine({ places: 1, patience: 20 });
  const first = aTask();
  const held = inLine(first.work);
  const late = aTask();
  await expect(inLine(late.work)).rejects.toThrow("20 ms");
  expect(late.work).not.toHaveBeenCalled();
  first.end();
  await held;
  expect(await inLine(async () => "next")).toBe("next");
});
