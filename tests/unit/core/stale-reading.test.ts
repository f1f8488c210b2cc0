import { expect, test } from "vitest";
import { StaleReading, withFreshReading } from "@/lib/core/stale-reading";

test("work whose reading had changed is done again, the last try knowing that it is", async () => {
  let tries = 0;
  const onceStale = () => {
    tries += 1;
    return tries === 1 ? Promise.reject(new StaleReading()) : Promise.resolve("done");
  };
  expect(await withFreshReading(onceStale)).toBe("done");
  tries = 0;
  const last: boolean[] = [];
  const alwaysStale = (isLast: boolean) => {
    tries += 1;
    last.push(isLast);
    return Promise.reject(new StaleReading());
  };
  await expect(withFreshReading(alwaysStale)).rejects.toThrow(StaleReading);
  expect(last).toEqual([false, false, false, true]);
});

test("any other failure is not tried again", async () => {
  let tries = 0;
  const broken = () => {
    tries += 1;
    return Promise.reject(new RangeError("broken"));
  };
  await expect(withFreshReading(broken)).rejects.toThrow(RangeError);
  expect(tries).toBe(1);
});
