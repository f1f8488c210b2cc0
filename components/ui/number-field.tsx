import { TextField } from "./text-field";

type NumberFieldProps = {
  name: string;
  /** The name, unless the form stands several times on its page. */
  id?: string;
  label: string;
  hint?: string;
  /** Null = left empty. */
  value: number | null;
  required?: boolean;
};

/** A whole number, typed: no arrows that a turn of the wheel moves unawares. */
export function NumberField({ value, ...field }: NumberFieldProps) {
  return (
    <TextField {...field} defaultValue={value === null ? "" : String(value)} inputMode="numeric" />
  );
}
