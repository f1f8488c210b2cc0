import { z } from "zod";
import { edited, read, typedNumber } from "../forms/schema";
import type { Leaf, Target } from "../schema";

const name = z.string().min(1).max(60);

const targetText = z
  .string()
  .regex(/^(question|section) [a-z0-9_]{1,60}$/)
  .transform((text): Target => {
    const [what, id = ""] = text.split(" ");
    return what === "section" ? { section: id } : { question: id };
  });

export const operators = ["in", "notIn", "gte", "answered"] as const;
export type Operator = (typeof operators)[number];

export const conditionLineForm = z
  .strictObject({
    ...read,
    target: targetText,
    q: name,
    operator: z.enum(operators),
    value: z.union([name.transform((one) => [one]), z.array(name).max(60)]).optional(),
    least: typedNumber.optional(),
  })
  .transform((form, context) => {
    const leaf = leafOf(form);
    if (leaf) return edited(form, { kind: "line_added", target: form.target, leaf });
    const path = [form.operator === "gte" ? "least" : "value"];
    context.addIssue({ code: "custom", message: "required", path });
    return z.NEVER;
  });

type LeafFields = {
  q: string;
  operator: Operator;
  value?: string[] | undefined;
  least?: number | undefined;
};

function leafOf({ q, operator, value = [], least }: LeafFields): Leaf | null {
  switch (operator) {
    case "in":
      return value.length > 0 ? { q, in: value } : null;
    case "notIn":
      return value.length > 0 ? { q, notIn: value } : null;
    case "gte":
      return least === undefined ? null : { q, gte: least };
    default:
      return { q, answered: true };
  }
}

export const conditionLinesForm = z
  .strictObject({
    ...read,
    target: targetText,
    /** « remove 0 », « join any ». */
    press: z.string().regex(/^(remove \d{1,2}|join (all|any))$/),
  })
  .transform((form) => {
    const [what, value = ""] = form.press.split(" ");
    const { target } = form;
    if (what === "remove")
      return edited(form, { kind: "line_removed", target, index: Number(value) });
    const how = value === "any" ? ("any" as const) : ("all" as const);
    return edited(form, { kind: "lines_joined", target, how });
  });

/** Read by the action, which says so where it does not read. */
export const writtenConditionForm = z.strictObject({
  ...read,
  target: targetText,
  condition: z.string().max(4_000).default(""),
});
