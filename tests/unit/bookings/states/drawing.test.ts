import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bookingRights } from "@/lib/bookings/policy";
import { transitions } from "@/lib/bookings/states/rules";

const page = readFileSync("docs/bookings.md", "utf8");
const drawing = /```mermaid\n([\s\S]*?)```/.exec(page)?.[1] ?? "";

test("the states drawn in the documentation are those of the table", () => {
  const drawn = [...drawing.matchAll(/^ {2}(\w+) --> (\w+): (\w+)$/gm)].map(
    ([, from, to, verb]) => `${verb}: ${from} to ${to}`,
  );
  const told = Object.entries(transitions).flatMap(([verb, { from, to }]) =>
    from.map((state) => `${verb}: ${state} to ${to === "same" ? state : to}`),
  );
  expect(drawn.sort()).toEqual(told.sort());
});

test("every verb of the rights has its line in the documentation", () => {
  const lines = [...page.matchAll(/^\| (\w+) +\|/gm)].map(([, verb]) => verb);
  for (const verb of Object.keys(bookingRights)) expect(lines).toContain(verb);
});
