"use client";

import { TriangleAlert } from "lucide-react";
import {
  createContext,
  type ReactNode,
  type RefObject,
  useActionState,
  useContext,
  useEffect,
  useRef,
} from "react";
import { type FormAction, type FormState, idleForm } from "@/lib/core/form-state";
import { OutcomeContext } from "./outcome";

const FormContext = createContext<FormState>(idleForm);

/** What the form around a field knows: errors in words and what was typed. */
export function useFormState(): FormState {
  return useContext(FormContext);
}

type ActionFormProps = {
  action: FormAction;
  children: ReactNode;
  className?: string;
  /** Values that travel unseen with the form. */
  hidden?: Record<string, string | undefined>;
  /** Title of the list of other possibilities under a refusal. */
  alternativesTitle?: string;
  /** Success shows by itself on the page: say it to screen readers only. */
  isQuiet?: boolean;
};

/** A form of ours: sent without JavaScript as well, keeps what was typed, says what went wrong. */
export function ActionForm({
  action,
  children,
  className,
  hidden = {},
  alternativesTitle,
  isQuiet = false,
}: ActionFormProps) {
  const summary = useRef<HTMLDivElement>(null);
  const [state, formAction] = useActionState(useHeard(action, summary), idleForm);
  useEffect(() => {
    if (state.status === "invalid" || state.status === "refused") summary.current?.focus();
  }, [state]);
  return (
    <FormContext value={state}>
      <form action={formAction} className={className} noValidate>
        {Object.entries(hidden).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <div ref={summary} tabIndex={-1} aria-live="assertive" className="outline-none">
          <FormMessage state={state} alternativesTitle={alternativesTitle} isQuiet={isQuiet} />
        </div>
        {children}
      </form>
    </FormContext>
  );
}

/** The same action, its outcome told to whoever lists this form; on the server as it is, so that it is sent without scripts. */
function useHeard(action: FormAction, form: RefObject<Element | null>): FormAction {
  const hear = useContext(OutcomeContext);
  if (!hear || typeof window === "undefined") return action;
  return async (previous, formData) => {
    const sent = form.current;
    const state = await action(previous, formData);
    if (sent) hear(state, sent);
    return state;
  };
}

function FormMessage({
  state,
  alternativesTitle,
  isQuiet,
}: {
  state: FormState;
  alternativesTitle: string | undefined;
  isQuiet: boolean;
}) {
  if (state.status === "done") {
    const className = isQuiet ? "sr-only" : "message message-ok";
    return state.message ? <p className={className}>{state.message}</p> : null;
  }
  if (state.status === "idle") return null;
  const alternatives = state.status === "refused" ? alternativesIn(state.data) : [];
  return (
    <div className="message message-danger">
      <TriangleAlert size={20} strokeWidth={1.75} aria-hidden />
      <div>
        <p>{state.message}</p>
        {state.status === "invalid" ? <FieldLinks fields={state.fields} /> : null}
        {alternatives.length > 0 ? (
          <>
            {alternativesTitle ? <p className="mt-3 font-bold">{alternativesTitle}</p> : null}
            <ul className="mt-1 grid gap-1">
              {alternatives.map(({ href, label }) => (
                <li key={href}>
                  <a className="inline-flex min-h-11 items-center" href={href}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </div>
  );
}

function FieldLinks({ fields }: { fields: Record<string, string> }) {
  return (
    <ul className="mt-1">
      {Object.entries(fields).map(([name, sentence]) => (
        <li key={name}>
          <a href={`#${name}`}>{sentence}</a>
        </li>
      ))}
    </ul>
  );
}

export type AlternativeLink = { label: string; href: string };

function alternativesIn(data: unknown): AlternativeLink[] {
  if (typeof data !== "object" || data === null || !("alternatives" in data)) return [];
  return Array.isArray(data.alternatives) ? data.alternatives.filter(isLink) : [];
}

function isLink(value: unknown): value is AlternativeLink {
  return (
    typeof value === "object" &&
    value !== null &&
    "label" in value &&
    "href" in value &&
    typeof value.label === "string" &&
    typeof value.href === "string"
  );
}
