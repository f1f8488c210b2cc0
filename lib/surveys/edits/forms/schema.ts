import { z } from "zod";
import { versionAddress } from "../../versions/schema";
import {
  type Edit,
  lineWords,
  listNames,
  paragraphWords,
  questionTypes,
  requirements,
  weightNames,
} from "../schema";
import { lineField } from "./rules";

/** Which version a form edits, and as it was read. */
export const read = { ...versionAddress.shape, revision: z.coerce.number().int().min(1) };
const line = lineWords.shape.fr;
const paragraph = paragraphWords.shape.fr;
const name = z.string().min(1).max(60);

export const typedNumber = z
  .string()
  .max(20)
  .regex(/^\s*-?\d+([.,]\d+)?\s*$/)
  .transform((text) => Number(text.trim().replace(",", ".")));
const wholeNumber = z
  .string()
  .max(10)
  .regex(/^\s*\d+\s*$/, "wholeNumber")
  .transform(Number);

type Read = { survey: string; version: number; revision: number };
export const edited = ({ survey, version, revision }: Read, edit: Edit) => ({
  survey,
  version,
  revision,
  edit,
});

/** Two languages or neither: what is said in one alone is asked for in the other. */
function bothOrNone(
  [frField, fr]: [string, string | undefined],
  [enField, en]: [string, string | undefined],
  context: z.RefinementCtx,
): { fr: string; en: string } | undefined {
  if (fr && en) return { fr, en };
  if (!fr && !en) return undefined;
  context.addIssue({ code: "custom", message: "required", path: [fr ? enField : frField] });
  return z.NEVER;
}

export const introForm = z
  .strictObject({ ...read, titleFr: line, titleEn: line, introFr: paragraph, introEn: paragraph })
  .transform((form) =>
    edited(form, {
      kind: "intro_worded",
      title: { fr: form.titleFr, en: form.titleEn },
      intro: { fr: form.introFr, en: form.introEn },
    }),
  );

export const sectionForm = z
  .strictObject({
    ...read,
    section: name,
    titleFr: line,
    titleEn: line,
    introFr: paragraph.optional(),
    introEn: paragraph.optional(),
  })
  .transform((form, context) => {
    const intro = bothOrNone(["introFr", form.introFr], ["introEn", form.introEn], context);
    const title = { fr: form.titleFr, en: form.titleEn };
    return edited(form, { kind: "section_worded", section: form.section, title, intro });
  });

export const newSectionForm = z
  .strictObject({
    ...read,
    titleFr: line,
    titleEn: line,
    type: z.enum(questionTypes),
    labelFr: line,
    labelEn: line,
  })
  .transform((form) =>
    edited(form, {
      kind: "section_added",
      title: { fr: form.titleFr, en: form.titleEn },
      type: form.type,
      label: { fr: form.labelFr, en: form.labelEn },
    }),
  );

export const newQuestionForm = z
  .strictObject({
    ...read,
    section: name,
    type: z.enum(questionTypes),
    labelFr: line,
    labelEn: line,
  })
  .transform((form) =>
    edited(form, {
      kind: "question_added",
      section: form.section,
      type: form.type,
      label: { fr: form.labelFr, en: form.labelEn },
    }),
  );

/** A button of a list: « question up profil ». */
export const orderForm = z
  .strictObject({
    ...read,
    order: z.string().regex(/^(question|section) (up|down) [a-z0-9_]{1,60}$/),
  })
  .transform((form) => {
    const [what, by, id = ""] = form.order.split(" ");
    const direction = by === "up" ? ("up" as const) : ("down" as const);
    return edited(
      form,
      what === "section"
        ? { kind: "section_moved", section: id, by: direction }
        : { kind: "question_moved", question: id, by: direction },
    );
  });

export const removalForm = z
  .strictObject({ ...read, remove: z.string().regex(/^(question|section) [a-z0-9_]{1,60}$/) })
  .transform((form) => {
    const [what, id = ""] = form.remove.split(" ");
    return edited(
      form,
      what === "section"
        ? { kind: "section_removed", section: id }
        : { kind: "question_removed", question: id },
    );
  });

export const questionForm = z
  .strictObject({
    ...read,
    question: name,
    labelFr: line,
    labelEn: line,
    helpFr: line.optional(),
    helpEn: line.optional(),
    requirement: z.enum(requirements),
    min: typedNumber.optional(),
    max: typedNumber.optional(),
    step: typedNumber.refine((step) => step > 0).optional(),
    unit: z.string().max(20).default(""),
    atLeast: z.string().max(60).default(""),
    minChoices: wholeNumber.pipe(z.number().max(60)).optional(),
    maxChoices: wholeNumber.pipe(z.number().min(1).max(60)).optional(),
    memberOnly: z.literal("1").optional(),
    maxLength: wholeNumber.pipe(z.number().min(1).max(5_000)).optional(),
  })
  .transform((form, context) => {
    const { question, labelFr, labelEn, helpFr, helpEn, requirement, ...rest } = form;
    const { min, max, step, unit, atLeast, minChoices = 0, maxLength } = rest;
    const help = bothOrNone(["helpFr", helpFr], ["helpEn", helpEn], context);
    return edited(form, {
      kind: "question_changed",
      question,
      label: { fr: labelFr, en: labelEn },
      help,
      requirement,
      bounds: {
        ...{ min, max, step, unit, atLeast, minChoices, maxLength },
        maxChoices: rest.maxChoices ?? null,
        memberOnly: rest.memberOnly === "1",
      },
    });
  });

const moves = ["up", "down", "remove"] as const;

/** Which lines stood on the form, one after the other. */
const namesText = z
  .string()
  .max(4_000)
  .transform((text) => text.split(" ").filter(Boolean));

export const listForm = z
  .object({
    ...read,
    question: name,
    list: z.enum(listNames),
    lines: namesText,
    /** What the button asked: nothing more, or one line moved or taken away. */
    press: z.string().regex(/^(save|(up|down|remove) [a-z0-9_]{1,60})$/),
    addedFr: line.optional(),
    addedEn: line.optional(),
  })
  .catchall(z.string())
  .transform((form, context) => {
    const { question, list, lines, press, addedFr, addedEn } = form;
    const added = bothOrNone(["addedFr", addedFr], ["addedEn", addedEn], context);
    const items = lines.map((one) => itemOf(one, form, list === "options", context));
    const [what, value] = press.split(" ");
    const move = moves.find((each) => each === what);
    const after = value && move ? { value, what: move } : undefined;
    return edited(form, { kind: "list_changed", question, list, items, added, after });
  });

function itemOf(
  value: string,
  form: Readonly<Record<string, unknown>>,
  mayBeAlone: boolean,
  context: z.RefinementCtx,
) {
  const label = {
    fr: readField(line, form, lineField.fr(value), context),
    en: readField(line, form, lineField.en(value), context),
  };
  const weights = weightNames.flatMap((weight) => {
    const field = lineField.weight(weight, value);
    return form[field] === undefined
      ? []
      : [[weight, readField(typedNumber, form, field, context)] as const];
  });
  const exclusive = mayBeAlone ? form[lineField.exclusive(value)] === "1" : undefined;
  return { value, label, exclusive, weights: Object.fromEntries(weights) };
}

function readField<Value>(
  schema: z.ZodType<Value, string>,
  form: Readonly<Record<string, unknown>>,
  field: string,
  context: z.RefinementCtx,
): Value {
  const parsed = schema.safeParse(form[field]);
  if (parsed.success) return parsed.data;
  const message = form[field] === undefined ? "required" : "invalidValue";
  context.addIssue({ code: "custom", message, path: [field] });
  return z.NEVER;
}

export const restoreForm = z
  .strictObject({ ...read, back: z.string().regex(/^\d{1,5}( \d{1,7})?$/) })
  .transform(({ back, ...form }) => {
    const [version, revision] = back.split(" ").map(Number);
    return { ...form, from: { version: version ?? 0, revision } };
  });
