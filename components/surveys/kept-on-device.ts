import type { FormAction } from "@/lib/core/form-state";
import type { StepValues } from "@/lib/surveys/forms/schema";

const prefix = (code: string) => `enquete-${code}-`;

/** What was typed in a step and not sent yet; null where nothing is, the device keeps nothing, or no code is. */
export function keptOnDevice(code: string, section: string): StepValues | null {
  if (code === "") return null;
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix(code) + section) ?? "null");
    return typeof kept === "object" && kept !== null ? (kept as StepValues) : null;
  } catch {
    return null;
  }
}

/** Keeps what is typed in a step; nothing of a preview, which has no code. */
export function keepOnDevice(code: string, section: string, values: StepValues): void {
  if (code === "") return;
  try {
    localStorage.setItem(prefix(code) + section, JSON.stringify(values));
  } catch {
    // A device that keeps nothing, or is full: the step is then only on the screen.
  }
}

/** Forgets one step, or everything of these answers. */
export function forgetOnDevice(code: string, section = ""): void {
  try {
    const names = Array.from({ length: localStorage.length }, (_, index) =>
      localStorage.key(index),
    );
    for (const name of names) {
      if (name?.startsWith(prefix(code) + section)) localStorage.removeItem(name);
    }
  } catch {
    // Nothing is kept where nothing can be.
  }
}

/**
 * The same action where the line may be cut: cut, it says so and keeps what was typed; done, `onSent`.
 * On the server as it is, so that the form is sent without scripts.
 */
export function bearingNoLine(
  action: FormAction,
  { offline, onSent }: { offline: string; onSent: (form: FormData) => void },
): FormAction {
  if (typeof window === "undefined") return action;
  return async (previous, form) => {
    try {
      return await action(previous, form);
    } catch (error) {
      if (isRedirect(error)) onSent(form);
      else if (!navigator.onLine || error instanceof TypeError) {
        const values = Object.fromEntries(
          [...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String)]),
        );
        return { status: "refused", code: "offline", message: offline, data: null, values };
      }
      throw error;
    }
  };
}

function isRedirect(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "digest" in error &&
    String(error.digest).startsWith("NEXT_REDIRECT")
  );
}
