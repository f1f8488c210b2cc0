import { expect, test } from "vitest";
import { StaleReading, withFreshReading } from "@/lib/core/stale-reading";

test("work whose reading had changed is done again, ten times at most", async () => {
  let tries = 0;
  const onceStale = () => {
    tries += 1;
    return tries === 1 ? Promise.reject(new StaleReading()) : Promise.resolve("done");
  };
  expect(await withFreshReading(onceStale)).toBe("done");
  tries = 0;
  const alwaysStale = () => {
    tries += 1;
    return Promise.reject(new StaleReading());
  };
  await expect(withFreshReading(alwaysStale)).rejects.toThrow(StaleReading);
  expect(tries).toBe(10);
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
