"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { localeOf } from "@/lib/core/locale";
import { ok } from "@/lib/core/result";
import {
  requestSignInCode,
  signInToDemoAccount,
  signInWithCode,
  signInWithLink,
  signOut,
  signOutEverywhere,
} from "@/lib/identity/commands";
import {
  demoAccountInput,
  requestCodeInput,
  signInCodeInput,
  signInLinkInput,
} from "@/lib/identity/schema";
import { formAction } from "@/lib/web/form-action";
import { forgetSession, keepSession, sessionToken } from "@/lib/web/session";
import { currentAsker, markBrowser, newAsker } from "@/lib/web/sign-in-browser";
import { sendSignInCode } from "@/lib/web/sign-in-mail";

const afterSignIn = (suite: string | undefined) => ({ redirect: suite ?? "/bienvenue" });

export const requestCodeAction = formAction({
  name: "code",
  input: requestCodeInput,
  run: async (actor, { email, suite }) => {
    const [asker, locale] = [await newAsker(), localeOf(await getLocale())];
    const result = await requestSignInCode(actor, { email, asker, locale }, sendSignInCode(suite));
    // Only now: a refused request leaves the code already sent to this browser working.
    if (result.ok) await markBrowser(asker);
    return result;
  },
  done: (_value, { suite }) => ({
    redirect: `/connexion/code${suite ? `?suite=${encodeURIComponent(suite)}` : ""}`,
  }),
  refused: async () => ({ message: (await getTranslations("identity"))("tooMany") }),
});

export const signInWithCodeAction = formAction({
  name: "sign-in",
  input: signInCodeInput,
  run: async (actor, { code }) => {
    const [asker, locale] = [await currentAsker(), localeOf(await getLocale())];
    const result = await signInWithCode(actor, { code, asker, locale });
    if (result.ok) await keepSession(result.value);
    return result;
  },
  done: (_value, { suite }) => afterSignIn(suite),
  refused: async () => ({ message: (await getTranslations("identity"))("codeRefused") }),
});

export const signInWithLinkAction = formAction({
  name: "sign-in",
  input: signInLinkInput,
  run: async (actor, { jeton }) => {
    const [asker, locale] = [await currentAsker(), localeOf(await getLocale())];
    const result = await signInWithLink(actor, { linkToken: jeton, asker, locale });
    if (result.ok) await keepSession(result.value);
    return result;
  },
  done: (_value, { suite }) => afterSignIn(suite),
  refused: async () => ({ message: (await getTranslations("identity"))("codeRefused") }),
});

export const enterDemoAccountAction = formAction({
  name: "demo",
  // Invented people: whoever shows the demonstration to a room lets everybody in at once.
  timesAMinute: 600,
  input: demoAccountInput,
  run: async (actor, { compte }) => {
    await keepSession(await signInToDemoAccount(actor, compte));
    return ok(null);
  },
  done: (_value, { suite }) => afterSignIn(suite),
  refused: () => ({ message: "" }),
});

export const signOutAction = formAction({
  name: "sign-out",
  input: z.strictObject({}),
  run: async (actor) => {
    const token = await sessionToken();
    if (token) await signOut(actor, token);
    await forgetSession();
    return ok(null);
  },
  done: () => ({ redirect: "/" }),
  refused: () => ({ message: "" }),
});

export const signOutEverywhereAction = formAction({
  name: "sign-out",
  input: z.strictObject({}),
  run: async (actor) => {
    await signOutEverywhere(actor);
    await forgetSession();
    return ok(null);
  },
  done: () => ({ redirect: "/" }),
  refused: () => ({ message: "" }),
});
