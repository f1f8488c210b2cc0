import type { FormValues } from "@/lib/core/form-state";

const longestField = 20_000;
const longestForm = 64_000;

export type ReadForm =
  | { ok: true; values: FormValues; file?: File }
  | { ok: false; because: "tooLong" | "unreadable" };

/**
 * The text fields of a form as a plain object; a repeated name is a list. Refuses what no form of ours
 * sends: files (but one under `fileField`, where the form has it), NUL, lone surrogates (Postgres takes
 * neither), too much text. Next's own fields are left out.
 */
export function readForm(form: FormData, fileField?: string): ReadForm {
  const values = new Map<string, string[]>();
  let length = 0;
  const file = fileOf(form, fileField);
  for (const [name, value] of form.entries()) {
    if (name.startsWith("$ACTION") || value === file) continue;
    if (typeof value !== "string" || !isWritable(name) || !isWritable(value)) {
      return { ok: false, because: "unreadable" };
    }
    length += name.length + value.length;
    if (value.length > longestField || length > longestForm)
      return { ok: false, because: "tooLong" };
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  // fromEntries defines own properties, so a field called __proto__ is only a field.
  return {
    ok: true,
    values: Object.fromEntries(
      [...values].map(([name, list]) => [name, list.length === 1 ? (list[0] ?? "") : list]),
    ),
    ...(file ? { file } : {}),
  };
}

/** The one file the form has a field for; two under its name are one too many, refused with the rest. */
function fileOf(form: FormData, field: string | undefined): File | null {
  const file = field ? form.get(field) : null;
  return file instanceof File ? file : null;
}

function isWritable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

/** Empty fields are fields left empty: optional ones are then absent, required ones missing. */
export function withoutEmpty(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
}
