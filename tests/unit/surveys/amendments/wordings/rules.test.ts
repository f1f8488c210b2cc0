import { expect, test } from "vitest";
import { wordingChanges } from "@/lib/surveys/amendments/wordings/rules";
import { aQuestion, aQuestionnaire, surveyOfTheValley } from "@/tests/support/questionnaires";

const said = (fr: string) => ({ fr, en: fr });
const choice = (value: string) => ({ value, label: said(value) });
const misspelt = aQuestion("a", {
  label: { fr: "Cofé ?", en: "Cofee?" },
  options: [choice("yes"), choice("no")],
});
const mended = aQuestion("a", {
  label: { fr: "Café ?", en: "Coffee?" },
  options: [choice("no"), choice("yes"), choice("maybe")],
});

test("what people will read otherwise is told piece by piece, with what it was", () => {
  const changes = wordingChanges(aQuestionnaire([misspelt]), aQuestionnaire([mended]));
  const about = { fr: "Cofé ?", en: "Cofee?" };
  expect(changes).toEqual([
    { part: "question", about, before: about, after: { fr: "Café ?", en: "Coffee?" } },
    { part: "choice", about, before: null, after: said("maybe") },
    { part: "order", about, before: null, after: null },
  ]);
});

test("two choices that exchange their words are told as two, whatever the language", () => {
  const of = (yes: string, no: string) =>
    aQuestionnaire([
      aQuestion("a", {
        options: [
          { value: "certain", label: { fr: yes, en: "Yes" } },
          { value: "non", label: { fr: no, en: "No" } },
        ],
      }),
    ]);
  const changes = wordingChanges(of("Oui", "Non"), of("Non", "Oui"));
  expect(changes.map(({ part, before, after }) => [part, before?.fr, after?.fr])).toEqual([
    ["choice", "Oui", "Non"],
    ["choice", "Non", "Oui"],
  ]);
});

test("titles, introductions and a help that comes or goes are told too", () => {
  const before = aQuestionnaire([aQuestion("a", { help: said("Une aide") }), aQuestion("b")]);
  const after = {
    ...aQuestionnaire([aQuestion("a"), aQuestion("b", { help: said("Une autre") })]),
    intro: said("Autrement"),
  };
  const parts = wordingChanges(before, after).map(({ part, before: was, after: is }) => [
    ...[part, was?.fr ?? null, is?.fr ?? null],
  ]);
  expect(parts).toEqual([
    ["intro", before.intro.fr, "Autrement"],
    ["help", "Une aide", null],
    ["help", null, "Une autre"],
  ]);
});

test("nothing is told of what is the same", () => {
  const valley = surveyOfTheValley();
  expect(wordingChanges(valley, structuredClone(valley))).toEqual([]);
});
