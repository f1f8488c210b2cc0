import { expect, test } from "vitest";
import { carried, carriedAnswers } from "@/lib/surveys/previews/rules";
import { aQuestion, aQuestionnaire } from "@/tests/support/questionnaires";

const asked = aQuestionnaire([
  aQuestion("a"),
  aQuestion("m", { type: "multi" }),
  aQuestion("n", { type: "number", min: 0, max: 9, step: 1 }),
  aQuestion("t", { type: "longtext", maxLength: 500 }),
]);

test("what was answered in a preview goes on by the address, texts only as being there", () => {
  const answers = { a: "yes", m: ["yes", "no"], n: 3, t: "Une longue histoire…" };
  const address = carried(asked, answers);
  expect(address).toMatch(/^[^ &#?]*$/);
  expect(carriedAnswers(decodeURIComponent(address))).toEqual({ ...answers, t: "…" });
});

test("an address somebody wrote otherwise carries nothing", () => {
  for (const text of ["", "{", "null", "[]", '{"a":{"b":1}}', '{"a":true}']) {
    expect(carriedAnswers(text)).toEqual({});
  }
});
