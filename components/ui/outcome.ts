import { createContext } from "react";
import type { FormState } from "@/lib/core/form-state";

/** Hears what became of a form, even when the form is gone by then; null where nobody listens. */
export const OutcomeContext = createContext<((state: FormState, form: Element) => void) | null>(
  null,
);
