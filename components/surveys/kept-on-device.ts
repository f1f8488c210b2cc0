import type { FormAction } from "@/lib/core/form-state";
import type { StepValues } from "@/lib/surveys/forms/schema";

const ours = "enquete-";
const prefix = (code: string) => `${ours}${code}-`;

/** Hours after which what nobody has sent is nobody's any more, unless its own code is opened again. */
const hoursKept = 24;

type Kept = { at: number; values: StepValues };

function keptAs(name: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? "null");
    const isKept = typeof kept === "object" && kept !== null && "at" in kept && "values" in kept;
    return isKept ? (kept as Kept) : null;
  } catch {
    return null;
  }
}

function namesOnDevice(): string[] {
  return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? "");
}

/** What was typed in a step and not sent yet; null where nothing is, the device keeps nothing, or no code is. */
export function keptOnDevice(code: string, section: string): StepValues | null {
  return code === "" ? null : (keptAs(prefix(code) + section)?.values ?? null);
}

/** Keeps what is typed in a step; nothing of a preview, which has no code. */
export function keepOnDevice(code: string, section: string, values: StepValues, at: Date): void {
  if (code === "") return;
  try {
    const kept: Kept = { at: at.getTime(), values };
    localStorage.setItem(prefix(code) + section, JSON.stringify(kept));
  } catch {
    // A device that keeps nothing, or is full: the step is then only on the screen.
  }
}

/** Forgets one step, or everything of these answers. */
export function forgetOnDevice(code: string, section = ""): void {
  try {
    for (const name of namesOnDevice()) {
      if (name.startsWith(prefix(code) + section)) localStorage.removeItem(name);
    }
  } catch {
    // Nothing is kept where nothing can be.
  }
}

/**
 * Forgets what others left behind on a computer several people answer at: with a code, everything but its
 * own, since somebody else sits there now; without, what is a day old.
 */
export function forgetLeftBehind(code: string | null, at: Date): void {
  try {
    const oldest = at.getTime() - hoursKept * 3_600_000;
    for (const name of namesOnDevice().filter((each) => each.startsWith(ours))) {
      const isOld = (keptAs(name)?.at ?? 0) <= oldest;
      const isLeft = code === null ? isOld : !name.startsWith(prefix(code));
      if (isLeft) localStorage.removeItem(name);
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
