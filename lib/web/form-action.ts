import { headers } from "next/headers";
import { notFound, redirect, unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { Actor } from "@/lib/core/actor";
import { Forbidden, HandedOver, NotFound, Unauthenticated } from "@/lib/core/errors";
import type { FormAction, FormState, FormValues } from "@/lib/core/form-state";
import type { Refused, Result } from "@/lib/core/result";
import { env } from "@/lib/infra/env";
import { log } from "@/lib/infra/log";
import { secondsToWait } from "@/lib/infra/rate-limit";
import { readForm, withoutEmpty } from "./form-values";
import { afterExchange } from "./not-found";
import { pathOfReferer } from "./referer";
import { isFromOurPages } from "./same-origin";
import { callerNetwork, currentActor } from "./session";

/** `value` is for the component under the form: what is told once, such as a new secret. */
export type Done = { redirect: string } | { message: string; value?: unknown };
/** `fields`: a sentence at each field the domain itself refuses, as after a strict reading. */
export type RefusalWords = {
  message: string;
  data?: unknown;
  fields?: Record<string, string> | undefined;
};

type FormActionOptions<Input, Value, Refusal extends string> = {
  /** Names the action in limits and logs. */
  name: string;
  input: z.ZodType<Input>;
  run: (actor: Actor, input: Input) => Promise<Result<Value, Refusal>>;
  done: (value: Value, input: Input) => Done | Promise<Done>;
  /** The sentence of each refusal, and what its component needs to help further. */
  refused: (refusal: Refused<Refusal>, input: Input) => RefusalWords | Promise<RefusalWords>;
  /** Where a visitor comes back to after signing in; without it, the page the form was on. */
  returnTo?: (values: FormValues) => string;
  /** From one network; 60 unless said. */
  timesAMinute?: number;
  /** Name of the one field that is a file; largest request: lib/web/refused-request.ts. */
  file?: string;
};

/**
 * The one way to make a server action: same origin, limits, strict reading, then the command; what
 * comes back is a state of the form, in words, with what was typed. Every action is a public address.
 */
export function formAction<Input, Value, Refusal extends string>(
  options: FormActionOptions<Input, Value, Refusal>,
): FormAction {
  return async (_previous: FormState, form: FormData) => {
    const outcome = await answer(options, form);
    if ("redirect" in outcome) redirect(outcome.redirect);
    return outcome;
  };
}

async function answer<Input, Value, Refusal extends string>(
  options: FormActionOptions<Input, Value, Refusal>,
  form: FormData,
): Promise<FormState | { redirect: string }> {
  const t = await getTranslations("forms");
  const read = readForm(form, options.file);
  if (!read.ok) return refusedState("unreadable", t(read.because), {});
  const { values } = read;
  if (!isFromOurPages(await headers(), env().NEXTAUTH_URL)) {
    return refusedState("other_site", t("otherSite"), values);
  }
  const limit = {
    ...{ name: `form-${options.name}`, times: options.timesAMinute ?? 60, seconds: 60 },
    forgets: "daily" as const,
  };
  if ((await secondsToWait(limit, await callerNetwork())) !== null) {
    return refusedState("too_many_requests", t("tooMany"), values);
  }
  const sent = options.file && read.file ? { [options.file]: read.file } : {};
  const parsed = options.input.safeParse({ ...withoutEmpty(values), ...sent });
  if (!parsed.success) {
    return { status: "invalid", fields: wordsOf(parsed.error, t), message: t("invalid"), values };
  }
  try {
    return await carryOut(options, parsed.data, values);
  } catch (error) {
    return await afterError(error, options, values, t);
  }
}

async function carryOut<Input, Value, Refusal extends string>(
  options: FormActionOptions<Input, Value, Refusal>,
  input: Input,
  values: FormValues,
): Promise<FormState | { redirect: string }> {
  const result = await options.run(await currentActor(), input);
  if (!result.ok) {
    const words = await options.refused(result, input);
    if (words.fields) {
      return { status: "invalid", fields: words.fields, message: words.message, values };
    }
    return { ...refusedState(result.refusal, words.message, values), data: words.data };
  }
  const done = await options.done(result.value, input);
  return "redirect" in done
    ? done
    : { status: "done", message: done.message, value: done.value ?? null };
}

async function afterError(
  error: unknown,
  options: { name: string; returnTo?: (values: FormValues) => string },
  values: FormValues,
  t: Words,
): Promise<FormState | { redirect: string }> {
  unstable_rethrow(error);
  if (await mayHelpToSignIn(error)) {
    const page = pathOfReferer(await headers(), env().NEXTAUTH_URL);
    const path = options.returnTo?.(values) ?? page ?? "/mon-espace";
    return { redirect: `/connexion?suite=${encodeURIComponent(path)}` };
  }
  if (error instanceof HandedOver) return { redirect: afterExchange };
  if (error instanceof NotFound || error instanceof Forbidden) notFound();
  const reference = crypto.randomUUID().slice(0, 8);
  log.error({ err: error, action: options.name, reference }, "action failed");
  return refusedState("failed", t("failed", { reference }), values);
}

/** What a visitor may not see may be theirs: their session has ended while the page stood open. */
async function mayHelpToSignIn(error: unknown): Promise<boolean> {
  if (error instanceof Unauthenticated) return true;
  return error instanceof NotFound && (await currentActor()).kind === "anonymous";
}

function refusedState(code: string, message: string, values: FormValues) {
  return { status: "refused" as const, code, message, data: null, values };
}

type Words = Awaited<ReturnType<typeof getTranslations<"forms">>>;

/** One sentence a field: our own message key, else the kind of issue. */
function wordsOf(error: z.ZodError, t: Words): Record<string, string> {
  const fields = error.issues.map((issue) => {
    const name = String(issue.path[0] ?? "form");
    return [name, sentenceOf(issue, t)] as const;
  });
  return Object.fromEntries(fields.reverse());
}

/** Keys a schema of ours may give as the message of an issue. */
const ownKeys = [
  "invalidDate",
  "invalidEmail",
  "required",
  "wholeNumber",
  "notMultiple",
  "belowShortest",
  "beforeFirst",
  "overAYear",
  "overAQuarter",
  "reasonTooShort",
  "endBeforeStart",
  "onlineOpen",
  "noName",
  "mixedAlphabets",
  "invalidLink",
  "tooManyLinks",
  "tooManyItems",
  "photoTooHeavy",
] as const;

function sentenceOf(issue: z.core.$ZodIssue, t: Words): string {
  const own = ownKeys.find((key) => key === issue.message);
  if (own) return t(own);
  if (issue.code === "too_big") {
    const isNumber = issue.origin === "number";
    return isNumber ? t("atMost", { most: Number(issue.maximum) }) : t("tooLong");
  }
  if (issue.code === "too_small") {
    const isNumber = issue.origin === "number";
    return isNumber ? t("atLeast", { least: Number(issue.minimum) }) : t("required");
  }
  const isMissing = issue.code === "invalid_type" && issue.input === undefined;
  return t(isMissing ? "required" : "invalidValue");
}
