import { beforeEach, expect, test } from "vitest";
import { forgetLeftBehind, keepOnDevice, keptOnDevice } from "@/components/surveys/kept-on-device";

const [mine, hers] = ["a".repeat(22), "b".repeat(22)];
const noon = new Date("2026-07-01T12:00:00Z");
const hoursLater = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);

/** A device as a browser keeps it: names and texts, in an order. */
class Device {
  private readonly kept = new Map<string, string>();
  get length() {
    return this.kept.size;
  }
  key(index: number) {
    return [...this.kept.keys()][index] ?? null;
  }
  getItem(name: string) {
    return this.kept.get(name) ?? null;
  }
  setItem(name: string, text: string) {
    this.kept.set(name, text);
  }
  removeItem(name: string) {
    this.kept.delete(name);
  }
}

beforeEach(() => {
  Object.defineProperty(globalThis, "localStorage", { value: new Device(), configurable: true });
  keepOnDevice(mine, "vous", { "q-profil": ["independant"] }, noon);
  localStorage.setItem("theme", "dark");
});

test("what was typed and never sent is there for whoever comes back with the same code, days later", () => {
  forgetLeftBehind(mine, hoursLater(50));
  expect(keptOnDevice(mine, "vous")).toEqual({ "q-profil": ["independant"] });
});

test("on a shared computer the next who answers leaves nothing of the one before", () => {
  keepOnDevice(hers, "vous", { "q-profil": ["etudiant_entrepreneur"] }, noon);
  forgetLeftBehind(hers, noon);
  expect(keptOnDevice(mine, "vous")).toBeNull();
  expect(keptOnDevice(hers, "vous")).not.toBeNull();
  expect(localStorage.getItem("theme")).toBe("dark");
});

test("whoever only looks at the survey finds nothing of a day ago", () => {
  forgetLeftBehind(null, hoursLater(23));
  expect(keptOnDevice(mine, "vous")).not.toBeNull();
  forgetLeftBehind(null, hoursLater(24));
  expect(keptOnDevice(mine, "vous")).toBeNull();
  expect(localStorage.getItem("theme")).toBe("dark");
});

test("what was kept without its hour, or cannot be read, is left behind", () => {
  localStorage.setItem(`enquete-${hers}-vous`, JSON.stringify({ "q-profil": ["x"] }));
  localStorage.setItem(`enquete-${hers}-besoin`, "{");
  expect([keptOnDevice(hers, "vous"), keptOnDevice(hers, "besoin")]).toEqual([null, null]);
  forgetLeftBehind(null, noon);
  expect(localStorage.length).toBe(2);
});
