import { expect, test } from "vitest";
import { inTurn } from "@/lib/core/in-turn";

/** Steps that note their turn, one after a pause; the named ones fail then. */
function steps(failing: readonly string[]) {
  const turns: string[] = [];
  const step = (name: string) => async () => {
    await new Promise((resolve) => setTimeout(resolve, name === "first" ? 5 : 0));
    turns.push(name);
    if (failing.includes(name)) throw new Error(name);
  };
  return { turns, all: ["first", "second", "third"].map(step) };
}

test("a step that fails keeps no other from its turn, and the first failure is thrown", async () => {
  const { turns, all } = steps(["first", "third"]);
  await expect(inTurn(...all)).rejects.toThrow("first");
  expect(turns).toEqual(["first", "second", "third"]);
});

test("steps that all end well run in their order and throw nothing", async () => {
  const { turns, all } = steps([]);
  await inTurn(...all);
  expect(turns).toEqual(["first", "second", "third"]);
});

test("what is thrown is thrown as it is, an empty thing too", async () => {
  await expect(inTurn(() => Promise.reject(undefined))).rejects.toBeUndefined();
});
