/** What the person typed, given back so that nothing is typed twice; a repeated key is a list. */
export type FormValues = Record<string, string | string[]>;

/**
 * The one state of every form, as `useActionState` keeps it. Sentences are ready to show: they are
 * translated on the server. A refusal's `data` is what its component needs (alternatives, dates).
 */
export type FormState<Data = unknown, Value = unknown> =
  | { status: "idle" }
  | { status: "invalid"; fields: Record<string, string>; message: string; values: FormValues }
  | { status: "refused"; code: string; message: string; data: Data; values: FormValues }
  | { status: "done"; message?: string; value: Value };

export const idleForm: FormState<never, never> = { status: "idle" };

/** What a form's `action` is: made by formAction, given to useActionState. It never reads `previous`. */
export type FormAction<Data = unknown, Value = unknown> = (
  previous: FormState,
  formData: FormData,
) => Promise<FormState<Data, Value>>;

/**
 * Text of one field as typed, for `defaultValue`; `otherwise` before anything was sent. A field that was
 * emptied stays empty.
 */
export function typedValue(state: FormState, name: string, otherwise = ""): string {
  if (state.status !== "invalid" && state.status !== "refused") return otherwise;
  const value = Object.hasOwn(state.values, name) ? state.values[name] : otherwise;
  return typeof value === "string" ? value : (value?.[0] ?? "");
}

/** What was chosen of a list, for `defaultChecked`; null before anything was sent. */
export function typedValues(state: FormState, name: string): string[] | null {
  if (state.status !== "invalid" && state.status !== "refused") return null;
  return Object.hasOwn(state.values, name) ? [state.values[name] ?? []].flat() : [];
}
