import { expect, test } from "vitest";
import { conditionLineForm, conditionLinesForm } from "@/lib/surveys/edits/conditions/schema";
import { lineField } from "@/lib/surveys/edits/forms/rules";
import { listForm, orderForm, questionForm, sectionForm } from "@/lib/surveys/edits/forms/schema";

const read = { survey: "valley", version: "2", revision: "3" };
const question = { ...read, question: "a", labelFr: "Où\u202f?", labelEn: "Where?" };

test("a form is one edit of the version it was drawn from", () => {
  expect(orderForm.parse({ ...read, order: "question up profil" })).toEqual({
    ...{ survey: "valley", version: 2, revision: 3 },
    edit: { kind: "question_moved", question: "profil", by: "up" },
  });
});

test("a language left out is asked for in its own field", () => {
  const half = sectionForm.safeParse({
    ...read,
    ...{ section: "s", titleFr: "Vous", titleEn: "You", introFr: "Bonjour" },
  });
  expect(half.error?.issues).toMatchObject([{ path: ["introEn"], message: "required" }]);
  const help = questionForm.safeParse({ ...question, requirement: "required", helpEn: "Think" });
  expect(help.error?.issues).toMatchObject([{ path: ["helpFr"], message: "required" }]);
});

test("numbers are typed with a comma or a point, and an emptied field is no bound", () => {
  const form = { ...question, requirement: "optional", min: "0,5", max: "10" };
  expect(questionForm.parse(form).edit).toMatchObject({
    bounds: { min: 0.5, max: 10, maxChoices: null, unit: "", atLeast: "" },
  });
});

test("the lines of a list are read by their names, and what a button asked after them", () => {
  const list = { ...read, question: "a", list: "options", lines: "yes no", press: "up no" };
  const fields = {
    [lineField.fr("yes")]: "Oui",
    [lineField.en("yes")]: "Yes",
    [lineField.fr("no")]: "Non",
    [lineField.en("no")]: "No",
    [lineField.exclusive("no")]: "1",
    [lineField.weight("intentWeight", "yes")]: "0,5",
  };
  expect(listForm.parse({ ...list, ...fields }).edit).toMatchObject({
    kind: "list_changed",
    items: [
      { value: "yes", label: { fr: "Oui" }, exclusive: false, weights: { intentWeight: 0.5 } },
      { value: "no", exclusive: true, weights: {} },
    ],
    after: { value: "no", what: "up" },
  });
  const { [lineField.en("no")]: _left, ...without } = fields;
  const half = listForm.safeParse({ ...list, ...without });
  expect(half.error?.issues).toMatchObject([{ path: ["en-no"], message: "required" }]);
});

test("a line of a condition says which question, how, and with what", () => {
  const line = { ...read, target: "question b", q: "a" };
  const leafOf = (more: object) => conditionLineForm.safeParse({ ...line, ...more }).data?.edit;
  expect(leafOf({ operator: "in", value: "yes" })).toEqual({
    kind: "line_added",
    target: { question: "b" },
    leaf: { q: "a", in: ["yes"] },
  });
  expect(leafOf({ operator: "notIn", value: ["yes", "no"] })).toMatchObject({
    leaf: { notIn: ["yes", "no"] },
  });
  expect(leafOf({ operator: "gte", least: "2,5" })).toMatchObject({ leaf: { gte: 2.5 } });
  expect(leafOf({ operator: "answered" })).toMatchObject({ leaf: { answered: true } });
  expect(leafOf({ operator: "in" })).toBeUndefined();
  expect(leafOf({ operator: "gte" })).toBeUndefined();
  const press = { ...read, target: "section s", press: "join any" };
  expect(conditionLinesForm.parse(press).edit).toEqual({
    kind: "lines_joined",
    target: { section: "s" },
    how: "any",
  });
});
